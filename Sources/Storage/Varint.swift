/// Numbers in groups of 7 bits, low group first, the high bit set on all but the last byte.
///
///     0…127          1 byte
///     128…16,383     2 bytes      300 = AC 02
///     up to 2^64-1   10 bytes
public enum Varint {
  /// Appends `value` to `bytes`.
  @inlinable
  public static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The number of bytes that `value` takes.
  public static func byteCount(_ value: UInt64) -> Int {
    value == 0 ? 1 : (64 - value.leadingZeroBitCount + 6) / 7
  }
}
