import TestSupport
import Testing

@testable import SearchIndex

@Suite struct ForwardIndexTests {
  /// Two segments; `gone` is deleted.
  private func sources(_ folder: TemporaryFolder) throws -> [MergeSource] {
    func document(_ key: String, _ body: String, _ title: String) -> Document {
      var document = Document(key: key)
      document.add("body", .text("all " + body, SpacedWords()))
      document.add("title", .text(title, SpacedWords()))
      document.add("tag", .tags(["x"]))
      return document
    }
    try folder.index([
      [
        document("a", "cat dog dog", "cat"), document("gone", "cat", ""),
        document("b", "", "cat"),
      ],
      [document("c", "dog", "one"), document("d", "bird", ""), document("e", "fish", "")],
    ])
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    try writer.delete(key: "gone")
    _ = try writer.commit()
    writer.close()
    return try IndexReader.open(at: folder.path).segments.map {
      MergeSource(
        segment: $0, liveDocs: $0.liveDocs ?? LiveDocs(documentCount: $0.documentCount))
    }
  }

  private func documents(_ forward: ForwardIndex) -> [[UInt32]] {
    (0..<forward.documentCount).map {
      Array(forward.terms[Int(forward.starts[$0])..<Int(forward.starts[$0 + 1])])
    }
  }

  @Test func `each live document has its terms, of each field its own`() throws {
    let folder = try TemporaryFolder()
    let forward = try ForwardIndex(
      try sources(folder), documentFrequencyMin: 2, postingsMax: .max)
    #expect(forward.documentCount == 5)
    #expect(forward.termCount == 3)
    // In the body cat, of which one document is deleted, and dog; in the title cat.
    #expect(documents(forward) == [[0, 1, 2], [2], [1], [], []])
  }

  @Test func `terms of more than half of the documents are left out`() throws {
    let folder = try TemporaryFolder()
    let forward = try ForwardIndex(
      try sources(folder), documentFrequencyMin: 1, postingsMax: .max)
    // Not all, but cat, dog, bird and fish of the body, cat and one of the title; none of the tag's.
    #expect(forward.termCount == 6)
    #expect(documents(forward).map { $0.count } == [3, 1, 2, 1, 1])
  }

  @Test func `the commonest terms go where there is no room`() throws {
    let folder = try TemporaryFolder()
    let sources = try sources(folder)
    // Three terms of one document and three of two.
    for (postingsMax, termCount) in [(0, 0), (2, 2), (3, 3), (4, 3), (5, 4), (9, 6)] {
      let forward = try ForwardIndex(
        sources, documentFrequencyMin: 1, postingsMax: postingsMax)
      #expect(forward.termCount == termCount, "\(postingsMax) postings")
      #expect(forward.terms.count <= postingsMax)
      #expect(forward.terms.allSatisfy { $0 < termCount })
    }
    #expect(ForwardIndex.postingsMax(memoryBytes: 800) == 100)
    #expect(ForwardIndex.postingsMax(memoryBytes: -1) == 0)
  }
}
