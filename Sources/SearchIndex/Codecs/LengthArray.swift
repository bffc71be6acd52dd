/// Where parts begin that follow each other: kept as their lengths, in as few bits as those of a
/// block need.
///
///     array   = startWidth:u8 totalWidth:u8 zero:6 starts totals lengths zero:8
///     starts  = a ``PackedArray`` of blocks + 1: where each block of 64 parts begins, and the end
///     totals  = a ``PackedArray`` of blocks + 1: the sum of the widths of the blocks before
///     lengths = block*         64 lengths of the block's width, so 8 × width bytes, from the lowest
///                              bit on; those that the last block lacks are 0
///
/// Where a part begins is found by adding up to 63 lengths. Widths are at most 56.
/// Example: parts of 5 and 3 bytes: startWidth 4, totalWidth 2, starts 0 8, totals 0 3, lengths of
/// width 3: `1D` (5 + 3·8) and 23 zeros, then 8 more.
struct LengthArray: Sendable {
  /// The parts of a block.
  static let blockCount = 64
  private static let headerLength = 8
  private static let padLength = 8
  private static let widthMax = 56

  private let count: Int
  private let starts: PackedArray
  private let totals: PackedArray
  private let lengths: SectionBytes
  private let bytes: SectionBytes

  /// Opens the array of `count` parts that `bytes` are.
  init(_ bytes: SectionBytes, count: Int) throws(IndexError) {
    self.bytes = bytes
    self.count = count
    let rows = (count + Self.blockCount - 1) / Self.blockCount + 1
    let startWidth = Int(try bytes.uint8(at: 0))
    let totalWidth = Int(try bytes.uint8(at: 1))
    starts = try PackedArray(bytes, at: Self.headerLength, count: rows, width: startWidth)
    var offset = Self.headerLength + PackedArray.byteCount(count: rows, width: startWidth)
    totals = try PackedArray(bytes, at: offset, count: rows, width: totalWidth)
    offset += PackedArray.byteCount(count: rows, width: totalWidth)
    lengths = try bytes.range(at: offset, length: bytes.count - offset)
    let end = totals[rows - 1]
    guard end <= UInt64(lengths.count), Int(end) * 8 + Self.padLength == lengths.count else {
      throw bytes.corrupt(at: offset, expected: "lengths that fill the array")
    }
  }

  /// Where the part at `index` lies.
  ///
  /// - Precondition: `index` is in 0 ..< count.
  func range(_ index: Int) throws(IndexError) -> Range<Int> {
    precondition(index >= 0 && index < count)
    let block = index / Self.blockCount
    let (first, next) = (totals[block], totals[block + 1])
    guard first <= next, next - first <= UInt64(Self.widthMax), next <= totals[totals.count - 1]
    else { throw corrupt("widths of at most \(Self.widthMax)") }
    let width = Int(next - first)
    let mask = (1 as UInt64) << UInt64(width) - 1
    var start = starts[block]
    var length: UInt64 = 0
    var bit = Int(first) * 64
    for _ in 0...index % Self.blockCount {
      start &+= length
      length = UInt64(littleEndian: lengths.load(bit >> 3)) >> UInt64(bit & 7) & mask
      bit += width
    }
    guard start < 1 << 62, let from = Int(exactly: start), let more = Int(exactly: length) else {
      throw corrupt("starts of at most 62 bits")
    }
    return from..<from + more
  }

  /// Throws unless each block begins where the one before ends; where the last part ends.
  ///
  /// For `verify`.
  func check() throws(IndexError) -> Int {
    var end = 0
    for index in 0..<count {
      let range = try range(index)
      guard range.lowerBound == end else { throw corrupt("parts without a gap") }
      end = range.upperBound
    }
    guard starts[starts.count - 1] == UInt64(end) else { throw corrupt("an end at \(end)") }
    return end
  }

  private func corrupt(_ expected: String) -> IndexError {
    bytes.corrupt(at: Self.headerLength, expected: expected)
  }

  /// The bytes of the array of these lengths, each below 2^56.
  static func encode(_ lengths: [UInt64]) -> [UInt8] {
    var starts: [UInt64] = [0]
    var totals: [UInt64] = [0]
    var packed: [UInt8] = []
    var block: [UInt64] = []
    var next = lengths.startIndex
    while next < lengths.endIndex {
      block = Array(lengths[next..<min(next + blockCount, lengths.endIndex)])
      next += block.count
      let width = PackedArray.width(for: block.max() ?? 0)
      starts.append((starts.last ?? 0) + block.reduce(0, +))
      totals.append((totals.last ?? 0) + UInt64(width))
      block.append(contentsOf: repeatElement(0, count: blockCount - block.count))
      packed.append(contentsOf: PackedArray.encode(block, width: width).dropLast(padLength))
    }
    let startWidth = PackedArray.width(for: starts.last ?? 0)
    let totalWidth = PackedArray.width(for: totals.last ?? 0)
    return [UInt8(startWidth), UInt8(totalWidth), 0, 0, 0, 0, 0, 0]
      + PackedArray.encode(starts, width: startWidth)
      + PackedArray.encode(totals, width: totalWidth) + packed
      + [UInt8](repeating: 0, count: padLength)
  }
}
