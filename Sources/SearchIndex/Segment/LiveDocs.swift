import Storage

/// Which documents of a segment are not deleted: one bit each.
///
///     file = "CANFODDL" version:u32 documentCount:u32 number:u64 generation:u64 words crc:u32
///     words = ⌈documentCount / 64⌉ × u64; bit d mod 64 of word d / 64 is 1 if document d is live;
///             the bits after the last document are 0
///
/// Example: 3 documents, the second deleted: one word, `05 00 00 00 00 00 00 00`.
struct LiveDocs: Sendable, Equatable {
  /// The number of documents, deleted ones included.
  let documentCount: Int
  /// The number of deleted documents.
  private(set) var deletedCount = 0
  private var words: [UInt64]

  /// Makes a set in which all documents are live.
  init(documentCount: Int) {
    self.documentCount = documentCount
    words = [UInt64](repeating: .max, count: (documentCount + 63) / 64)
    if documentCount % 64 != 0 { words[words.count - 1] = 1 << UInt64(documentCount % 64) - 1 }
  }

  /// The number of documents that are not deleted.
  var liveCount: Int { documentCount - deletedCount }

  /// Whether the document is not deleted; false outside of the segment.
  func isLive(_ docID: DocID) -> Bool {
    let index = Int(docID >> 6)
    return index < words.count && words[index] >> UInt64(docID & 63) & 1 == 1
  }

  /// The bits of documents 64 × `index` ..< 64 × `index` + 64; 1 is live, 0 outside of the segment.
  func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }

  /// Marks a document as deleted; whether it was live before.
  @discardableResult
  mutating func delete(_ docID: DocID) -> Bool {
    guard isLive(docID) else { return false }
    words[Int(docID >> 6)] &= ~(1 << UInt64(docID & 63))
    deletedCount += 1
    return true
  }

  private static let magic = Array("CANFODDL".utf8)
  private static let version: UInt32 = 1
  private static let headerLength = 32

  /// The bytes of the file for segment `number` as of `generation`.
  func encode(number: UInt64, generation: UInt64) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(contentsOf: Self.magic)
    writer.uint32(Self.version)
    writer.uint32(UInt32(documentCount))
    writer.uint64(number)
    writer.uint64(generation)
    for word in words { writer.uint64(word) }
    writer.uint32(CRC32C.checksum(writer.bytes))
    return writer.bytes
  }

  /// Reads the file called `name`; every byte of it is checked.
  init(
    decoding bytes: [UInt8], name: String, number: UInt64, generation: UInt64, documentCount: Int
  ) throws(IndexError) {
    let mapped = MappedFile(copying: bytes, path: name)
    let all = SectionBytes(ByteRegion(mapped), file: name, section: "deletes")
    let wordCount = (documentCount + 63) / 64
    let length = Self.headerLength + 8 * wordCount + 4
    guard all.count == length else {
      throw all.corrupt(at: min(all.count, length), expected: "a file of \(length) bytes")
    }
    guard try all.compare(at: 0, length: Self.magic.count, with: Self.magic) == 0 else {
      throw all.corrupt(at: 0, expected: "CANFODDL")
    }
    guard try all.range(at: 0, length: length - 4).checksum == all.uint32(at: length - 4) else {
      throw all.corrupt(at: length - 4, expected: "the CRC-32C of the bytes before")
    }
    let version = try all.uint32(at: 8)
    guard version == Self.version else {
      throw .unsupportedVersion(file: name, found: Int(version), supported: Int(Self.version))
    }
    guard try Int(all.uint32(at: 12)) == documentCount, try all.uint64(at: 16) == number,
      try all.uint64(at: 24) == generation
    else {
      throw all.corrupt(at: 12, expected: "the counts that the manifest and the segment have")
    }
    let full = LiveDocs(documentCount: documentCount)
    var words: [UInt64] = []
    words.reserveCapacity(wordCount)
    for index in 0..<wordCount {
      let word = try all.uint64(at: Self.headerLength + 8 * index)
      guard word & ~full.words[index] == 0 else {
        throw all.corrupt(
          at: Self.headerLength + 8 * index, expected: "no live document after the last")
      }
      words.append(word)
    }
    self.documentCount = documentCount
    self.words = words
    deletedCount = documentCount - words.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
