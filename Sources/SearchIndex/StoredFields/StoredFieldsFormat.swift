import Storage

/// What a document is handed back with.
///
///     stored      = document*
///     document    = keyLength:varint key fingerprintLength:varint fingerprint
///                   storedLength:varint stored
///     storedIndex = width:u8 zero:7 offsets        a ``PackedArray`` of documentCount + 1
///
/// Offsets are those of the documents in `stored`, and its length. Example: key `a`, fingerprint of
/// one byte 7, nothing stored: `01 61 01 07 00`, offsets 0 and 5.
enum StoredFieldsFormat {
  /// The bytes before the offsets.
  static let indexHeaderLength = 8
}

/// What was stored of a document.
public struct StoredDocument: Sendable, Equatable {
  /// The document's name.
  public var key: String
  /// By what its owner tells whether its source changed.
  public var fingerprint: [UInt8]
  /// Bytes as they were given.
  public var stored: [UInt8]

  /// Makes a value.
  public init(key: String, fingerprint: [UInt8], stored: [UInt8]) {
    self.key = key
    self.fingerprint = fingerprint
    self.stored = stored
  }
}

/// Writes documents' stored fields in the order of their doc ids.
struct StoredFieldsWriter {
  private var offsets: [UInt64] = [0]
  private var encoded = ByteWriter()

  /// Appends a document.
  mutating func add(
    _ document: StoredDocument, to segment: inout SegmentWriter
  ) throws(IndexError) {
    encoded.removeAll()
    encoded.varint(document.key.utf8.count)
    encoded.append(contentsOf: document.key.utf8)
    encoded.varint(document.fingerprint.count)
    encoded.append(contentsOf: document.fingerprint)
    encoded.varint(document.stored.count)
    encoded.append(contentsOf: document.stored)
    try add(encoded: encoded.bytes, to: &segment)
  }

  /// Appends a document in the bytes that another segment has of it.
  mutating func add(
    encoded bytes: [UInt8], to segment: inout SegmentWriter
  ) throws(IndexError) {
    try segment.stored.append(bytes)
    offsets.append(UInt64(segment.stored.count))
  }

  /// Writes where the documents begin.
  func finish(to segment: inout SegmentWriter) throws(IndexError) {
    let width = PackedArray.width(for: offsets[offsets.count - 1])
    try segment.storedIndex.append([UInt8(width), 0, 0, 0, 0, 0, 0, 0])
    try segment.storedIndex.append(PackedArray.encode(offsets, width: width))
  }
}

/// Reads stored fields by doc id.
struct StoredFieldsReader: Sendable {
  private let stored: SectionBytes
  private let index: SectionBytes
  private let offsets: PackedArray

  /// Opens the two sections.
  init(_ frame: SegmentFrame) throws(IndexError) {
    stored = frame[.stored]
    index = frame[.storedIndex]
    offsets = try PackedArray(
      index, at: StoredFieldsFormat.indexHeaderLength, count: frame.documentCount + 1,
      width: Int(try index.uint8(at: 0)))
  }

  /// The stored fields of a document.
  ///
  /// - Precondition: `docID` is one of the segment's.
  func document(_ docID: DocID) throws(IndexError) -> StoredDocument {
    var cursor = SectionCursor(try range(docID))
    let key = try Self.part(&cursor)
    guard let key = String(validating: key, as: UTF8.self) else {
      throw cursor.bytes.corrupt(at: 0, expected: "a key in UTF-8")
    }
    let document = StoredDocument(
      key: key, fingerprint: try Self.part(&cursor), stored: try Self.part(&cursor))
    guard cursor.isAtEnd else {
      throw cursor.bytes.corrupt(at: cursor.offset, expected: "the end of the document")
    }
    return document
  }

  /// The bytes of a document.
  func range(_ docID: DocID) throws(IndexError) -> SectionBytes {
    let (first, second) = (offsets[Int(docID)], offsets[Int(docID) + 1])
    guard let start = Int(exactly: first), let end = Int(exactly: second), start <= end else {
      throw index.corrupt(
        at: StoredFieldsFormat.indexHeaderLength, expected: "offsets in ascending order")
    }
    return try stored.range(at: start, length: end - start)
  }

  private static func part(_ cursor: inout SectionCursor) throws(IndexError) -> [UInt8] {
    let length = try cursor.count(atMost: cursor.bytes.count)
    let part = try cursor.bytes.bytes(at: cursor.offset, length: length)
    cursor.offset += length
    return part
  }
}
