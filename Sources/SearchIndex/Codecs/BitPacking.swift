/// Blocks of 128 numbers in `width` bits each.
///
///     block = 16 × width bytes, as `width` rows of four 32-bit words, little-endian
///
/// Number i lies in lane i mod 4; a lane's 32 numbers follow each other from the lowest bit of its
/// word in row 0 on, across words where they must. Width 0 takes no bytes: all numbers are 0.
///
/// Example: width 8, numbers 0, 1, 2 … 127. Lane 0 holds 0, 4, 8, 12 in its first word, so the block
/// begins `00 04 08 0C  01 05 09 0D  02 06 0A 0E  03 07 0B 0F`.
/// Layout after Lemire & Boytsov, "Decoding billions of integers per second through vectorization",
/// 2015.
enum BitPacking {
  /// The numbers of a block.
  static let count = 128

  /// The bytes of a block of numbers of `width` bits.
  static func byteCount(width: Int) -> Int { 16 * width }

  /// The bits that the largest of a block's numbers needs.
  static func width(of numbers: [UInt32]) -> Int {
    var all: UInt32 = 0
    for number in numbers { all |= number }
    return 32 - all.leadingZeroBitCount
  }

  /// Appends the block of the first 128 of `numbers` to `target`.
  ///
  /// - Precondition: there are 128, each below 2^width, and `width` is at most 32.
  static func pack(_ numbers: [UInt32], width: Int, into target: inout [UInt8]) {
    precondition(numbers.count >= count && width <= 32)
    guard width > 0 else { return }
    var row = SIMD4<UInt32>(repeating: 0)
    var filled = 0
    for index in 0..<32 {
      let value = SIMD4<UInt32>(
        numbers[4 * index], numbers[4 * index + 1], numbers[4 * index + 2], numbers[4 * index + 3])
      row |= value &<< SIMD4<UInt32>(repeating: UInt32(filled))
      filled += width
      guard filled >= 32 else { continue }
      append(row, to: &target)
      filled -= 32
      // What did not fit begins the next row; a shift by all 32 bits would shift by none.
      row =
        filled == 0
        ? SIMD4<UInt32>(repeating: 0) : value &>> SIMD4<UInt32>(repeating: UInt32(width - filled))
    }
  }

  private static func append(_ row: SIMD4<UInt32>, to target: inout [UInt8]) {
    unsafe withUnsafeBytes(of: row) { unsafe target.append(contentsOf: $0) }
  }

  /// Reads the block at `offset` of `source` into the first 128 of `numbers`.
  ///
  /// - Precondition: `numbers` has room for 128. Width and bounds come from disk and are checked.
  static func unpack(
    _ source: SectionBytes, at offset: Int, width: Int, into numbers: inout [UInt32]
  ) throws(IndexError) {
    precondition(numbers.count >= count)
    guard width <= 32 else {
      throw source.corrupt(at: offset, expected: "a bit width of at most 32")
    }
    try source.check(offset, byteCount(width: width))
    unsafe numbers.withUnsafeMutableBytes { target in
      unsafe unpack(source, at: offset, width: width, into: target)
    }
  }

  /// Reads the block at `offset` of `source` as gaps between ascending numbers (next - last - 1) and
  /// adds them up from `first`, the least that the first number can be.
  ///
  /// - Precondition: as `unpack`.
  static func unpackAscending(
    _ source: SectionBytes, at offset: Int, width: Int, from first: UInt32,
    into numbers: inout [UInt32]
  ) throws(IndexError) {
    try unpack(source, at: offset, width: width, into: &numbers)
    // 128 gaps of 24 bits stay below 2^31, so no sum of them and a doc id wraps around. Wider gaps
    // are rare: half of all doc ids.
    guard width <= 24 else {
      var sum = UInt64(first)
      for index in 0..<count {
        sum += UInt64(numbers[index])
        guard sum < UInt64(UInt32.max) else {
          throw source.corrupt(at: offset, expected: "gaps that add up to 32 bits")
        }
        numbers[index] = UInt32(truncatingIfNeeded: sum)
        sum += 1
      }
      return
    }
    unsafe numbers.withUnsafeMutableBytes { target in
      var last = SIMD4<UInt32>(repeating: first &- 1)
      let ones = SIMD4<UInt32>(repeating: 1)
      for index in 0..<32 {
        var row = unsafe target.load(fromByteOffset: 16 * index, as: SIMD4<UInt32>.self) &+ ones
        row = row &+ SIMD4<UInt32>(0, row[0], row[1], row[2])
        row = row &+ SIMD4<UInt32>(0, 0, row[0], row[1]) &+ last
        unsafe target.storeBytes(of: row, toByteOffset: 16 * index, as: SIMD4<UInt32>.self)
        last = SIMD4<UInt32>(repeating: row[3])
      }
    }
  }

  /// Adds one to each of the first 128 of `numbers`.
  ///
  /// - Precondition: there are so many, and none is the largest of 32 bits.
  static func increment(_ numbers: inout [UInt32]) {
    precondition(numbers.count >= count)
    unsafe numbers.withUnsafeMutableBytes { target in
      let ones = SIMD4<UInt32>(repeating: 1)
      for index in 0..<32 {
        let row = unsafe target.load(fromByteOffset: 16 * index, as: SIMD4<UInt32>.self)
        unsafe target.storeBytes(of: row &+ ones, toByteOffset: 16 * index, as: SIMD4<UInt32>.self)
      }
    }
  }

  /// - Precondition: the block lies within `source`, `target` has room for 512 bytes and `width` is
  ///   at most 32.
  private static func unpack(
    _ source: SectionBytes, at offset: Int, width: Int, into target: UnsafeMutableRawBufferPointer
  ) {
    let rows = unsafe source.bytes(from: offset, length: byteCount(width: width))
    // A copy of the loop for each usual width: with the width known every shift is a constant.
    switch width {
    case 0:
      let zero = SIMD4<UInt32>(repeating: 0)
      for index in 0..<32 {
        unsafe target.storeBytes(of: zero, toByteOffset: 16 * index, as: SIMD4<UInt32>.self)
      }
    case 1: unsafe unpackRows(rows, 1, target)
    case 2: unsafe unpackRows(rows, 2, target)
    case 3: unsafe unpackRows(rows, 3, target)
    case 4: unsafe unpackRows(rows, 4, target)
    case 5: unsafe unpackRows(rows, 5, target)
    case 6: unsafe unpackRows(rows, 6, target)
    case 7: unsafe unpackRows(rows, 7, target)
    case 8: unsafe unpackRows(rows, 8, target)
    case 9: unsafe unpackRows(rows, 9, target)
    case 10: unsafe unpackRows(rows, 10, target)
    case 11: unsafe unpackRows(rows, 11, target)
    case 12: unsafe unpackRows(rows, 12, target)
    case 13: unsafe unpackRows(rows, 13, target)
    case 14: unsafe unpackRows(rows, 14, target)
    default: unsafe unpackRows(rows, width, target)
    }
  }

  @inline(__always)
  private static func unpackRows(
    _ rows: UnsafeRawBufferPointer, _ width: Int, _ target: UnsafeMutableRawBufferPointer
  ) {
    guard let rows = rows.baseAddress, let target = target.baseAddress else { return }
    let mask = SIMD4<UInt32>(repeating: UInt32.max >> UInt32(32 - width))
    var index = 0
    while index < 32 {
      let bit = index * width
      let shift = UInt32(truncatingIfNeeded: bit & 31)
      let at = 16 * (bit >> 5)
      let row = unsafe rows.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt32>.self)
      var value = row &>> SIMD4<UInt32>(repeating: shift)
      if Int(shift) + width > 32 {
        let following = unsafe rows.loadUnaligned(fromByteOffset: at + 16, as: SIMD4<UInt32>.self)
        value |= following &<< SIMD4<UInt32>(repeating: 32 - shift)
      }
      unsafe target.storeBytes(of: value & mask, toByteOffset: 16 * index, as: SIMD4<UInt32>.self)
      index += 1
    }
  }
}
