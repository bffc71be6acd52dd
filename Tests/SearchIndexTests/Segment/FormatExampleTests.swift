import Storage
import TestSupport
import Testing

@testable import SearchIndex

/// The examples that the formats' comments give.
struct FormatExampleTests {
  private func frame(_ documents: [Document], in folder: TemporaryFolder) throws -> SegmentFrame {
    try folder.index([documents])
    return try SegmentFrame(MappedFile(path: folder.path("segment-1.seg")), name: "segment-1.seg")
  }

  private func bytes(_ section: SectionBytes) throws -> [UInt8] {
    try section.bytes(at: 0, length: section.count)
  }

  @Test func `the fields of a segment of one document`() throws {
    let folder = try TemporaryFolder()
    let frame = try frame([Document(key: "k")], in: folder)
    #expect(try bytes(frame[.fields]) == [1, 0, 2, 1, 0, 1, 14, 0, 0, 0, 0, 0, 0x80, 0x3F])
    #expect(
      try bytes(frame[.terms])
        == [0, 1, 0x01, 0x6B, 0x00, 0x40] + [UInt8](repeating: 0, count: 8))
  }

  @Test func `stored fields`() throws {
    let folder = try TemporaryFolder()
    let frame = try frame([Document(key: "a", fingerprint: [7])], in: folder)
    #expect(try bytes(frame[.stored]) == [1, 0x61, 1, 7, 0])
    #expect(
      try bytes(frame[.storedIndex])
        == [3, 2, 0, 0, 0, 0, 0, 0] + PackedArray.encode([0, 5], width: 3)
        + PackedArray.encode([0, 3], width: 2) + [0x05] + [UInt8](repeating: 0, count: 31))
  }

  @Test func `a dictionary of two tags`() throws {
    let folder = try TemporaryFolder()
    var documents = [Document(key: "a"), Document(key: "b")]
    documents[0].add("t", .tags(["cy"]))
    documents[1].add("t", .tags(["cym"]))
    let frame = try frame(documents, in: folder)
    let field = try SegmentField.decodeAll(frame)[1]
    let terms = try frame[.terms].range(at: field.terms.offset, length: field.terms.length)
    #expect(
      try bytes(terms)
        == [0, 3, 0x02, 0x21, 0x63, 0x79, 0x6D, 0x00, 0x40, 0x0A]
        + [UInt8](repeating: 0, count: 8))
    #expect(field.termIndex.length == 0)
  }

  @Test func `postings, positions and norms of a word in two documents`() throws {
    let folder = try TemporaryFolder()
    let texts = [3: "a b c d e f g h i w", 5: "w b c d w"]
    let documents = (0..<6).map { number in
      var document = Document(key: "\(number)")
      if let text = texts[number] { document.add("f", .text(text, SpacedWords())) }
      return document
    }
    let frame = try frame(documents, in: folder)
    let segment = try IndexReader.open(at: folder.path).segments[0]
    let field = try #require(segment.field("f"))
    let info = try #require(try segment.termInfo(Array("w".utf8), in: field))
    #expect(
      try frame[.postings].bytes(at: info.postingsOffset, length: 3) == [0x22, 0x07, 0x02])
    #expect(
      try frame[.positions].bytes(at: info.positionsOffset, length: 3) == [0x00, 0x09, 0x02])
    #expect(try bytes(frame[.norms]) == [0, 0, 0, 10, 0, 5])
  }

  @Test func `columns of numbers and of tags`() throws {
    let folder = try TemporaryFolder()
    var documents = [Document(key: "a"), Document(key: "b"), Document(key: "c")]
    documents[0].add("n", .number(7))
    documents[2].add("n", .number(9))
    documents[0].add("t", .tags(["b", "a"]))
    documents[2].add("t", .tags(["b"]))
    documents[0].add("u", .tags(["b"]))
    documents[2].add("u", .tags(["a"]))
    let frame = try frame(documents, in: folder)
    let pad = [UInt8](repeating: 0, count: 8)
    let numbers: [UInt8] =
      [7, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]
      + [5, 0, 0, 0, 0, 0, 0, 0, 0x20] + pad
    let tags: [UInt8] =
      [3, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0]
      + PackedArray.encode([0, 2, 2, 3], width: 2) + PackedArray.encode([1, 0, 1], width: 1)
    let single: [UInt8] =
      [2, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0]
      + PackedArray.encode([1, 2, 0], width: 2)
    #expect(try bytes(frame[.columns]) == numbers + tags + single)
  }

  @Test func `the best of three documents`() throws {
    var best = BestImpact(impactLength: 20)
    for (frequency, norm) in [(1, 10), (5, 40), (2, 40)] as [(UInt32, UInt8)] {
      best.add(Impact(frequency: frequency, norm: norm))
    }
    #expect(best.impact == Impact(frequency: 5, norm: 40))
    best.removeAll()
    best.add(Impact(frequency: 70_000, norm: 3))
    #expect(best.impact == Impact(frequency: 65_535, norm: 3))
  }
}
