import Storage

/// The tags of a field by doc id, as ordinals: a value's place in the byte order of the segment's
/// values.
///
/// The field's term dictionary is the dictionary of the values.
///
///     column   = total:u64 startWidth:u8 ordinalWidth:u8 isSingle:u8 zero:5 [starts] ordinals
///     starts   = a ``PackedArray`` of documentCount + 1: where a document's ordinals begin; if
///                isSingle is 0
///     ordinals = a ``PackedArray`` of total, a document's in the order of its values, none twice;
///                if isSingle is 1, of documentCount: a document's only one, or the number of values
///
/// isSingle is 1 where no document has two values. Example: values [b, a], [], [b]: total 3, starts
/// 0 2 2 3, ordinals 1 0 1; values [b], [], [a]: total 2, isSingle 1, ordinals 1 2 0.
struct TagColumn: Sendable {
  /// The number of different values.
  let valueCount: Int
  private let dictionary: TermDictionaryReader
  /// nil where no document has two values.
  private let starts: PackedArray?
  private let ordinals: PackedArray
  private let bytes: SectionBytes
  /// The number of values of all documents.
  let total: Int

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
    self.total = total
    let isSingle = try bytes.uint8(at: 10)
    guard isSingle <= 1 else { throw bytes.corrupt(at: 10, expected: "0 or 1") }
    var offset = Self.headerLength
    var count = frame.documentCount
    if isSingle == 0 {
      let startWidth = Int(try bytes.uint8(at: 8))
      starts = try PackedArray(
        bytes, at: offset, count: frame.documentCount + 1, width: startWidth)
      offset += PackedArray.byteCount(count: frame.documentCount + 1, width: startWidth)
      count = total
    } else {
      starts = nil
    }
    let ordinalWidth = Int(try bytes.uint8(at: 9))
    ordinals = try PackedArray(bytes, at: offset, count: count, width: ordinalWidth)
    let length = offset + PackedArray.byteCount(count: count, width: ordinalWidth)
    guard length == bytes.count else {
      throw bytes.corrupt(at: length, expected: "a column of \(length) bytes")
    }
  }

  /// Throws unless starts ascend to the number of ordinals and each ordinal has a value: what the
  /// accessors below rely on, so it is done once before a column is handed out.
  ///
  /// - Complexity: O(documents + ordinals).
  func check() throws(IndexError) {
    let most = UInt64(starts == nil ? valueCount + 1 : valueCount)
    var given = 0
    for index in 0..<ordinals.count {
      let ordinal = ordinals[index]
      guard ordinal < most else { throw corrupt("ordinals below \(valueCount)") }
      if ordinal < UInt64(valueCount) { given += 1 }
    }
    guard given == total else { throw corrupt("\(total) ordinals") }
    guard let starts else { return }
    var last: UInt64 = 0
    for index in 0..<starts.count {
      guard starts[index] >= last, index > 0 || starts[index] == 0 else {
        throw corrupt("starts in ascending order")
      }
      last = starts[index]
    }
    guard last == UInt64(ordinals.count) else { throw corrupt("starts that end at the total") }
  }

  private func corrupt(_ expected: String) -> IndexError {
    bytes.corrupt(at: Self.headerLength, expected: expected)
  }

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
    guard let starts else {
      if let ordinal = firstOrdinal(docID) { target.append(ordinal) }
      return
    }
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
    guard let starts else {
      let ordinal = Int(truncatingIfNeeded: ordinals[Int(docID)])
      return ordinal < valueCount ? ordinal : nil
    }
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
    let isSingle = zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 <= 1 }
    let isFull = filled == starts.count - 1
    var numbers = ordinals
    if isSingle, !isFull {
      numbers = zip(starts, starts.dropFirst()).map {
        $0 < $1 ? ordinals[Int($0)] : UInt64(valueCount)
      }
    }
    let startWidth = isSingle ? 0 : PackedArray.width(for: UInt64(ordinals.count))
    let ordinalWidth = PackedArray.width(
      for: UInt64(isSingle && !isFull ? valueCount : valueCount - 1))
    var writer = ByteWriter()
    writer.uint64(UInt64(ordinals.count))
    writer.uint8(UInt8(startWidth))
    writer.uint8(UInt8(ordinalWidth))
    writer.uint8(isSingle ? 1 : 0)
    writer.align(to: 8)
    try segment.columns.append(writer.bytes)
    if !isSingle { try segment.columns.append(PackedArray.encode(starts, width: startWidth)) }
    try segment.columns.append(PackedArray.encode(numbers, width: ordinalWidth))
    return (filled, SegmentField.Extent(offset: start, length: segment.columns.count - start))
  }
}
