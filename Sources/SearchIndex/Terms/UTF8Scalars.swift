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
}
