import SearchIndex
import TestSupport
import Testing

@Suite struct QueryTests {
  @Test func `an index without documents finds nothing`() throws {
    let index = try SmallIndex([[]])
    let found = try index.reader.search(.all, top: 10)
    #expect(found == TopDocs(total: 0, hits: []))
    #expect(try index.reader.facets(.all, field: "kind").isEmpty)
  }

  @Test func `slop is what Query.swift says`() throws {
    let index = try SmallIndex(bodies: ["a b", "a x b", "b a", "a x x b"])
    func found(_ slop: Int) throws -> Set<String> {
      let words = ["a", "b"].enumerated().map {
        Phrase.Word(place: $0.offset, terms: [Array($0.element.utf8)])
      }
      return Set(try index.keys(.phrase(Phrase(field: "body", words: words, slop: slop))))
    }
    #expect(try found(0) == ["0"])
    #expect(try found(1) == ["0", "1"])
    #expect(try found(2) == ["0", "1", "2", "3"])
  }

  @Test func `nothing that must or should match means no match`() throws {
    let index = try SmallIndex(bodies: ["a", "b"])
    let a = Query.term(FieldTerm("body", "a"))
    #expect(try index.keys(.boolean(BooleanQuery())).isEmpty)
    #expect(try index.keys(.boolean(BooleanQuery(mustNot: [a]))).isEmpty)
    #expect(try index.keys(.boolean(BooleanQuery(filter: [.all], mustNot: [a]))) == ["1"])
  }

  @Test func `deleted documents never match`() throws {
    let index = try SmallIndex(bodies: [["a", "a"], ["b"]])
    var writer = try IndexWriter(
      at: index.folder.path, analysisVersion: "test", holder: "a test")
    try writer.delete(key: "0")
    _ = try writer.commit()
    writer.close()
    let reader = try IndexReader.open(at: index.folder.path)
    #expect(try reader.count(.all) == 2)
    #expect(try reader.count(.term(FieldTerm("body", "a"))) == 1)
    // The reader opened before goes on to see it.
    #expect(try index.reader.count(.all) == 3)
  }

  @Test func `scores do not depend on how documents are spread over segments`() throws {
    let bodies = ["cath a chi", "cath cath", "a chi", "cathod", "cat ci a ty", "cath y ty"]
    let one = try SmallIndex(bodies: bodies)
    let two = try SmallIndex(bodies: [Array(bodies[..<2]), Array(bodies[2...])])
    let query = Query.or([
      .term(FieldTerm("body", "a")),
      .fuzzy(FieldTerm("body", "cath"), distance: 2, prefixLength: 1),
      .prefix(FieldTerm("body", "ci")),
    ])
    let left = try one.reader.search(query, top: 10).hits.map { $0.score }
    let right = try two.reader.search(query, top: 10).hits.map { $0.score }
    #expect(left == right)
    #expect(try one.keys(query) == two.keys(query))
  }

  @Test func `sorting by a tag compares values, not each segment's numbers for them`() throws {
    func document(_ key: String, _ tag: String?) -> Document {
      var document = Document(key: key)
      if let tag { document.add("kind", .tags([tag])) }
      return document
    }
    let index = try SmallIndex([
      [document("0", "m"), document("1", nil)], [document("2", "z"), document("3", "a")],
    ])
    #expect(
      try index.keys(.all, sort: [.tag(field: "kind", descending: false)]) == ["3", "0", "2", "1"])
    #expect(
      try index.keys(.all, sort: [.tag(field: "kind", descending: true)]) == ["2", "0", "3", "1"])
    #expect(try index.keys(.all, sort: []) == ["0", "1", "2", "3"])
  }

  @Test func `statistics add up over segments`() throws {
    let index = try SmallIndex(bodies: [["a b", ""], ["c"]])
    let statistics = index.reader.statistics
    #expect(statistics.segments.map { $0.documentCount } == [2, 1])
    #expect(statistics.segments.map { $0.deletedCount } == [0, 0])
    #expect(statistics.fields.map { $0.name } == ["body"])
    #expect(statistics.fields.map { $0.kind } == [.text])
    #expect(statistics.fields.map { $0.documentCount } == [2])
    #expect(statistics.fields.map { $0.totalTermCount } == [3])
  }
}
