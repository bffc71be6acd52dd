import SearchIndex
import TestSupport

/// An index of a few documents written in the test, one segment a batch.
struct SmallIndex {
  let folder: TemporaryFolder
  let reader: IndexReader

  /// Makes documents with one text field, `body`, and the keys `0`, `1`, `2` and so on.
  init(bodies batches: [[String]]) throws {
    var next = 0
    try self.init(
      batches.map { batch in
        batch.map { body in
          var document = Document(key: "\(next)")
          document.add("body", .text(body, WordAnalyzer()))
          next += 1
          return document
        }
      })
  }

  /// One segment.
  init(bodies: [String]) throws { try self.init(bodies: [bodies]) }

  init(_ batches: [[Document]]) throws {
    folder = try TemporaryFolder()
    for batch in batches {
      var writer = try IndexWriter(
        at: folder.path, analysisVersion: "test", holder: "a test")
      for document in batch { try writer.replace(document) }
      _ = try writer.commit()
      writer.close()
    }
    reader = try IndexReader.open(at: folder.path)
  }

  /// The keys of the documents found, in order.
  func keys(_ query: Query, sort: [SortKey] = [.score]) throws -> [String] {
    try reader.search(query, top: 100, sort: sort).hits.map { try reader.stored($0).key }
  }
}
