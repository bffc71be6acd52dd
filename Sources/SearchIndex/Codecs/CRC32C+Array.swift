import Storage

extension CRC32C {
  /// Takes in `bytes`.
  mutating func update(_ bytes: [UInt8]) {
    unsafe update(bytes.span.bytes)
  }

  /// The checksum of a part of `bytes`.
  ///
  /// - Precondition: `range` lies within `bytes`.
  static func checksum(_ bytes: [UInt8], in range: Range<Int>) -> UInt32 {
    var crc = CRC32C()
    unsafe crc.update(bytes.span.extracting(range).bytes)
    return crc.value
  }
}
