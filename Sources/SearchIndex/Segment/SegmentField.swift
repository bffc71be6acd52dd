import Storage

/// What a field holds; one kind throughout an index.
public enum FieldKind: UInt8, Sendable, CaseIterable {
  /// Analysed text.
  case text = 1
  /// Exact values.
  case tag
  /// A number a document.
  case number

  /// The kind's name, as the manifest has it.
  public var name: String {
    switch self {
    case .text: "text"
    case .tag: "tag"
    case .number: "number"
    }
  }
}

/// A field of a segment: what is known of it, and where its parts lie in the sections.
///
///     fields = count:varint field*           fields ascend in the byte order of their names
///     field  = nameLength:varint name kind:u8 documentCount:varint totalTermCount:varint
///              termCount:varint termsLength:varint termIndexLength:varint
///              normsLength:varint columnLength:varint
///
/// Parts lie in their sections in the order of the fields, without gaps, so lengths are enough. The
/// first field is always the one of the keys, whose name is empty: a tag field without a column.
/// Example: one document of key `k` and no other field: `01  00 02 01 00 01 0E 00 00 00`.
struct SegmentField: Sendable {
  /// The name; empty for the field of the keys.
  let name: String
  /// What it holds.
  let kind: FieldKind
  /// The number of documents with a value, deleted ones included.
  ///
  /// A text without a single token is no value.
  let documentCount: Int
  /// A text field's number of tokens, over all documents; 0 for the other kinds.
  let totalTermCount: UInt64
  /// The number of terms; 0 for numbers.
  let termCount: Int
  /// The field's part of section `terms`.
  let terms: Extent
  /// The field's part of section `termIndex`.
  let termIndex: Extent
  /// The field's part of section `norms`; empty unless it is a text field.
  let norms: Extent
  /// The field's part of section `columns`; empty unless it is a tag or number field.
  let column: Extent

  /// Bytes of a section.
  struct Extent: Sendable, Equatable {
    /// Where they start in the section.
    var offset: Int
    /// How many there are.
    var length: Int
  }

  /// The largest ``totalTermCount``: sums over many segments stay clear of the integers' ends.
  static let totalTermCountMax = 1 << 48

  /// Appends the field to the body of section `fields`.
  func encode(into writer: inout ByteWriter) {
    writer.varint(name.utf8.count)
    writer.append(contentsOf: name.utf8)
    writer.uint8(kind.rawValue)
    writer.varint(documentCount)
    writer.varint(totalTermCount)
    writer.varint(termCount)
    for extent in [terms, termIndex, norms, column] { writer.varint(extent.length) }
  }

  /// Reads section `fields` of a segment and checks it against the other sections' lengths.
  static func decodeAll(_ frame: SegmentFrame) throws(IndexError) -> [SegmentField] {
    let bytes = frame[.fields]
    var cursor = SectionCursor(bytes)
    let count = try cursor.count(atMost: bytes.count)
    var fields: [SegmentField] = []
    var previousName: [UInt8]?
    var ends = [0, 0, 0, 0]
    for _ in 0..<count {
      let start = cursor.offset
      fields.append(try decode(&cursor, frame, &ends))
      let name = Array(fields[fields.count - 1].name.utf8)
      if let previousName {
        guard previousName.lexicographicallyPrecedes(name) else {
          throw bytes.corrupt(at: start, expected: "field names in ascending order")
        }
      }
      previousName = name
    }
    guard cursor.isAtEnd else {
      throw bytes.corrupt(at: cursor.offset, expected: "the end of the fields")
    }
    guard let keys = fields.first, keys.name.isEmpty, keys.kind == .tag, keys.column.length == 0
    else {
      throw bytes.corrupt(at: 0, expected: "the field of the keys first")
    }
    for (end, section) in zip(ends, partSections) where end != frame[section].count {
      throw bytes.corrupt(at: cursor.offset, expected: "fields that fill section \(section.name)")
    }
    return fields
  }

  private static let partSections: [Section] = [.terms, .termIndex, .norms, .columns]

  private static func decode(
    _ cursor: inout SectionCursor, _ frame: SegmentFrame, _ ends: inout [Int]
  ) throws(IndexError) -> SegmentField {
    let bytes = cursor.bytes
    let nameLength = try cursor.count(atMost: bytes.count)
    let nameBytes = try bytes.bytes(at: cursor.offset, length: nameLength)
    guard let name = String(validating: nameBytes, as: UTF8.self) else {
      throw bytes.corrupt(at: cursor.offset, expected: "a name in UTF-8")
    }
    cursor.offset += nameLength
    guard let kind = FieldKind(rawValue: try cursor.uint8()) else {
      throw bytes.corrupt(at: cursor.offset - 1, expected: "a field kind")
    }
    let documentCount = try cursor.count(atMost: frame.documentCount)
    let totalTermCount = try cursor.count(atMost: kind == .text ? totalTermCountMax : 0)
    let termCount = try cursor.count(atMost: kind == .number ? 0 : frame[.terms].count)
    var extents: [Extent] = []
    for (index, section) in partSections.enumerated() {
      let length = try cursor.count(atMost: frame[section].count - ends[index])
      extents.append(Extent(offset: ends[index], length: length))
      ends[index] += length
    }
    guard extents[2].length == (kind == .text ? frame.documentCount : 0) else {
      throw bytes.corrupt(at: cursor.offset, expected: "a norm for each document of a text field")
    }
    guard kind != .text || extents[3].length == 0 else {
      throw bytes.corrupt(at: cursor.offset, expected: "no column of a text field")
    }
    return SegmentField(
      name: name, kind: kind, documentCount: documentCount,
      totalTermCount: UInt64(totalTermCount), termCount: termCount, terms: extents[0],
      termIndex: extents[1], norms: extents[2], column: extents[3])
  }
}
