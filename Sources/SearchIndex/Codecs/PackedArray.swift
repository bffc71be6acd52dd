/// Numbers of one width, each reachable by its index.
///
///     array = numbers pad
///     numbers = count × width bits, from the lowest bit on, filled up to a byte
///     pad     = 8 zero bytes, so that an 8-byte load never leaves the array
///
/// Widths are 0 … 56 and 64: a number of 57 … 63 bits could reach over nine bytes. Width 0 takes no
/// bytes at all: every number is 0. Example: 1, 2, 3 in width 2 are `39` and the pad (3·16+2·4+1).
struct PackedArray: Sendable {
  /// How many numbers there are.
  let count: Int
  private let width: Int
  private let mask: UInt64
  private let bytes: SectionBytes

  /// Opens the array at `offset` of `bytes`, whose length is checked here once and for all.
  init(
    _ bytes: SectionBytes, at offset: Int, count: Int, width: Int
  ) throws(IndexError) {
    guard count >= 0, count <= 1 << 48, Self.isWidth(width) else {
      throw bytes.corrupt(at: offset, expected: "a packed array of 0…56 or 64 bits")
    }
    self.count = count
    self.width = width
    mask = width == 0 ? 0 : UInt64.max >> UInt64(64 - width)
    self.bytes = try bytes.range(
      at: offset, length: Self.byteCount(count: count, width: width))
  }

  /// The number at `index`.
  ///
  /// - Precondition: `index` is in 0 ..< count.
  subscript(index: Int) -> UInt64 {
    precondition(index >= 0 && index < count)
    guard width > 0 else { return 0 }
    let bit = index * width
    let word = UInt64(littleEndian: bytes.load(bit >> 3))
    return (word >> UInt64(bit & 7)) & mask
  }

  /// Whether arrays can have this width.
  static func isWidth(_ width: Int) -> Bool { (0...56).contains(width) || width == 64 }

  /// The least width for numbers up to `largest`.
  static func width(for largest: UInt64) -> Int {
    let width = 64 - largest.leadingZeroBitCount
    return width > 56 ? 64 : width
  }

  /// The bytes that `count` numbers take, the pad included.
  static func byteCount(count: Int, width: Int) -> Int {
    width == 0 ? 0 : (count * width + 7) / 8 + 8
  }

  /// The bytes of an array of `numbers`.
  ///
  /// - Precondition: each number is below 2^width.
  static func encode(_ numbers: [UInt64], width: Int) -> [UInt8] {
    guard width > 0 else { return [] }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(byteCount(count: numbers.count, width: width))
    var pending: UInt64 = 0
    var pendingBits = 0
    for number in numbers {
      // Fewer than 8 bits are pending here, and none where width is 64: nothing is shifted out.
      pending |= number << UInt64(pendingBits)
      pendingBits += width
      while pendingBits >= 8 {
        encoded.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        pendingBits -= 8
      }
    }
    if pendingBits > 0 { encoded.append(UInt8(truncatingIfNeeded: pending)) }
    encoded.append(contentsOf: repeatElement(0, count: 8))
    return encoded
  }
}
