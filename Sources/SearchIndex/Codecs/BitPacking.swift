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
    var rows = [SIMD4<UInt32>](repeating: SIMD4<UInt32>(repeating: 0), count: width)
    for index in 0..<32 {
      let value = SIMD4<UInt32>(
        numbers[4 * index], numbers[4 * index + 1], numbers[4 * index + 2], numbers[4 * index + 3])
      let bit = index * width
      let shift = UInt32(bit & 31)
      rows[bit >> 5] |= value &<< SIMD4<UInt32>(repeating: shift)
      if Int(shift) + width > 32 {
        rows[(bit >> 5) + 1] |= value &>> SIMD4<UInt32>(repeating: 32 - shift)
      }
    }
    for row in rows {
      for lane in 0..<4 {
        for byte in 0..<4 { target.append(UInt8(truncatingIfNeeded: row[lane] >> (8 * byte))) }
      }
    }
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
    guard width > 0 else {
      for index in 0..<count { numbers[index] = 0 }
      return
    }
    let mask = SIMD4<UInt32>(repeating: UInt32.max >> UInt32(32 - width))
    unsafe numbers.withUnsafeMutableBytes { target in
      for index in 0..<32 {
        let bit = index * width
        let shift = UInt32(bit & 31)
        let at = offset + 16 * (bit >> 5)
        let row: SIMD4<UInt32> = source.load(at)
        var value = row &>> SIMD4<UInt32>(repeating: shift)
        if Int(shift) + width > 32 {
          let following: SIMD4<UInt32> = source.load(at + 16)
          value |= following &<< SIMD4<UInt32>(repeating: 32 - shift)
        }
        // Precondition of the store: 16 × index + 16 ≤ 512, the bytes of the 128 numbers.
        unsafe target.storeBytes(of: value & mask, toByteOffset: 16 * index, as: SIMD4<UInt32>.self)
      }
    }
  }
}
