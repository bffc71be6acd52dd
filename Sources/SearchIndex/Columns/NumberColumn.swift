import Storage

/// The numbers of a field by doc id.
///
///     column = min:i64 max:i64 width:u8 isFull:u8 zero:6 [present] values
///     present = ⌈documentCount / 64⌉ × u64, a bit a document as in ``LiveDocs``; if isFull is 0
///     values  = a ``PackedArray`` of documentCount: value - min, or 0 where there is none
///
/// Example: 7, none, 9: min 7, max 9, width 2, isFull 0, present `05 …`, values 0, 0, 2: `20` and the pad.
struct NumberColumn: Sendable {
  /// The smallest value.
  let min: Int64
  /// The largest value.
  let max: Int64
  private let values: PackedArray
  private let present: SectionBytes?

  static let headerLength = 24

  /// Opens the column of `field`; nil if no document has a value.
  init?(_ field: SegmentField, in frame: SegmentFrame) throws(IndexError) {
    guard field.documentCount > 0 else { return nil }
    let bytes = try frame[.columns].range(at: field.column.offset, length: field.column.length)
    min = Int64(bitPattern: try bytes.uint64(at: 0))
    max = Int64(bitPattern: try bytes.uint64(at: 8))
    guard min <= max else { throw bytes.corrupt(at: 8, expected: "a maximum above the minimum") }
    let isFull = try bytes.uint8(at: 17)
    guard isFull <= 1 else { throw bytes.corrupt(at: 17, expected: "0 or 1") }
    var offset = Self.headerLength
    if isFull == 0 {
      let length = 8 * ((frame.documentCount + 63) / 64)
      present = try bytes.range(at: offset, length: length)
      offset += length
    } else {
      present = nil
    }
    let width = Int(try bytes.uint8(at: 16))
    values = try PackedArray(bytes, at: offset, count: frame.documentCount, width: width)
    let length = offset + PackedArray.byteCount(count: frame.documentCount, width: width)
    guard length == bytes.count else {
      throw bytes.corrupt(at: length, expected: "a column of \(length) bytes")
    }
  }

  /// The value of a document; nil where it has none.
  ///
  /// - Precondition: `docID` is one of the segment's.
  func value(_ docID: DocID) -> Int64? {
    let value = min &+ Int64(bitPattern: values[Int(docID)])
    guard let present else { return value }
    let word = UInt64(littleEndian: present.load(Int(docID >> 6) * 8))
    return word >> UInt64(docID & 63) & 1 == 1 ? value : nil
  }
}

/// Writes a number column.
struct NumberColumnWriter {
  private var values: [Int64] = []
  private var present: [UInt64]
  private var count = 0
  private let documentCount: Int

  /// Starts a column in which no document has a value.
  init(documentCount: Int) {
    self.documentCount = documentCount
    values = [Int64](repeating: 0, count: documentCount)
    present = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
  }

  /// Sets the value of a document; the last one set counts.
  mutating func set(_ value: Int64, of docID: DocID) {
    values[Int(docID)] = value
    if !has(Int(docID)) {
      present[Int(docID >> 6)] |= 1 << UInt64(docID & 63)
      count += 1
    }
  }

  /// Writes the column; how many documents have a value, and where it lies.
  func finish(
    to segment: inout SegmentWriter
  ) throws(IndexError) -> (documentCount: Int, column: SegmentField.Extent) {
    let start = segment.columns.count
    let given = values.indices.filter { has($0) }.map { values[$0] }
    guard let low = given.min(), let high = given.max() else {
      return (0, SegmentField.Extent(offset: start, length: 0))
    }
    let width = PackedArray.width(for: UInt64(bitPattern: high &- low))
    var writer = ByteWriter()
    writer.uint64(UInt64(bitPattern: low))
    writer.uint64(UInt64(bitPattern: high))
    writer.uint8(UInt8(width))
    writer.uint8(count == documentCount ? 1 : 0)
    writer.align(to: 8)
    if count < documentCount { for word in present { writer.uint64(word) } }
    try segment.columns.append(writer.bytes)
    let offsets = values.indices.map { has($0) ? UInt64(bitPattern: values[$0] &- low) : 0 }
    try segment.columns.append(PackedArray.encode(offsets, width: width))
    return (count, SegmentField.Extent(offset: start, length: segment.columns.count - start))
  }

  private func has(_ index: Int) -> Bool { present[index >> 6] >> UInt64(index & 63) & 1 == 1 }
}
