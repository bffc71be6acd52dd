/// Simple case folding of Unicode: one scalar for one, the same for all languages.
///
/// Status C and S of CaseFolding.txt. Turkish is not special: both I and İ become i, and the
/// diacritic folding later makes i of ı, so that the four letters are one.
enum CaseFolding {
  /// The scalar's folded form.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> UInt32 {
    let index = Int(scalar)
    return index < low.count ? UInt32(low[index]) : searched(scalar)
  }

  /// An ASCII byte's folded form; other bytes stay.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// U+0000…U+024F, the Latin letters of Europe, laid out one by one.
  private static let low: [UInt16] = (0..<0x250).map { UInt16(searched($0)) }

  private static func searched(_ scalar: UInt32) -> UInt32 {
    let runs = CaseFoldingTable.numbers
    var below = 0
    var above = runs.count / 3
    while below < above {
      let middle = (below + above) / 2
      if runs[3 * middle + 1] & 0xFF_FFFF < scalar { below = middle + 1 } else { above = middle }
    }
    guard below < runs.count / 3 else { return scalar }
    let first = runs[3 * below]
    let step = runs[3 * below + 1] >> 24
    guard first <= scalar, (scalar - first) % step == 0 else { return scalar }
    return runs[3 * below + 2] + (scalar - first)
  }
}
