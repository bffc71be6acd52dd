import Storage

/// What a document is handed back with.
///
///     stored      = document*
///     document    = keyLength:varint key fingerprintLength:varint fingerprint
///                   storedLength:varint stored
///     storedIndex = a ``LengthArray`` of the documents' lengths in `stored`
///
/// Example: key `a`, fingerprint of one byte 7, nothing stored: `01 61 01 07 00`, of length 5.

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
  private var lengths: [UInt64] = []
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
    lengths.append(UInt64(bytes.count))
  }

  /// Writes where the documents begin.
  func finish(to segment: inout SegmentWriter) throws(IndexError) {
    try segment.storedIndex.append(LengthArray.encode(lengths))
  }
}

/// Reads stored fields by doc id.
struct StoredFieldsReader: Sendable {
  private let stored: SectionBytes
  private let index: LengthArray

  /// Opens the two sections.
  init(_ frame: SegmentFrame) throws(IndexError) {
    stored = frame[.stored]
    index = try LengthArray(frame[.storedIndex], count: frame.documentCount)
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

  /// The key of a document, the rest unread.
  ///
  /// - Precondition: `docID` is one of the segment's.
  func key(_ docID: DocID) throws(IndexError) -> String {
    var cursor = SectionCursor(try range(docID))
    guard let key = String(validating: try Self.part(&cursor), as: UTF8.self) else {
      throw cursor.bytes.corrupt(at: 0, expected: "a key in UTF-8")
    }
    return key
  }

  /// The bytes of a document.
  func range(_ docID: DocID) throws(IndexError) -> SectionBytes {
    let range = try index.range(Int(docID))
    return try stored.range(at: range.lowerBound, length: range.count)
  }

  /// Throws unless the documents fill section `stored` without a gap, for `verify`.
  func check() throws(IndexError) {
    let end = try index.check()
    guard end == stored.count else {
      throw stored.corrupt(at: end, expected: "the end of the section")
    }
  }

  private static func part(_ cursor: inout SectionCursor) throws(IndexError) -> [UInt8] {
    let length = try cursor.count(atMost: cursor.bytes.count)
    let part = try cursor.bytes.bytes(at: cursor.offset, length: length)
    cursor.offset += length
    return part
  }
}
