import SearchIndex
import TestSupport
import Testing

/// What matches a second query too ranks lower, and is still found.
@Suite struct DemotionTests {
  /// Three documents of the same text; the second has the tag.
  private func index() throws -> SmallIndex {
    try SmallIndex([
      (0..<3).map { number in
        var document = Document(key: "\(number)")
        document.add("body", .text("a lantern", WordAnalyzer()))
        document.add("state", .tags([number == 1 ? "broken" : "whole"]))
        return document
      }
    ])
  }

  private let text = Query.term(FieldTerm("body", "lantern"))
  private let broken = Query.tags(field: "state", ["broken"])

  @Test func `what is demoted comes after its equals and stays found`() throws {
    let index = try index()
    #expect(try index.keys(text) == ["0", "1", "2"])
    let query = Query.demoted(text, by: broken, factor: 0.9)
    #expect(try index.keys(query) == ["0", "2", "1"])
    #expect(try index.reader.count(query) == 3)
    let scores = try index.reader.search(query, top: 3).hits.map(\.score)
    let plain = try #require(index.reader.search(text, top: 1).hits.first).score
    #expect(scores == [plain, plain, plain * 0.9])
  }

  @Test func `a demotion by what no document has changes nothing`() throws {
    let index = try index()
    for by in [Query.none, .tags(field: "state", ["lost"]), .tags(field: "nothing", ["x"])] {
      let query = Query.demoted(text, by: by, factor: 0.5)
      #expect(
        try index.reader.search(query, top: 3).hits == index.reader.search(text, top: 3).hits)
    }
    #expect(try index.keys(.demoted(.none, by: broken, factor: 0.5)).isEmpty)
  }

  @Test func `an explanation tells the factor where there is one`() throws {
    let index = try index()
    let query = Query.demoted(text, by: broken, factor: 0.5)
    let hits = try index.reader.search(query, top: 3).hits
    let whole = try index.reader.explain(query, hits[0])
    #expect(whole.value == hits[0].score)
    #expect(whole.words == "term body:lantern")
    let demoted = try index.reader.explain(query, hits[2])
    #expect(demoted.value == hits[2].score)
    #expect(demoted.words == "0.5 times, for it is demoted by any of state:broken:")
    #expect(demoted.details.map(\.value) == [whole.value])
  }
}
