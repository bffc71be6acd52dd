import SearchIndex
import Testing

@Suite struct SearchLimitsTests {
  @Test func `a deadline that has passed ends every kind of search`() throws {
    let reader = try SmallIndex(bodies: ["cath"]).reader
    let options = SearchOptions(deadline: ContinuousClock.now - .seconds(1))
    let query = Query.term(FieldTerm("body", "cath"))
    let hit = TopDocs.Hit(segment: 0, docID: 0, score: 0)
    #expect(throws: IndexError.timeout) {
      try reader.search(query, top: 1, options: options)
    }
    #expect(throws: IndexError.timeout) {
      try reader.search(query, top: 1, sort: [], options: options)
    }
    #expect(throws: IndexError.timeout) { try reader.count(query, options: options) }
    #expect(throws: IndexError.timeout) {
      try reader.facets(query, field: "body", options: options)
    }
    #expect(throws: IndexError.timeout) { try reader.explain(query, hit, options: options) }
    #expect(throws: IndexError.timeout) { try reader.count(.none, options: options) }
  }

  @Test func `a deadline far off changes nothing`() throws {
    let reader = try SmallIndex(bodies: ["cath", "ci"]).reader
    let options = SearchOptions(deadline: ContinuousClock.now + .seconds(86_400))
    #expect(try reader.count(.all, options: options) == 2)
  }

  @Test func `as many clauses as allowed run, one more is refused`() throws {
    let reader = try SmallIndex(bodies: ["cath"]).reader
    let term = FieldTerm("body", "cath")
    // The node itself is a clause too.
    let most = [Query](repeating: .term(term), count: 15)
    let options = SearchOptions(clausesMax: 16)
    let error = IndexError.tooComplex(what: "clauses", limit: 16)
    #expect(try reader.count(.or(most), options: options) == 1)
    #expect(throws: error) { try reader.count(.or(most + [.all]), options: options) }
    #expect(throws: error) { try reader.count(.and(most + [.all]), options: options) }
    #expect(throws: error) {
      try reader.count(.synonyms([FieldTerm](repeating: term, count: 16)), options: options)
    }
    #expect(throws: error) {
      let values = [String](repeating: "x", count: 16)
      return try reader.count(.tags(field: "kind", values), options: options)
    }
    #expect(throws: error) {
      let word = Phrase.Word(place: 0, terms: [[UInt8]](repeating: term.term, count: 16))
      return try reader.count(.phrase(Phrase(field: "body", words: [word])), options: options)
    }
    #expect(throws: error) {
      // Each nesting by itself is within the limit.
      try reader.count(.and([.or(most), .or(most)]), options: options)
    }
  }

  @Test func `a tree of any depth is refused, not overflowed on`() throws {
    let reader = try SmallIndex(bodies: ["cath"]).reader
    var deep = Query.term(FieldTerm("body", "cath"))
    for level in 0..<2_000 {
      switch level % 4 {
      case 0: deep = .boolean(BooleanQuery(must: [deep]))
      case 1: deep = .boolean(BooleanQuery(should: [deep]))
      case 2: deep = .boosted(deep, by: 1)
      default: deep = .constant(deep, score: 1)
      }
    }
    let options = SearchOptions(clausesMax: 10_000)
    #expect(throws: IndexError.tooComplex(what: "nesting", limit: 64)) {
      try reader.count(deep, options: options)
    }
    #expect(!Highlighter(deep, fields: ["body"]).isEmpty)
  }

  @Test func `a tree as deep as allowed runs`() throws {
    let reader = try SmallIndex(bodies: ["cath", "ci"]).reader
    var deep = Query.term(FieldTerm("body", "cath"))
    for _ in 1..<64 { deep = .boolean(BooleanQuery(should: [deep, .none], filter: [deep])) }
    let wide = SearchOptions(clausesMax: .max)
    // Every level names the one below twice, so this one is cut short by the clauses.
    #expect(throws: IndexError.tooComplex(what: "clauses", limit: 1_024)) {
      try reader.count(deep)
    }
    var chain = Query.term(FieldTerm("body", "cath"))
    for _ in 1..<64 { chain = .boolean(BooleanQuery(should: [chain], mustNot: [.none])) }
    #expect(try reader.count(chain, options: wide) == 1)
    #expect(throws: IndexError.tooComplex(what: "nesting", limit: 64)) {
      try reader.count(.boosted(chain, by: 1), options: wide)
    }
  }

  @Test func `prefixes that stand for too many terms together are refused`() throws {
    let reader = try SmallIndex(bodies: ["aa ab ac ad"]).reader
    let prefix = Query.prefix(FieldTerm("body", "a"))
    let options = SearchOptions(termsMax: 8)
    #expect(try reader.count(.and([prefix, prefix]), options: options) == 1)
    #expect(throws: IndexError.tooComplex(what: "terms", limit: 8)) {
      try reader.count(.and([prefix, prefix, prefix]), options: options)
    }
  }

  @Test func `a fuzzy term further than two edits is refused`() throws {
    let reader = try SmallIndex(bodies: ["cath"]).reader
    #expect(throws: IndexError.tooComplex(what: "fuzzy distance", limit: 2)) {
      try reader.count(.fuzzy(FieldTerm("body", "cath"), distance: 3, prefixLength: 0))
    }
  }
}
