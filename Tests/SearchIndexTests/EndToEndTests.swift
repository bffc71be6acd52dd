import Testing
import TestSupport
import TextAnalysis

@testable import SearchIndex

/// Words between spaces, as they are: tests of the index need no more of an analyzer.
struct SpaceAnalyzer: Analyzer {
  let tag = "und"

  func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    var position = batch.tokens.last.map { $0.position + 1 } ?? 0
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == 0x20 {
      if start < index {
        batch.append(
          term: (start..<index).map { text[$0] }, position: position, start: start, end: index)
        position += 1
      }
      start = index + 1
    }
  }
}

@Test func `what was committed is found by its terms`() throws {
  let folder = try TemporaryFolder()
  var writer = try IndexWriter(at: folder.path, analysisVersion: "1", holder: "test")
  for (key, text) in [("a", "one two two"), ("b", "two three"), ("c", "four")] {
    var document = Document(key: key, stored: Array(text.utf8))
    document.add("body", .text(text, SpaceAnalyzer()))
    document.add("length", .number(Int64(text.utf8.count)))
    document.add("first", .tags([String(text.prefix(3)), "x"]))
    try writer.replace(document)
  }
  #expect(try writer.commit() == 1)
  writer.close()
  let reader = try IndexReader.open(at: folder.path)
  #expect(reader.documentCount == 3)
  let segment = reader.segments[0]
  let field = try #require(segment.field("body"))
  #expect(field.totalTermCount == 6)
  let info = try #require(try segment.termInfo(Array("two".utf8), in: field))
  var cursor = try segment.postings(info, in: field)
  var positions: [UInt32] = []
  #expect(try cursor.next() == 0)
  #expect(try cursor.frequency() == 2)
  try cursor.positions(into: &positions)
  #expect(positions == [1, 2])
  #expect(try cursor.advance(to: 1) == 1)
  try cursor.positions(into: &positions)
  #expect(positions == [0])
  #expect(try cursor.next() == .end)
  #expect(try reader.document(key: "c")?.stored == Array("four".utf8))
  let first = try #require(segment.field("first"))
  let tags = try #require(try segment.tags(of: first))
  #expect(try tags.value(0) == "fou")
  #expect(tags.firstOrdinal(2) == 0)
  let length = try #require(segment.field("length"))
  let numbers = try #require(try segment.numbers(of: length))
  #expect((0..<3).map { numbers.value($0) } == [11, 9, 4])
}
