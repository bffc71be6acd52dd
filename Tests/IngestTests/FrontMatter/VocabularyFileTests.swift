import Ingest
import Records
import Testing

struct VocabularyFileTests {
  private func vocabulary(_ yaml: String, _ name: String = "audience") -> (
    Vocabulary?, [RecordFault]
  ) {
    VocabularyFile.vocabulary(Array(yaml.utf8), file: "vocabulary/\(name).yaml")
  }

  @Test func `values, combinations and patterns are read`() throws {
    let (found, faults) = vocabulary(
      """
      # A comment.
      facet: audience
      values:
        - id: parents
          label: {en: Parents, cy: Rhieni}
          phrases:
            en: [parents, "for parents"]
            cy: [rhieni, i rieni]
        - id: carers
          label: {en: Carers, cy: Gofalwyr}
      combined:
        - values: [parents, carers]
          phrases:
            en: [parents and carers]
      patterns:
        - range: "0..n-1"
          phrases: {en: ["under {n}"], cy: ["dan {n}"]}
      """)
    #expect(faults.isEmpty)
    let vocabulary = try #require(found)
    #expect(vocabulary.facet == "audience")
    #expect(vocabulary.values.map(\.id) == ["parents", "carers"])
    #expect(vocabulary.values[0].label == BilingualText(en: "Parents", cy: "Rhieni"))
    #expect(
      vocabulary.values[0].phrases
        == Phrases(en: ["parents", "for parents"], cy: ["rhieni", "i rieni"]))
    #expect(
      vocabulary.combined == [
        CombinedValue(values: ["parents", "carers"], phrases: Phrases(en: ["parents and carers"]))
      ])
    #expect(
      vocabulary.patterns
        == [PhrasePattern(range: "0..n-1", phrases: Phrases(en: ["under {n}"], cy: ["dan {n}"]))])
  }

  @Test func `what would break a kept line is refused with its line`() {
    let yaml = #"""
      values:
        - id: "a;b"
          label:
            en: "A\tB"
            cy: A
          phrases:
            en: [good, "c\nd"]
        - id: "a:b"
          label: {en: A, cy: A}
        - id: "a\tb"
          label: {en: A, cy: A}
      combined:
        - phrases:
            cy:
              - "c\td"
      """#
    let common = [
      "5 values.label.en", "8 values.phrases.en", "11 values.id", "16 combined.phrases.cy",
    ]
    func places(_ facet: String) -> [String] {
      vocabulary("facet: \(facet)\n" + yaml, facet).1.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        .map { "\($0.line ?? 0) \($0.field ?? "")" }
    }
    for facet in ["language", "audience", "kind", "accessibility"] {
      #expect(
        places(facet) == ["3 values.id", common[0], common[1], "9 values.id"] + common.suffix(2))
    }
    #expect(places("topic") == common)
  }

  @Test func `what is wrong is told with its line`() {
    let (_, faults) = vocabulary(
      """
      facet: kind
      values:
        - id: a
          label: {en: A}
        - label: {en: B, cy: B}
        - id: a
          label: {en: A, cy: A}
        - id: c
          lable: {en: C, cy: C}
      combined:
        - values: [a, d]
      patterns:
        - range: 0-11
        - phrases: {en: [x]}
      """)
    #expect(
      faults.map { "\($0.line ?? 0) \($0.field ?? "")" } == [
        "1 facet", "3 values.label.cy", "5 values.id", "6 values.a", "9 values.lable",
        "8 values.label.en", "8 values.label.cy", "11 combined.values", "13 patterns.range",
        "14 patterns.range",
      ])
  }

  @Test(arguments: ["0..4", "0..n-1", "n..", "n+1..", "..n", "n..m", "n+4..n+5", "3..11"])
  func `a pattern's range is read`(range: String) {
    let (found, faults) = vocabulary("facet: a\npatterns:\n  - range: \"\(range)\"\n", "a")
    #expect(faults.isEmpty)
    #expect(found?.patterns.map(\.range) == [range])
  }

  @Test(arguments: ["..", "n", "n-m", "x..", "n*2..", "n+..", "1..2..3", "1000.."])
  func `what is no pattern's range is told`(range: String) {
    let (found, faults) = vocabulary("facet: a\npatterns:\n  - range: \"\(range)\"\n", "a")
    #expect(faults.count == 1)
    #expect(found?.patterns.isEmpty == true)
  }

  private let known = [
    "kind": Vocabulary(
      facet: "kind",
      values: ["video", "poster"].map {
        VocabularyValue(id: $0, label: BilingualText(en: $0, cy: $0))
      })
  ]

  private func aliases(_ yaml: String) -> ([String: [String: [String]]], [RecordFault]) {
    VocabularyFile.aliases(Array(yaml.utf8), file: "vocabulary/aliases.yaml", known: known)
  }

  @Test func `aliases are read in lower case`() {
    let (found, faults) = aliases("kind: {Film: [video]}")
    #expect(found == ["kind": ["film": ["video"]]])
    #expect(faults.isEmpty)
  }

  @Test func `an alias of an unknown value or facet is told`() {
    let (_, faults) = aliases("kind:\n  film: [vdeo]\n  both: [video, poster]\nkinds: {}\n")
    #expect(
      faults.map(\.problem) == [
        .unknownField(nearest: "kind"), .unknownValue(found: "vdeo", nearest: "video"),
        .badForm(found: "2 values", expected: "a list of one value"),
      ])
  }

  @Test func `the words of questions are read`() {
    var vocabularies = Vocabularies()
    let faults = VocabularyFile.questionWords(
      Array(
        """
        filler: {en: [what exists], cy: [beth sydd]}
        need:
          - id: additional needs
            label: {en: Additional needs, cy: Anghenion ychwanegol}
        numbers:
          en: {twelve: 12}
          cy:
            deuddeg: 12
            ddeuddeg: 12
        names: {en: [Welsh Government]}
        """.utf8), file: "vocabulary/question-words.yaml", into: &vocabularies)
    #expect(faults.isEmpty)
    #expect(vocabularies.words.filler == Phrases(en: ["what exists"], cy: ["beth sydd"]))
    #expect(vocabularies.needs.map(\.id) == ["additional needs"])
    #expect(vocabularies.numbers == ["twelve": 12, "deuddeg": 12, "ddeuddeg": 12])
    #expect(vocabularies.words.names.en == ["Welsh Government"])
  }

  @Test func `a number that is none, or two, is told`() {
    var vocabularies = Vocabularies()
    let faults = VocabularyFile.questionWords(
      Array("numbers:\n  en: {one: x, un: 1}\n  cy: {un: 2}\n".utf8), file: "q.yaml",
      into: &vocabularies)
    #expect(faults.map(\.field) == ["numbers.en.one", "numbers.cy.un"])
    #expect(faults.map(\.line) == [2, 3])
  }
}
