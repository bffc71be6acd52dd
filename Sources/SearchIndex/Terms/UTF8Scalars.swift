/// Terms as Unicode scalars and back.
enum UTF8Scalars {
  /// The scalars of `bytes`; what is no UTF-8 becomes U+FFFD.
  static func decode(_ bytes: [UInt8]) -> [UInt32] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map { UInt32($0) } }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.value }
  }

  /// The UTF-8 bytes of scalars; what is no scalar value becomes U+FFFD.
  static func encode(_ scalars: [UInt32]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for value in scalars { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return Array(String(text).utf8)
  }

  /// The scalar that `bytes` are, which are one, well-formed but for what follows the lead byte's
  /// bits; nil where they are none.
  static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard let lead = bytes.first else { return nil }
    if lead < 0x80 { return bytes.count == 1 ? UInt32(lead) : nil }
    guard bytes.count == length(lead: lead) else { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(bytes.count))
    for byte in bytes.dropFirst() {
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return scalar
  }

  /// How many bytes the scalars that begin with `lead`, which is above U+007F, have; 0 where none
  /// does.
  static func length(lead: UInt8) -> Int {
    lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
  }

  /// The scalars of two bytes or more that begin with `lead`, surrogates among them; nil where none
  /// does.
  static func scalars(lead: UInt8) -> ClosedRange<UInt32>? {
    let length = Self.length(lead: lead)
    guard length > 0 else { return nil }
    let shift = UInt32(6 * (length - 1))
    let lowest = (UInt32(lead) & (0x7F >> UInt32(length))) << shift
    // Longer forms of shorter scalars, and what is above the last scalar, do not occur.
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return max(lowest, least)...min(lowest | (1 << shift - 1), 0x10FFFF)
  }

  /// Appends the UTF-8 bytes of a scalar.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    let length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    let lead: UInt32 = [0, 0, 0xC0, 0xE0, 0xF0][length]
    bytes.append(UInt8(truncatingIfNeeded: lead | scalar >> UInt32(6 * (length - 1))))
    for index in 1..<length {
      let bits = scalar >> UInt32(6 * (length - 1 - index))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F))
    }
  }
}
