import Storage
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

struct IndexWriterTests {
  private func writer(_ folder: TemporaryFolder, version: String = "1") throws -> IndexWriter {
    try IndexWriter(at: folder.path, analysisVersion: version, holder: "test", policy: .never)
  }

  @Test func `what was committed is found by its terms`() throws {
    let folder = try TemporaryFolder()
    try folder.index([
      [("a", "one two two"), ("b", "two three"), ("c", "four")].map { key, text in
        var document = Document(key: key, stored: Array(text.utf8))
        document.add("body", .text(text, SpacedWords()))
        return document
      }
    ])
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
    #expect(try cursor.next() == 1)
    #expect(try cursor.next() == .end)
    #expect(try reader.document(key: "c")?.stored == Array("four".utf8))
    #expect(try reader.document(key: "d") == nil)
  }

  @Test(arguments: [0, 1, 127, 128, 129, 1_000])
  func `an index says what a naive one says`(count: Int) throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    let documents = random.next(count)
    try folder.index([documents])
    #expect(
      try IndexContents(of: IndexReader.open(at: folder.path)) == IndexContents(of: documents),
      "seed \(random.seed.value)")
    #expect(try Verifier.verify(at: folder.path).faults == [])
  }

  @Test(arguments: [MergePolicy.never, MergePolicy(segmentsPerLevel: 2, floorBytes: 20_000)])
  func `replacing and deleting over many commits ends as a naive index does`(
    policy: MergePolicy
  ) throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    random.keyCount = 60
    var kept: [Document] = []
    for _ in 0..<12 {
      var writer = try IndexWriter(
        at: folder.path, analysisVersion: "1", holder: "test", policy: policy)
      #expect(Set(try writer.fingerprints.keys) == Set(kept.map { $0.key }))
      for document in random.next(20) {
        try writer.replace(document)
        kept.removeAll { $0.key == document.key }
        kept.append(document)
        if Int.random(in: 0..<3, using: &random.seed) == 0 {
          let key = "key-\(Int.random(in: 0..<60, using: &random.seed))"
          try writer.delete(key: key)
          kept.removeAll { $0.key == key }
        }
      }
      _ = try writer.commit()
      writer.close()
      let reader = try IndexReader.open(at: folder.path)
      #expect(try IndexContents(of: reader) == IndexContents(of: kept), "seed \(random.seed.value)")
      #expect(reader.documentCount == kept.count)
      #expect(try Verifier.verify(at: folder.path).faults == [])
      for document in kept {
        #expect(try reader.document(key: document.key)?.fingerprint == document.fingerprint)
      }
    }
  }

  @Test func `a small memory makes many segments and the same index`() throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    let documents = random.next(2_000)
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", memoryBytesMax: 1, policy: .never)
    for document in documents { try writer.replace(document) }
    _ = try writer.commit()
    #expect(try IndexReader.open(at: folder.path).segments.count > 10)
    try writer.optimize()
    _ = try writer.commit()
    writer.close()
    let reader = try IndexReader.open(at: folder.path)
    #expect(reader.segments.count == 1)
    #expect(try IndexContents(of: reader) == IndexContents(of: documents))
    #expect(try Verifier.verify(at: folder.path).isSound)
  }

  @Test func `nothing is seen before the commit, all of it after`() throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")]])
    let before = try IndexReader.open(at: folder.path)
    var writer = try writer(folder)
    try writer.replace(Document(key: "b"))
    try writer.delete(key: "a")
    #expect(try IndexReader.open(at: folder.path).documentCount == 1)
    #expect(try writer.commit(attachments: ["catalogue": [1]]) == 2)
    writer.close()
    let after = try IndexReader.open(at: folder.path)
    #expect(try after.document(key: "a") == nil)
    #expect(try after.document(key: "b") != nil)
    #expect(try after.attachment("catalogue") == [1])
    #expect(try before.document(key: "a") != nil)
    #expect(try IndexReader.stamp(at: folder.path).generation == 2)
  }

  @Test func `what was not committed is lost with its writer`() throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")]])
    var writer = try writer(folder)
    try writer.replace(Document(key: "b"))
    writer.close()
    #expect(try IndexReader.open(at: folder.path).documentCount == 1)
  }

  @Test func `a commit without anything new is none`() throws {
    let folder = try TemporaryFolder()
    var writer = try writer(folder)
    #expect(try writer.commit() == 1)
    #expect(try writer.commit() == 1)
    #expect(try writer.commit(attachments: ["a": [1]]) == 2)
    #expect(try writer.commit(attachments: ["a": [1]]) == 2)
    #expect(try writer.commit(attachments: ["a": [2]]) == 3)
    try writer.delete(key: "unknown")
    try writer.optimize()
    #expect(try writer.commit() == 3)
    writer.close()
  }

  @Test func `attachments that are not given stay`() throws {
    let folder = try TemporaryFolder()
    var writer = try writer(folder)
    _ = try writer.commit(attachments: ["a": [1], "b": []])
    try writer.replace(Document(key: "x"))
    _ = try writer.commit(attachments: ["a": [2]])
    writer.close()
    let reader = try IndexReader.open(at: folder.path)
    #expect(try reader.attachment("a") == [2])
    #expect(try reader.attachment("b") == [])
    #expect(try reader.attachment("c") == nil)
  }

  @Test func `the second writer is told who the first is`() throws {
    let folder = try TemporaryFolder()
    let first = try IndexWriter(at: folder.path, analysisVersion: "1", holder: "build 7")
    #expect(throws: IndexError.locked(holder: "build 7")) {
      try IndexWriter(at: folder.path, analysisVersion: "1", holder: "other").close()
    }
    first.close()
    try IndexWriter(at: folder.path, analysisVersion: "1", holder: "other").close()
  }

  @Test func `another analysis starts without documents`() throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")]])
    var writer = try writer(folder, version: "2")
    #expect(try writer.fingerprints.isEmpty)
    try writer.replace(Document(key: "b"))
    #expect(try writer.commit() == 2)
    writer.close()
    let reader = try IndexReader.open(at: folder.path)
    #expect(reader.analysisVersion == "2")
    #expect(try reader.document(key: "a") == nil)
    #expect(reader.documentCount == 1)
  }

  @Test func `a field has one kind, and a document that breaks it changes nothing`() throws {
    let folder = try TemporaryFolder()
    var first = Document(key: "a")
    first.add("f", .number(1))
    try folder.index([[first]])
    var writer = try writer(folder)
    var second = Document(key: "a")
    second.add("g", .number(1))
    second.add("f", .tags(["x"]))
    let error = IndexError.fieldKindMismatch(field: "f", found: "tag", expected: "number")
    #expect(throws: error) { try writer.replace(second) }
    #expect(try writer.commit() == 1)
    var third = Document(key: "b")
    third.add("h", .number(1))
    third.add("h", .text("x", SpacedWords()))
    #expect(throws: IndexError.self) { try writer.replace(third) }
    #expect(try writer.commit() == 1)
    writer.close()
  }

  @Test func `there is no index where there is none`() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path("missing")
    for path in [folder.path, missing] {
      #expect(throws: IndexError.noIndex(folder: path)) { try IndexReader.open(at: path) }
      #expect(throws: IndexError.noIndex(folder: path)) { try IndexReader.stamp(at: path) }
      #expect(throws: IndexError.noIndex(folder: path)) { try Verifier.verify(at: path) }
    }
  }

  @Test func `two generations' files are kept, strangers' files always`() throws {
    let folder = try TemporaryFolder()
    let strangers = ["links.sqlite", "notes.json", "segment-x.seg", "readme.tmp"]
    for name in strangers { try folder.write(name, [1]) }
    try folder.write("segment-9.seg.tmp", [1])
    try folder.write("segment-9.seg.positions.tmp", [1])
    for round in 1...4 {
      var writer = try writer(folder)
      try writer.replace(Document(key: "a"))
      _ = try writer.commit(attachments: ["catalogue": [UInt8(round)]])
      writer.close()
      let kept = Set(try DiskFileSystem().list(folder.path).map { $0.name })
      let expected = [round, round - 1].filter { $0 > 0 }.flatMap {
        ["segment-\($0).seg", "catalogue-\($0).json"]
      }
      #expect(kept == Set(strangers + ["manifest.json", "write.lock"] + expected))
    }
  }

  @Test func `a reader goes on while writers commit and clean up`() throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    let documents = random.next(300)
    try folder.index([documents])
    let reader = try IndexReader.open(at: folder.path)
    for _ in 0..<4 {
      var writer = try IndexWriter(at: folder.path, analysisVersion: "1", holder: "test")
      for document in documents { try writer.delete(key: document.key) }
      for document in random.next(30) { try writer.replace(document) }
      _ = try writer.commit()
      writer.close()
    }
    #expect(try IndexContents(of: reader) == IndexContents(of: documents))
  }

  @Test func `an index that lost a file can be started anew`() throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")], [Document(key: "b")]])
    try folder.write("manifest.json", "{}")
    #expect(throws: IndexError.self) { try self.writer(folder).close() }
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", startsEmpty: true)
    try writer.replace(Document(key: "c"))
    #expect(try writer.commit() > 2)
    writer.close()
    #expect(try IndexReader.open(at: folder.path).documentCount == 1)
    #expect(try Verifier.verify(at: folder.path).isSound)
  }
}
