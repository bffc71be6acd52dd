import Storage

/// The tags of a field by doc id, as ordinals: a value's place in the byte order of the segment's
/// values.
///
/// The field's term dictionary is the dictionary of the values.
///
///     column   = total:u64 startWidth:u8 ordinalWidth:u8 zero:6 starts ordinals
///     starts   = a ``PackedArray`` of documentCount + 1: where a document's ordinals begin
///     ordinals = a ``PackedArray`` of total, a document's in the order of its values, none twice
///
/// Example: values [b, a], [], [b]: total 3, starts 0 2 2 3, ordinals 1 0 1.
struct TagColumn: Sendable {
  /// The number of different values.
  let valueCount: Int
  private let dictionary: TermDictionaryReader
  private let starts: PackedArray
  private let ordinals: PackedArray
  private let bytes: SectionBytes

  static let headerLength = 16

  /// Opens the column of `field`; nil if no document has a value.
  ///
  /// Nothing but its extent is checked: see ``check()``.
  init?(_ field: SegmentField, in frame: SegmentFrame) throws(IndexError) {
    guard field.documentCount > 0 else { return nil }
    dictionary = try TermDictionaryReader(field, in: frame)
    valueCount = field.termCount
    bytes = try frame[.columns].range(at: field.column.offset, length: field.column.length)
    guard let total = Int(exactly: try bytes.uint64(at: 0)) else {
      throw bytes.corrupt(at: 0, expected: "a number of ordinals")
    }
    let startWidth = Int(try bytes.uint8(at: 8))
    starts = try PackedArray(
      bytes, at: Self.headerLength, count: frame.documentCount + 1, width: startWidth)
    let offset =
      Self.headerLength
      + PackedArray.byteCount(count: frame.documentCount + 1, width: startWidth)
    let ordinalWidth = Int(try bytes.uint8(at: 9))
    ordinals = try PackedArray(bytes, at: offset, count: total, width: ordinalWidth)
    let length = offset + PackedArray.byteCount(count: total, width: ordinalWidth)
    guard length == bytes.count else {
      throw bytes.corrupt(at: length, expected: "a column of \(length) bytes")
    }
  }

  /// Throws unless starts ascend to the number of ordinals and each ordinal has a value: what the
  /// accessors below rely on, so it is done once before a column is handed out.
  ///
  /// - Complexity: O(documents + ordinals).
  func check() throws(IndexError) {
    var last: UInt64 = 0
    for index in 0..<starts.count {
      guard starts[index] >= last, index > 0 || starts[index] == 0 else {
        throw bytes.corrupt(at: Self.headerLength, expected: "starts in ascending order")
      }
      last = starts[index]
    }
    guard last == UInt64(ordinals.count) else {
      throw bytes.corrupt(at: Self.headerLength, expected: "starts that end at the total")
    }
    for index in 0..<ordinals.count where ordinals[index] >= UInt64(valueCount) {
      throw bytes.corrupt(at: Self.headerLength, expected: "ordinals below \(valueCount)")
    }
  }

  /// The number of values of all documents.
  var total: Int { ordinals.count }

  /// The value of an ordinal.
  ///
  /// - Precondition: `ordinal` is in 0 ..< valueCount.
  func value(_ ordinal: Int) throws(IndexError) -> String {
    let term = try dictionary.term(at: ordinal)
    guard let value = String(validating: term, as: UTF8.self) else {
      throw dictionary.terms.corrupt(at: 0, expected: "tags in UTF-8")
    }
    return value
  }

  /// The ordinal of a value; nil if no document has it.
  func ordinal(of value: String) throws(IndexError) -> Int? {
    try dictionary.find(Array(value.utf8))?.ordinal
  }

  /// The ordinals of a document in the order of its values, in place of what `target` holds.
  ///
  /// - Precondition: `docID` is one of the segment's; ``check()`` has passed.
  func ordinals(_ docID: DocID, into target: inout [Int]) {
    target.removeAll(keepingCapacity: true)
    let end = Int(truncatingIfNeeded: starts[Int(docID) + 1])
    var index = Int(truncatingIfNeeded: starts[Int(docID)])
    while index < end {
      target.append(Int(truncatingIfNeeded: ordinals[index]))
      index += 1
    }
  }

  /// The ordinal of a document's first value; nil where it has none.
  ///
  /// - Precondition: as for ``ordinals(_:into:)``.
  func firstOrdinal(_ docID: DocID) -> Int? {
    let start = starts[Int(docID)]
    return start < starts[Int(docID) + 1]
      ? Int(truncatingIfNeeded: ordinals[Int(truncatingIfNeeded: start)]) : nil
  }
}

/// Writes a tag column, document by document.
struct TagColumnWriter {
  private var starts: [UInt64] = [0]
  private var ordinals: [UInt64] = []
  private var filled = 0

  /// Starts an empty column.
  init() {}

  /// Appends a document with these ordinals, of which there may be none.
  mutating func add(_ values: some Sequence<Int>) {
    let before = ordinals.count
    for value in values { ordinals.append(UInt64(value)) }
    if ordinals.count > before { filled += 1 }
    starts.append(UInt64(ordinals.count))
  }

  /// Writes the column; how many documents have a value, and where it lies.
  func finish(
    valueCount: Int, to segment: inout SegmentWriter
  ) throws(IndexError) -> (documentCount: Int, column: SegmentField.Extent) {
    let start = segment.columns.count
    guard filled > 0 else { return (0, SegmentField.Extent(offset: start, length: 0)) }
    let startWidth = PackedArray.width(for: UInt64(ordinals.count))
    let ordinalWidth = PackedArray.width(for: UInt64(valueCount - 1))
    var writer = ByteWriter()
    writer.uint64(UInt64(ordinals.count))
    writer.uint8(UInt8(startWidth))
    writer.uint8(UInt8(ordinalWidth))
    writer.align(to: 8)
    try segment.columns.append(writer.bytes)
    try segment.columns.append(PackedArray.encode(starts, width: startWidth))
    try segment.columns.append(PackedArray.encode(ordinals, width: ordinalWidth))
    return (filled, SegmentField.Extent(offset: start, length: segment.columns.count - start))
  }
}
