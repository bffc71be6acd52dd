public import Records

/// The files of `corpus/plan/`: the plan's actions, the recorded inconsistencies, the helplines.
public enum PlanFile {
  /// Reads `actions.yaml`.
  public static func actions(_ bytes: [UInt8], file: String) -> ([PlanAction], [RecordFault]) {
    var reader = FieldReader(file: file)
    var actions: [PlanAction] = []
    var firstLines: [String: Int] = [:]
    for item in items(bytes, "actions", &reader) {
      let path = "actions"
      let fields = reader.fields(
        item, path: path,
        allowed: [
          "id", "period", "reportingDate", "summary", "statusStated", "statusColour", "statusBasis",
          "partners", "dates", "resources", "note",
        ])
      let id = reader.value(fields["id"], path: "\(path).id", expected: "A1 … A32") {
        Validation.isAction($0) ? $0 : nil
      }
      let period = reader.integer(fields["period"], path: "\(path).period")
      let date = reader.value(
        fields["reportingDate"], path: "\(path).reportingDate",
        expected: "a date: 2020-09-07, 2020-09 or 2020", PartialDate.init)
      for field in ["id", "period", "reportingDate"] where fields[field]?.isNothing ?? true {
        reader.add(.missingField, line: item.line, field: "\(path).\(field)")
      }
      let colours = ["green", "amber", "red"]
      let colour =
        reader.text(fields["statusColour"], path: "\(path).statusColour") ?? ""
      if !colour.isEmpty, !colours.contains(colour) {
        reader.add(
          .unknownValue(
            found: colour, nearest: NearestName.nearest(to: colour, among: colours)),
          line: fields["statusColour"]?.line, field: "\(path).statusColour")
      }
      let summary = reader.bilingual(fields["summary"], path: "\(path).summary")
      let stated = reader.text(fields["statusStated"], path: "\(path).statusStated") ?? ""
      let basis = reader.text(fields["statusBasis"], path: "\(path).statusBasis") ?? ""
      let partners = reader.texts(fields["partners"], path: "\(path).partners")
      let dates = reader.texts(fields["dates"], path: "\(path).dates")
      let resources = reader.integer(fields["resources"], path: "\(path).resources") ?? 0
      let note = reader.text(fields["note"], path: "\(path).note")
      guard let id, let period, let date else { continue }
      if let firstLine = firstLines[id] {
        reader.add(.duplicateField(firstLine: firstLine), line: item.line, field: "\(path).\(id)")
        continue
      }
      firstLines[id] = item.line
      actions.append(
        PlanAction(
          id: id, period: period, reportingDate: date, summary: summary, statusStated: stated,
          statusColour: colour, statusBasis: basis, partners: partners, dates: dates,
          resources: resources, note: note))
    }
    return (actions, reader.faults)
  }

  /// Reads `inconsistencies.yaml`.
  public static func inconsistencies(
    _ bytes: [UInt8], file: String
  ) -> ([Inconsistency], [RecordFault]) {
    var reader = FieldReader(file: file)
    let path = "inconsistencies"
    var list: [Inconsistency] = []
    for item in items(bytes, path, &reader) {
      let fields = reader.fields(item, path: path, allowed: ["about", "finding", "consequence"])
      let about = reader.requiredText(fields["about"], path: "\(path).about", line: item.line)
      let finding = reader.requiredText(
        fields["finding"], path: "\(path).finding", line: item.line)
      let consequence = reader.text(fields["consequence"], path: "\(path).consequence") ?? ""
      guard let about, let finding else { continue }
      list.append(Inconsistency(about: about, finding: finding, consequence: consequence))
    }
    return (list, reader.faults)
  }

  /// Reads `helplines.yaml`.
  public static func helplines(_ bytes: [UInt8], file: String) -> ([Helpline], [RecordFault]) {
    var reader = FieldReader(file: file)
    let path = "helplines"
    var list: [Helpline] = []
    for item in items(bytes, path, &reader) {
      let fields = reader.fields(
        item, path: path, allowed: ["name", "number", "for", "hours", "sources"])
      let name = reader.bilingual(fields["name"], path: "\(path).name")
      if name.isEmpty { reader.add(.missingField, line: item.line, field: "\(path).name") }
      let number = reader.requiredText(fields["number"], path: "\(path).number", line: item.line)
      let helpline = Helpline(
        name: name, number: number ?? "",
        audience: reader.bilingual(fields["for"], path: "\(path).for"),
        hours: reader.bilingual(fields["hours"], path: "\(path).hours"),
        sources: reader.texts(fields["sources"], path: "\(path).sources"))
      if number != nil, !name.isEmpty { list.append(helpline) }
    }
    return (list, reader.faults)
  }

  /// The items of the list that is the file's one field.
  private static func items(
    _ bytes: [UInt8], _ field: String, _ reader: inout FieldReader
  ) -> [YAMLNode] {
    guard let root = YAMLFile.root(bytes, &reader) else { return [] }
    let fields = reader.fields(root, path: "", allowed: [field])
    if fields[field] == nil { reader.add(.missingField, line: 1, field: field) }
    return reader.items(fields[field], path: field, expected: "a list, one - an entry")
  }
}
