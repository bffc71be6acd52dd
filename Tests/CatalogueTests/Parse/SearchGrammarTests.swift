import Catalogue
import Records
import TestSupport
import Testing

@Suite struct SearchGrammarTests {
  static let vocabularies = Vocabularies(byFacet: [
    "kind": Vocabulary(
      facet: "kind",
      values: [
        VocabularyValue(
          id: "poster", label: BilingualText(en: "Posters", cy: "Posteri"),
          phrases: Phrases(en: ["poster", "posters"], cy: ["boster"])),
        VocabularyValue(id: "guide", label: BilingualText(en: "Guide", cy: "Canllaw")),
      ]),
    "audience": Vocabulary(
      facet: "audience",
      values: [
        VocabularyValue(id: "parents", label: BilingualText(en: "Parents", cy: "Rhieni")),
        VocabularyValue(id: "carers", label: BilingualText(en: "Carers", cy: "Gofalwyr")),
        VocabularyValue(
          id: "young people", label: BilingualText(en: "Young people", cy: "Pobl ifanc")),
      ],
      combined: [
        CombinedValue(values: ["parents", "carers"], phrases: Phrases(en: ["parents and carers"]))
      ]),
  ])

  private func parse(_ text: String) throws(CatalogueError) -> [QueryTree.Clause] {
    guard
      case .sequence(let clauses) = try SearchGrammar.parse(text, vocabularies: Self.vocabularies)
    else { return [] }
    return clauses
  }

  @Test func `words stand side by side with their places`() throws {
    let clauses = try parse(" keeping safe ")
    #expect(clauses.map(\.tree) == [.word("keeping"), .word("safe")])
    #expect(clauses.map(\.at) == [1..<8, 9..<13])
  }

  @Test func `a sign is needed or not wanted, and a dash alone is nothing`() throws {
    #expect(try parse("+a -b - c").map(\.sign) == [.needed, .excluded, .wanted, .wanted])
    #expect(try parse("peer-on-peer").map(\.tree) == [.word("peer-on-peer")])
  }

  @Test func `OR binds its neighbours only`() throws {
    #expect(
      try parse("a b OR c d").map(\.tree) == [
        .word("a"), .or([.word("b"), .word("c")]), .word("d"),
      ])
    #expect(try parse("OR").map(\.tree) == [.word("OR")])
  }

  @Test func `phrases, prefixes and fuzzy words have their forms`() throws {
    #expect(
      try parse(#""keep safe"~3 saf* safw~ safw~2"#).map(\.tree) == [
        .phrase("keep safe", slop: 3), .prefix("saf"), .fuzzy("safw", distance: 1),
        .fuzzy("safw", distance: 2),
      ])
    #expect(try parse(#""say \"no\"""#).map(\.tree) == [.phrase("say \"no\"", slop: 0)])
  }

  @Test func `facets take ids, labels and phrases of either language`() throws {
    #expect(
      try parse(#"kind:poster,guide kind:Posteri audience:"young people" audience:young-people"#)
        .map(\.tree) == [
          .facet(FacetFilter(.kind, ["poster", "guide"])), .facet(FacetFilter(.kind, ["poster"])),
          .facet(FacetFilter(.audience, ["young people"])),
          .facet(FacetFilter(.audience, ["young people"])),
        ])
    #expect(
      try parse(#"audience:"parents and carers""#).map(\.tree)
        == [.facet(FacetFilter(.audience, ["parents", "carers"]))])
  }

  @Test func `ages, dates and text fields have values of their own`() throws {
    let ages = try #require(AgeRange(min: 0, max: 11))
    #expect(
      try parse("age:under-12 published:2020 title:safe title:(a b)").map(\.tree).prefix(3)
        == [.age(ages), .published(20_200_101...20_201_231), .field(.title, .word("safe"))])
  }

  @Test func `an address and a colon before a space are words`() throws {
    #expect(try parse("https://example.org/a").map(\.tree) == [.word("https://example.org/a")])
    #expect(try parse("safe: yes").map(\.tree) == [.word("safe:"), .word("yes")])
  }

  @Test func `a syntax error names the place and what was expected`() {
    let cases: [(String, Int, SyntaxError.Expected)] = [
      ("say \"no", 4, .closingQuote), ("(a b", 4, .closingBracket), ("a )", 2, .noClosingBracket),
      ("a ()", 3, .content), ("a~x", 2, .number(max: 2)), ("a~9", 2, .number(max: 2)),
      ("age:old", 4, .value(field: "age", form: "8, 8-11, under-12, 13+")),
    ]
    for (text, offset, expected) in cases {
      #expect(throws: CatalogueError.syntax(SyntaxError(offset: offset, expected: expected))) {
        try parse(text)
      }
    }
  }

  @Test func `an unknown field or value offers the nearest`() {
    #expect(throws: CatalogueError.unknownField(name: "tilte", nearest: "title")) {
      try parse("tilte:x")
    }
    #expect(
      throws: CatalogueError.unknownValue(facet: "kind", found: "postre", nearest: "poster")
    ) { try parse("kind:postre") }
  }

  @Test func `depth and number of clauses are limited`() throws {
    let deep = String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)
    #expect(throws: CatalogueError.limit(name: "depth", max: 32)) { try parse(deep) }
    let wide = String(repeating: "a ", count: 257)
    #expect(throws: CatalogueError.limit(name: "clauses", max: 256)) { try parse(wide) }
    #expect(try parse(String(repeating: "a ", count: 256)).count == 256)
  }

  @Test func `any text parses or fails with a typed error, and places stay within it`() {
    var seed = Seed()
    let alphabet = Array("ab \"()+-~*:,OR129\u{2019}ŵ\\\n").map(String.init)
    for _ in 0..<3_000 {
      let length = Int.random(in: 0...24, using: &seed)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &seed) ?? "" }.joined()
      do {
        for clause in try parse(text) { #expect(clause.at.upperBound <= text.utf8.count) }
      } catch CatalogueError.syntax(let error) {
        #expect((0...text.utf8.count).contains(error.offset), "\(text) seed \(seed.value)")
      } catch {}
    }
  }
}
