/// Which letters the terms of a block have between them: a bit for each of *a* to *z*, and one each
/// for digits, for all else of ASCII, and for four classes of bytes above.
///
/// A word at most k edits from another has all but k of its scalars, so a block whose terms lack more
/// of a wanted word's letters need not be opened. Most of the blocks of scripts without blanks, which
/// have many first letters and long terms, are passed over so.
struct BlockLetters: Sendable, Equatable {
  /// The bits.
  private(set) var bits: UInt32 = 0

  /// No letters.
  init() {}

  /// Those that were stored.
  init(bits: UInt32) { self.bits = bits }

  /// Adds those of `bytes`: of a term, or of all suffixes of a block, whose first term is there whole.
  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { bits |= Self.bit(byte) }
  }

  /// Those that a match of `query` has: of each scalar the last byte's.
  init(wanted query: [UInt32]) {
    for scalar in query {
      // The last byte of a scalar above U+007F has its six lowest bits.
      bits |= Self.bit(scalar < 0x80 ? UInt8(scalar) : 0x80 | UInt8(scalar & 0x3F))
    }
  }

  /// Whether all but `count` at most of `wanted` are here.
  @inline(__always)
  func lackAtMost(_ count: Int, of wanted: BlockLetters) -> Bool {
    (wanted.bits & ~bits).nonzeroBitCount <= count
  }

  /// The bit of a byte.
  private static func bit(_ byte: UInt8) -> UInt32 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt32(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 1 << 26
    case 0x80...: 1 << UInt32(28 + (byte & 3))
    default: 1 << 27
    }
  }
}
