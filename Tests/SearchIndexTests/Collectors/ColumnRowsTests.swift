import SearchIndex
import Testing

@Suite struct ColumnRowsTests {
  @Test func `a row has what each column holds, and says what there is no column of`() throws {
    let index = try Self.index()
    let reader = index.reader
    var rows: [[ColumnValue]] = []
    try reader.forEachRow(.all, columns: ["kind", "age", "text", "nothing"]) { rows.append($0) }
    #expect(
      rows == [
        [.tags(["b", "a"]), .number(7), .nothing, .nothing],
        [.tags([]), .number(nil), .nothing, .nothing],
        [.tags(["b"]), .number(nil), .nothing, .nothing],
      ])
  }

  @Test func `only documents that match have a row, and their stored bytes are at hand`() throws {
    let index = try Self.index()
    let reader = index.reader
    let query = Query.tags(field: "kind", ["b"])
    var rows = 0
    try reader.forEachRow(query, columns: []) { _ in rows += 1 }
    #expect(rows == 2)
    var keys: [String] = []
    try reader.forEachStored(query) { keys.append($0.key) }
    #expect(keys == ["one", "three"])
  }

  @Test func `a hit's key and row are read by themselves`() throws {
    let index = try Self.index()
    let reader = index.reader
    for key in ["one", "two", "three"] {
      let hit = try #require(try reader.hit(key: key))
      #expect(try reader.key(hit) == key)
    }
    let hit = try #require(try reader.hit(key: "one"))
    #expect(try reader.row(hit, columns: ["age"]) == [.number(7)])
  }

  /// Three documents in two segments.
  private static func index() throws -> SmallIndex {
    var one = Document(key: "one")
    one.add("kind", .tags(["b", "a"]))
    one.add("age", .number(7))
    one.add("text", .text("a lantern", WordAnalyzer()))
    let two = Document(key: "two")
    var three = Document(key: "three")
    three.add("kind", .tags(["b"]))
    return try SmallIndex([[one, two], [three]])
  }
}
