/// A word of at most 15 bytes, held in two registers: the key and the value of ``StemCache``.
///
/// Byte i is bits 8i…8i+7 of `low` (the first eight) or `high` (the others); the length is in the
/// highest byte of `high`.
struct ShortWord: Equatable {
  /// The most bytes.
  static let bytesMax = 15

  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  /// The number of bytes.
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: high >> 56) }

  /// Whether all bytes are ASCII.
  @inline(__always)
  var isASCII: Bool { (low | high) & 0x8080_8080_8080_8080 == 0 }

  /// No bytes.
  init() {}

  /// An ASCII word of the text in lower case; nil when it is too long.
  @inline(__always)
  init?(lowercasing range: Range<Int>, of text: Span<UInt8>) {
    guard range.count <= Self.bytesMax else { return nil }
    let lowEnd = min(range.upperBound, range.lowerBound + 8)
    var shift: UInt64 = 0
    for index in range.lowerBound..<lowEnd {
      low |= UInt64(CaseFolding.fold(text[index])) &<< shift
      shift &+= 8
    }
    shift = 0
    for index in lowEnd..<range.upperBound {
      high |= UInt64(CaseFolding.fold(text[index])) &<< shift
      shift &+= 8
    }
    high |= UInt64(range.count) &<< 56
  }

  /// The word as it is; nil when it is too long.
  init?(_ word: [UInt8]) {
    guard word.count <= Self.bytesMax else { return nil }
    for (index, byte) in word.enumerated() {
      if index < 8 {
        low |= UInt64(byte) << UInt64(8 * index)
      } else {
        high |= UInt64(byte) << UInt64(8 * (index - 8))
      }
    }
    high |= UInt64(word.count) << 56
  }

  /// Byte `index` of the word.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    UInt8(
      truncatingIfNeeded: index < 8 ? low &>> UInt64(8 &* index) : high &>> UInt64(8 &* index &- 64)
    )
  }

  /// A number that spreads over the highest bits.
  @inline(__always)
  var hash: UInt64 {
    ((low ^ (low >> 29)) &* 0x9E37_79B9_7F4A_7C15) ^ (high &* 0xBF58_476D_1CE4_E5B9)
  }
}
