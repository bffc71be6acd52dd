import Records
import Testing

struct ValidationTests {
  private let validation = Validation(
    vocabularies: Vocabularies(
      byFacet: [
        "audience": Self.vocabulary(
          "audience", ["children", "parents", "carers", "practitioners"]),
        "kind": Self.vocabulary("kind", ["poster", "guide"]),
        "language": Self.vocabulary("language", ["cy", "en"]),
        "topic": Self.vocabulary("topic", ["disclosure"]),
      ],
      aliases: ["audience": ["adult survivors": ["practitioners"]]]))

  private static func vocabulary(_ facet: String, _ ids: [String]) -> Vocabulary {
    Vocabulary(
      facet: facet,
      values: ids.map { VocabularyValue(id: $0, label: BilingualText(en: $0, cy: $0)) })
  }

  private func record(_ change: (inout Resource) -> Void = { _ in }) throws -> Resource {
    let id = try #require(ResourceID("a"))
    var record = Resource(id: id, work: id)
    record.title = BilingualText(en: "A")
    record.language = [try #require(LanguageTag("en"))]
    change(&record)
    return record
  }

  private func problems(_ change: (inout Resource) -> Void) throws -> [RecordFault.Problem] {
    validation.faults(in: try record(change), file: "a.md").map(\.problem)
  }

  @Test func `a good record has no fault`() throws {
    let good = try record {
      $0.url = "https://gov.wales"
      $0.kind = "poster"
      $0.audience = ["children", "parents"]
      $0.ageRange = AgeRange("0-11")
      $0.ageOf = .reader
      $0.topics = ["disclosure"]
      $0.action = "A32"
    }
    #expect(validation.faults(in: good, file: "a.md").isEmpty)
  }

  @Test func `an unknown vocabulary value names the nearest allowed one`() throws {
    #expect(
      try problems { $0.kind = "postre" } == [.unknownValue(found: "postre", nearest: "poster")])
    #expect(
      try problems { $0.audience = ["children", "practioners"] }
        == [.unknownValue(found: "practioners", nearest: "practitioners")])
    #expect(try problems { $0.topics = ["zzz"] } == [.unknownValue(found: "zzz", nearest: nil)])
    #expect(
      try problems { $0.audience = ["adult survivor"] }
        == [.unknownValue(found: "adult survivor", nearest: "practitioners")])
  }

  @Test func `a fault stands on the line of its own value`() throws {
    let bad = try record { $0.audience = ["children", "nobody"] }
    let lines = ["audience": 7, "audience[1]": 9]
    let faults = validation.faults(in: bad, file: "a.md") { lines[$0] }
    #expect(faults.map(\.line) == [9])
    #expect(faults.map(\.field) == ["audience"])
  }

  @Test func `a missing title or language is a warning`() throws {
    let bare = try record {
      $0.title = BilingualText()
      $0.language = []
    }
    let faults = validation.faults(in: bare, file: "a.md")
    #expect(faults.map(\.field) == ["title", "language"])
    #expect(faults.allSatisfy { $0.severity == .warning && $0.problem == .missingField })
  }

  @Test func `whose age it is stands exactly where there are ages`() throws {
    let noOwner = try record { $0.ageRange = AgeRange("0-11") }
    #expect(validation.faults(in: noOwner, file: "a.md").map(\.field) == ["ageOf"])
    let noRange = try record { $0.ageOf = .child }
    #expect(validation.faults(in: noRange, file: "a.md").map(\.field) == ["ageRange"])
  }

  @Test func `an address without a host is refused`() throws {
    #expect(
      try problems { $0.url = "gov.wales" }
        == [.badForm(found: "gov.wales", expected: WebAddress.expectedForm)])
  }

  @Test(arguments: ["A0", "A33", "A", "a1", "A01", "B1", "A1 ", "A-1", "A+1", "1"])
  func `an action outside A1 to A32 is refused`(action: String) throws {
    #expect(
      try problems { $0.action = action } == [.badForm(found: action, expected: "A1 … A32")])
  }

  @Test func `all faults are listed at once`() throws {
    let faults = try problems {
      $0.url = "x"
      $0.kind = "x"
      $0.audience = ["x", "y"]
      $0.ageOf = .child
      $0.action = "x"
    }
    #expect(faults.count == 6)
  }
}
