public import Records

/// The lines of what only the command line answers, in the same form: data lines, then one end line.
extension AnswerJSON {
  /// The line that tells how a question is read.
  public static func understanding(
    _ understanding: Understanding, _ warnings: [AnswerWarning] = []
  ) -> [String] {
    [
      JSONText.object([
        ("ok", .bool(true)),
        ("understood", .array(understanding.filters.map(understood))),
        ("remaining", .string(understanding.remainingText)),
        ("warnings", .strings(warnings.map(\.code))),
      ]).line
    ]
  }

  /// The line that tells what the index holds.
  public static func status(_ status: CatalogueStatus) -> [String] {
    let facets = status.facets.map { facet in
      (
        name: facet.facet.rawValue,
        value: JSONText.object(facet.values.map { ($0.value, .int($0.count)) })
      )
    }
    return [
      JSONText.object([
        ("ok", .bool(true)), ("generation", .int(Int(clamping: status.generation))),
        ("docs", .int(status.resources)), ("works", .int(status.works)),
        ("with_age", .int(status.withAge)), ("with_date", .int(status.withDate)),
        ("with_url", .int(status.withURL)), ("facets", .object(facets)),
        ("actions", .object(status.actions.map { ($0.value, .int($0.count)) })),
        ("inconsistencies", .int(status.inconsistencies)), ("size", .int(status.bytes)),
        ("warnings", warnings(status.report)),
      ]).line
    ]
  }

  /// The lines of the plan's actions.
  public static func plan(_ actions: [PlanAction], generation: UInt64) -> [String] {
    actions.map { action in
      let summary = [("en", action.summary.en), ("cy", action.summary.cy)].compactMap { part in
        part.1.map { (name: part.0, value: JSONText.string($0)) }
      }
      var members: [(name: String, value: JSONText)] = [
        ("action", .string(action.id)), ("period", .int(action.period)),
        ("reporting_date", .string(action.reportingDate.text)), ("summary", .object(summary)),
        ("status", .string(action.statusStated)), ("colour", .string(action.statusColour)),
        ("basis", .string(action.statusBasis)), ("partners", .strings(action.partners)),
        ("dates", .strings(action.dates)), ("resources", .int(action.resources)),
      ]
      if let note = action.note { members.append(("note", .string(note))) }
      return JSONText.object(members).line
    } + [
      JSONText.object([
        ("ok", .bool(true)), ("count", .int(actions.count)),
        ("generation", .int(Int(clamping: generation))),
      ]).line
    ]
  }

  /// The line that tells what a build did.
  public static func built(
    _ report: BuildReport, _ language: InterfaceLanguage
  ) -> [String] {
    faults(report.remarks, language) + [
      JSONText.object([
        ("ok", .bool(true)), ("resources", .int(report.resources)), ("added", .int(report.added)),
        ("removed", .int(report.removed)), ("unchanged", .int(report.unchanged)),
        ("generation", .int(Int(clamping: report.generation))), ("warnings", warnings(report)),
      ]).line
    ]
  }

  /// The line that tells what an optimization did.
  public static func optimized(generation: UInt64) -> [String] {
    [
      JSONText.object([
        ("ok", .bool(true)), ("generation", .int(Int(clamping: generation))),
      ]).line
    ]
  }

  /// The lines of an index's damage, and whether there is any.
  public static func verified(_ health: IndexHealth) -> [String] {
    health.faults.map { fault in
      JSONText.object([
        ("file", .string(fault.file)), ("section", .string(fault.section)),
        ("offset", .int(fault.offset)), ("expected", .string(fault.expected)),
      ]).line
    } + [
      JSONText.object([
        ("ok", .bool(true)), ("faults", .int(health.faults.count)), ("files", .int(health.files)),
        ("bytes", .int(health.bytes)), ("docs", .int(health.documents)),
        ("generation", .int(Int(clamping: health.generation))),
      ]).line
    ]
  }

  /// The line that tells of a record that was made.
  public static func added(_ added: AddedRecord) -> [String] {
    [
      JSONText.object([
        ("ok", .bool(true)), ("added", .string(added.resource.id.slug)),
        ("record", .string(added.record)), ("content", .string(added.content)),
        ("unknown", .strings(added.unknown)), ("guessed", .strings(added.guessed)),
      ]).line
    ]
  }

  /// The lines of a corpus' faults, before the end line of their error.
  public static func faults(_ faults: [RecordFault], _ language: InterfaceLanguage) -> [String] {
    let wording = Wording(language)
    return faults.map { fault in
      var members: [(name: String, value: JSONText)] = [("file", .string(fault.file))]
      if let line = fault.line { members.append(("line", .int(line))) }
      if let field = fault.field { members.append(("field", .string(field))) }
      members.append(("severity", .string(fault.severity.rawValue)))
      members.append(("message", .string(wording.fault(fault))))
      return JSONText.object(members).line
    }
  }

  private static func warnings(_ report: BuildReport) -> JSONText {
    .array(
      report.warnings.map { .object([("field", .string($0.field)), ("count", .int($0.count))]) })
  }
}
