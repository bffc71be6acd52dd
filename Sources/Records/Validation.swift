/// Holds a record against the vocabularies and the rules that bind its fields to each other, and
/// lists everything that is wrong with it at once.
///
/// The form of single values (a date, an age range) is held by their types; what cannot be told
/// from one value alone is held here.
public struct Validation: Sendable {
  private let vocabularies: Vocabularies

  /// Makes a check against `vocabularies`.
  ///
  /// A facet without a vocabulary is not checked: that it is missing is a fault of its own, told
  /// once.
  public init(vocabularies: Vocabularies) {
    self.vocabularies = vocabularies
  }

  /// The faults of `resource`, in the order of its fields.
  ///
  /// - Parameters:
  ///   - resource: the record, aliases already applied.
  ///   - file: the file to name in the faults.
  ///   - line: the line of a field by its path (`title`, `title.cy`, `audience[1]`), where known.
  /// - Returns: All faults; empty where the record is good.
  public func faults(
    in resource: Resource, file: String, line: (String) -> Int? = { _ in nil }
  ) -> [RecordFault] {
    var faults: [RecordFault] = []
    func add(
      _ field: String, _ problem: RecordFault.Problem, at path: String? = nil,
      _ severity: RecordFault.Severity = .error
    ) {
      faults.append(
        RecordFault(
          file: file, line: line(path ?? field) ?? line(field), field: field, problem: problem,
          severity: severity))
    }
    func check(_ values: [String], of facet: String, field: String) {
      for (place, value) in values.enumerated() {
        guard let problem = unknownValue(value, facet) else { continue }
        add(field, problem, at: "\(field)[\(place)]")
      }
    }

    if resource.title.isEmpty { add("title", .missingField, .warning) }
    if let url = resource.url, !WebAddress.isAbsolute(url) {
      add("url", .badForm(found: url, expected: WebAddress.expectedForm))
    }
    if resource.language.isEmpty { add("language", .missingField, .warning) }
    check(resource.language.map(\.tag), of: "language", field: "language")
    check(resource.kind.map { [$0] } ?? [], of: "kind", field: "kind")
    check(resource.audience, of: "audience", field: "audience")
    if resource.ageRange != nil, resource.ageOf == nil {
      add("ageOf", .missingField, at: "ageRange")
    }
    if resource.ageRange == nil, resource.ageOf != nil {
      add("ageRange", .missingField, at: "ageOf")
    }
    check(resource.topics, of: "topic", field: "topics")
    check(resource.accessibility, of: "accessibility", field: "accessibility")
    if let action = resource.action, !Self.isAction(action) {
      add("action", .badForm(found: action, expected: "A1 … A32"))
    }
    return faults
  }

  /// Whether `text` names one of the plan's actions: `A1` … `A32`.
  public static func isAction(_ text: String) -> Bool {
    guard text.first == "A", text.utf8.count <= 3, let number = Int(text.dropFirst()) else {
      return false
    }
    return (1...32).contains(number) && text == "A\(number)"
  }

  private func unknownValue(_ value: String, _ facet: String) -> RecordFault.Problem? {
    guard let vocabulary = vocabularies[facet], vocabulary.value(value) == nil else { return nil }
    let aliases = vocabularies.aliases[facet] ?? [:]
    let names = vocabulary.values.map(\.id) + aliases.keys.sorted()
    let nearest = NearestName.nearest(to: value, among: names)
    return .unknownValue(
      found: value, nearest: nearest.map { aliases[$0]?.first ?? $0 })
  }
}
