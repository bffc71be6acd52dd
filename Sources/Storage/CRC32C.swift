/// The Castagnoli CRC (polynomial 1EDC6F41, reflected), as iSCSI and ext4 use it; eight table
/// look-ups a step ("slicing by 8": Kounavis & Berry, 2005).
public struct CRC32C: Sendable {
  private var state: UInt32 = 0xFFFF_FFFF

  /// Starts with no bytes seen.
  public init() {}

  /// The checksum of the bytes seen so far.
  public var value: UInt32 { ~state }

  /// The checksum of `bytes`.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc = CRC32C()
    unsafe crc.update(bytes.span.bytes)
    return crc.value
  }

  /// The checksum of `region`.
  public static func checksum(_ region: ByteRegion) -> UInt32 {
    var crc = CRC32C()
    region.withBytes { crc.update($0) }
    return crc.value
  }

  /// Takes in `bytes`.
  public mutating func update(_ bytes: RawSpan) {
    let table = Self.table
    var crc = state
    var index = 0
    while index + 8 <= bytes.byteCount {
      let low = crc ^ word(bytes, index)
      let high = word(bytes, index + 4)
      crc =
        table[7 * 256 + Int(low & 0xFF)] ^ table[6 * 256 + Int((low >> 8) & 0xFF)]
        ^ table[5 * 256 + Int((low >> 16) & 0xFF)] ^ table[4 * 256 + Int(low >> 24)]
        ^ table[3 * 256 + Int(high & 0xFF)] ^ table[2 * 256 + Int((high >> 8) & 0xFF)]
        ^ table[256 + Int((high >> 16) & 0xFF)] ^ table[Int(high >> 24)]
      index += 8
    }
    while index < bytes.byteCount {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      crc = (crc >> 8) ^ table[Int((crc ^ UInt32(byte)) & 0xFF)]
      index += 1
    }
    state = crc
  }

  /// Takes in `count` bytes of which only the checksum is at hand: no byte is looked at twice.
  ///
  /// The bytes so far count as if as many zeros followed: a product of polynomials, as in zlib's
  /// `crc32_combine`.
  ///
  /// - Complexity: O(log(count)).
  public mutating func append(_ other: CRC32C, count: Int) {
    state = ~(Self.multiply(value, Self.power(ofBytes: count)) ^ other.value)
  }

  /// x to the power of 8 × `count`, modulo the CRC's polynomial; the highest bit is 1.
  private static func power(ofBytes count: Int) -> UInt32 {
    var power: UInt32 = 1 << 31
    // x^8, then its squares.
    var square: UInt32 = 1 << 23
    var rest = count
    while rest > 0 {
      if rest & 1 == 1 { power = multiply(power, square) }
      square = multiply(square, square)
      rest >>= 1
    }
    return power
  }

  private static func multiply(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var product: UInt32 = 0
    var shifted = second
    for bit in 0..<32 {
      if (first >> UInt32(31 - bit)) & 1 == 1 { product ^= shifted }
      shifted = shifted & 1 == 1 ? (shifted >> 1) ^ 0x82F6_3B78 : shifted >> 1
    }
    return product
  }

  /// - Precondition: four bytes from `index` lie within `bytes`; `update` has checked it.
  private func word(_ bytes: RawSpan, _ index: Int) -> UInt32 {
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self))
  }

  /// Entry `256 k + b` is the CRC of byte `b` followed by `k` zero bytes.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
      table[byte] = crc
    }
    for slice in 1..<8 {
      for byte in 0..<256 {
        let before = table[(slice - 1) * 256 + byte]
        table[slice * 256 + byte] = (before >> 8) ^ table[Int(before & 0xFF)]
      }
    }
    return table
  }()
}
