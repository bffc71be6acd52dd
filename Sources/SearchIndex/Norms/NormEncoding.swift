/// A field's length in one byte, exactly as Lucene's `SmallFloat.intToByte4` has it, so that scores
/// equal Lucene's: lengths up to 39 are kept, larger ones lose all but four significant bits.
enum NormEncoding {
  /// Lengths below this are their own codes: 255 less the code of the largest number.
  private static let freeValues = 24

  /// The code of a length; negative ones count as 0, those past 2^31 - 1 as that.
  static func norm(of length: Int) -> UInt8 {
    let length = min(max(0, length), Int(Int32.max))
    guard length >= freeValues else { return UInt8(length) }
    return UInt8(freeValues + small(of: length - freeValues))
  }

  /// The length of a code, the smallest that has it.
  static func length(of norm: UInt8) -> Int {
    let code = Int(norm)
    return code < freeValues ? code : freeValues + large(of: code - freeValues)
  }

  /// Four bits of mantissa, the first implied, and the exponent above them.
  private static func small(of number: Int) -> Int {
    let bits = Int.bitWidth - number.leadingZeroBitCount
    guard bits >= 4 else { return number }
    let shift = bits - 4
    return (number >> shift) & 7 | (shift + 1) << 3
  }

  private static func large(of code: Int) -> Int {
    let shift = (code >> 3) - 1
    return shift < 0 ? code & 7 : (code & 7 | 8) << shift
  }
}
