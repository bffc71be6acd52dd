/// Unicode scalars in UTF-8, as plain numbers: the decoder and encoder of all analysis.
enum Scalars {
  /// What stands for bytes that are no UTF-8.
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at `index` and the number of its bytes.
  ///
  /// Analyzers are promised valid UTF-8; should a byte break that promise it reads as U+FFFD of one
  /// byte, so that nothing traps and every byte is passed once.
  @inline(__always)
  static func decode(_ text: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(text[index])
    guard lead >= 0x80 else { return (lead, 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= text.count else { return (replacement, 1) }
    var scalar = lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      let next = UInt32(text[index + offset])
      guard next & 0xC0 == 0x80 else { return (replacement, 1) }
      scalar = scalar << 6 | next & 0x3F
    }
    guard scalar <= 0x10FFFF, scalar & 0xFFFF_F800 != 0xD800 else { return (replacement, 1) }
    return (scalar, length)
  }

  /// Appends a scalar's UTF-8 bytes.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(continuation(scalar))
    case ..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(continuation(scalar >> 6))
      bytes.append(continuation(scalar))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(continuation(scalar >> 12))
      bytes.append(continuation(scalar >> 6))
      bytes.append(continuation(scalar))
    }
  }

  /// Cuts UTF-8 to at most `limit` bytes, between characters.
  static func cut(_ bytes: inout [UInt8], to limit: Int) {
    guard bytes.count > limit else { return }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    bytes.removeLast(bytes.count - end)
  }

  private static func continuation(_ scalar: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
  }
}
