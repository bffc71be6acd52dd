internal import Storage

/// Classes and lower case of ASCII, many bytes at a time, in plain 64-bit arithmetic.
enum AlnumBlock {
  /// The most bytes of a block: a bit each.
  static let length = 64

  /// The letters and numbers among the bytes of `range`, the first in the lowest bit; nil if one
  /// byte is not ASCII.
  ///
  /// - Precondition: `range` lies within `text` and has at most 64 bytes.
  @inline(__always)
  static func letters(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    var letters: UInt64 = 0
    var all: UInt64 = 0
    var offset = 0
    while offset < range.count {
      let word = text.word(at: range.lowerBound + offset, length: range.count - offset)
      all |= word
      letters |= bits(alnum(word)) << UInt64(offset)
      offset += 8
    }
    return all & each(0x80) == 0 ? letters : nil
  }

  /// Appends `block` in lower case.
  @inline(__always)
  static func lower(_ block: Span<UInt8>, into target: inout OutputSpan<UInt8>) {
    let start = target.count
    target.append(repeating: 0, count: block.count)
    var lowered = target.mutableSpan
    for index in block.indices {
      let byte = block[index]
      lowered[start + index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
    }
  }

  /// The high bit of each of eight bytes below 0x80 that is a letter or a digit.
  @inline(__always)
  private static func alnum(_ word: UInt64) -> UInt64 {
    let bytes = word & each(0x7F)
    let lower = bytes | each(0x20)
    // A sum reaches the high bit where the byte is at least the bound.
    let letter = (lower + each(0x80 - 0x61)) & ~(lower + each(0x80 - 0x7B))
    let digit = (bytes + each(0x80 - 0x30)) & ~(bytes + each(0x80 - 0x3A))
    return (letter | digit) & each(0x80)
  }

  /// The high bits of eight bytes side by side: the product's top byte gathers one of each.
  @inline(__always)
  private static func bits(_ high: UInt64) -> UInt64 {
    ((high >> 7) &* 0x0102_0408_1020_4080) >> 56
  }

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
