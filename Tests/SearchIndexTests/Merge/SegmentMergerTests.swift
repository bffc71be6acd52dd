import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct SegmentMergerTests {
  @Test func `merging keeps answers and order, and forgets the deleted`() throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    random.keyCount = 2_000
    var batches = (0..<6).map { [1, 129, 300, 2, 128, 40][$0] }.map { random.next($0) }
    // A field that only some segments have, and one that loses its last document.
    batches[1][0].add("rare", .text("once here", SpacedWords()))
    batches[1][1].add("gone", .tags(["x"]))
    batches[1][1].add("gone too", .text("x", SpacedWords()))
    batches[1][1].add("and this", .number(5))
    try folder.index(batches)
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    try writer.delete(key: batches[1][1].key)
    _ = try writer.commit()
    let before = try IndexReader.open(at: folder.path)
    #expect(before.segments.count > 3)
    #expect(before.segments.contains { $0.liveDocs != nil })
    try writer.optimize()
    _ = try writer.commit()
    writer.close()
    let after = try IndexReader.open(at: folder.path)
    #expect(after.segments.count == 1)
    #expect(after.segments[0].liveDocs == nil)
    #expect(after.segments[0].documentCount == before.documentCount)
    #expect(try IndexContents(of: after) == IndexContents(of: before), "seed \(random.seed.value)")
    #expect(!after.segments[0].fieldNames.contains { $0.hasPrefix("gone") || $0 == "and this" })
    #expect(try Verifier.verify(at: folder.path).faults == [])
  }

  @Test func `a merged segment is the one that its documents make alone, byte for byte`() throws {
    var random = RandomDocuments()
    let documents = random.next(700)
    let parts = try TemporaryFolder()
    try parts.index([
      Array(documents[..<100]), Array(documents[100..<500]), Array(documents[500...]),
    ])
    var writer = try IndexWriter(
      at: parts.path, analysisVersion: "1", holder: "test", policy: .never)
    try writer.optimize()
    _ = try writer.commit()
    writer.close()
    let whole = try TemporaryFolder()
    try whole.index([documents])
    // Only the segment's number in the header, and its checksum there, may differ.
    let disk = DiskFileSystem()
    let merged = try disk.read(parts.path("segment-4.seg"), bytesMax: .max)
    let made = try disk.read(whole.path("segment-1.seg"), bytesMax: .max)
    #expect(merged.dropFirst(64) == made.dropFirst(64))
  }

  @Test func `a large section goes through a temporary file and comes out the same`() throws {
    let folder = try TemporaryFolder()
    let faulty = FaultyFileSystem()
    for spillBytes in [1, 1_000, 1 << 20] {
      var spool = SectionSpool(
        path: folder.path("spill.tmp"), fileSystem: faulty, spillBytes: spillBytes)
      var expected: [UInt8] = []
      for index in 0..<300 {
        let piece = [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: index % 50)
        try spool.append(piece)
        expected += piece
      }
      #expect(spool.count == expected.count)
      var found: [UInt8] = []
      try spool.drain { (part) throws(IndexError) in found += part }
      #expect(found == expected)
      #expect(try DiskFileSystem().list(folder.path).isEmpty)
    }
    #expect(faulty.changeCount > 100)
  }
}
