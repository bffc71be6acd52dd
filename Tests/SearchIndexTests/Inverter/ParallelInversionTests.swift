import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct ParallelInversionTests {
  /// Indexes `documents` on so many threads in one commit.
  private func index(
    _ documents: [Document], threads: Int, memoryBytesMax: Int = 256 << 20, in folder: String
  ) throws -> [UInt8] {
    var writer = try IndexWriter(
      at: folder, analysisVersion: "1", holder: "test", memoryBytesMax: memoryBytesMax,
      policy: .never)
    try writer.replace(count: documents.count, threads: threads) { documents[$0] }
    _ = try writer.commit()
    writer.close()
    let file = try DiskFileSystem().list(folder).first { $0.name.hasSuffix(".seg") }
    return try DiskFileSystem().read(
      folder + "/" + (try #require(file)).name, bytesMax: 1 << 30)
  }

  private func documents(_ count: Int) -> [Document] {
    var random = RandomDocuments()
    var documents = random.next(count)
    // Texts of a length that makes threads share the writing out too.
    for index in documents.indices {
      let words = (0..<60).map { "w\(index &* 31 &+ $0 &* $0 &* 7 % 997) common\($0 % 5)" }
      documents[index].add("long", .text(words.joined(separator: " "), WordAnalyzer()))
    }
    return documents
  }

  @Test(arguments: [2, 3, 5])
  func `many threads write the same segment as one, byte for byte`(threads: Int) throws {
    let folder = try TemporaryFolder()
    let documents = documents(1_500)
    let one = try index(documents, threads: 1, in: folder.path("one"))
    let many = try index(documents, threads: threads, in: folder.path("many"))
    #expect(one == many)
    #expect(try Verifier.verify(at: folder.path("many")).faults == [])
  }

  @Test func `of documents of one key the last counts, whichever threads have them`() throws {
    let folder = try TemporaryFolder()
    let documents = documents(1_000)
    let changed = documents.indices.map { index in
      let key = index % 3 == 0 ? documents[index / 2].key : documents[index].key
      var document = Document(key: key, stored: [UInt8(index % 256)])
      for (name, value) in documents[index].fields { document.add(name, value) }
      return document
    }
    var kept: [Document] = []
    for document in changed {
      kept.removeAll { $0.key == document.key }
      kept.append(document)
    }
    // Some are there already, in an older segment.
    try folder.index([Array(documents[..<100])])
    _ = try index(changed, threads: 2, in: folder.path)
    let reader = try IndexReader.open(at: folder.path)
    #expect(try IndexContents(of: reader) == IndexContents(of: kept))
    #expect(try Verifier.verify(at: folder.path).faults == [])
  }

  @Test func `a small memory makes several segments and the same index`() throws {
    let folder = try TemporaryFolder()
    let documents = documents(1_500)
    _ = try index(documents, threads: 2, memoryBytesMax: 1 << 20, in: folder.path)
    let reader = try IndexReader.open(at: folder.path)
    #expect(reader.segments.count > 1)
    #expect(try IndexContents(of: reader) == IndexContents(of: documents))
    #expect(try Verifier.verify(at: folder.path).faults == [])
  }

  @Test func `a field of two kinds is refused`() throws {
    let folder = try TemporaryFolder()
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    #expect(throws: IndexError.fieldKindMismatch(field: "f", found: "number", expected: "tag")) {
      try writer.replace(count: 1_000, threads: 2) { index in
        var document = Document(key: "\(index)")
        document.add("f", index < 999 ? .tags(["a"]) : .number(1))
        return document
      }
    }
    writer.close()
  }
}
