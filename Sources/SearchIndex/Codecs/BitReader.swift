/// Reads numbers of any width, and exponential Golomb codes, from the lowest bit of each byte on.
///
///     golomb(v, k) = 0{n} 1 u:n low:k      v = (2^n - 1 + u) × 2^k + low
///
/// Small numbers are short: with k = 0, `1` is 0, `01 0` is 1, `01 1` is 2 (first bit first). A code
/// takes 2n + 1 + k bits.
///
/// Keeps up to 57 bits in a register and loads again only where they do not suffice: loading for
/// every number puts the whole latency of memory between two of them. The bytes are handed to each
/// call and nothing here is passed on by reference, so that a loop has all of it in registers.
struct BitReader {
  /// The most zeros before the first one of a code, so that no code exceeds 2^48 × 2^31.
  static let zerosMax = 47
  /// The largest number of low bits.
  static let lowMax = 31

  private var start: Int
  private var used = 0
  private var window: UInt64

  /// Starts at a bit of `bytes`.
  @inline(__always)
  init(_ bytes: SectionBytes, at bit: Int) throws(IndexError) {
    guard bit >> 3 &+ 8 <= bytes.count else {
      throw bytes.corrupt(at: bit >> 3, expected: "more bits")
    }
    let word = UInt64(littleEndian: bytes.load(bit >> 3))
    start = bit
    // Of the 64 bits at most 7 belong to what came before: 57 are left.
    window = word &>> UInt64(truncatingIfNeeded: bit & 7)
  }

  /// The bit that is read next, counted from the start of the bytes.
  var position: Int { start &+ used }

  /// The next `width` bits, at most 48, as a number.
  @inline(__always)
  mutating func number(_ width: Int, of bytes: SectionBytes) throws(IndexError) -> Int {
    assert(width >= 0 && width <= 48)
    if used &+ width > 57 { self = try BitReader(bytes, at: position) }
    return take(width)
  }

  @inline(__always)
  private mutating func take(_ width: Int) -> Int {
    let width64 = UInt64(truncatingIfNeeded: width)
    let value = window & (1 &<< width64 &- 1)
    window &>>= width64
    used &+= width
    return Int(truncatingIfNeeded: value)
  }

  /// The next exponential Golomb code with `low` low bits, at most 31; below 2^48 × 2^31, and what
  /// is left of that in 64 bits.
  @inline(__always)
  mutating func golomb(_ low: Int, of bytes: SectionBytes) throws(IndexError) -> Int {
    assert(low >= 0 && low <= Self.lowMax)
    var zeros = window.trailingZeroBitCount
    if used &+ 2 &* zeros &+ 1 &+ low > 57 {
      self = try BitReader(bytes, at: position)
      zeros = window.trailingZeroBitCount
      if 2 &* zeros &+ 1 &+ low > 57 {
        let long = try Self.longGolomb(bytes, at: position, low)
        self = try BitReader(bytes, at: long.end)
        return long.value
      }
    }
    let zeros64 = UInt64(truncatingIfNeeded: zeros)
    let low64 = UInt64(truncatingIfNeeded: low)
    let rest = (window &>> zeros64) &>> 1
    let upper = rest & (1 &<< zeros64 &- 1)
    let lower = rest &>> zeros64 & (1 &<< low64 &- 1)
    window = (rest &>> zeros64) &>> low64
    used = used &+ 2 &* zeros &+ 1 &+ low
    return Int(truncatingIfNeeded: ((1 &<< zeros64) &- 1 &+ upper) &<< low64 | lower)
  }

  @inline(never)
  private static func longGolomb(
    _ bytes: SectionBytes, at bit: Int, _ low: Int
  ) throws(IndexError) -> (value: Int, end: Int) {
    var bits = try BitReader(bytes, at: bit)
    let zeros = bits.window.trailingZeroBitCount
    guard zeros <= zerosMax else {
      throw bytes.corrupt(at: bit >> 3, expected: "a code of at most \(zerosMax) zeros")
    }
    _ = bits.take(zeros + 1)
    let upper = try bits.number(zeros, of: bytes)
    let lower = try bits.number(low, of: bytes)
    return (((1 << zeros) - 1 + upper) << low | lower, bits.position)
  }
}

/// Writes what ``BitReader`` reads.
struct BitWriter {
  /// The bytes that are full.
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingBits = 0

  /// The bits of the code of `value`.
  static func golombLength(_ value: Int, _ low: Int) -> Int {
    let upper = UInt64(value) >> UInt64(low) + 1
    return 2 * (63 - upper.leadingZeroBitCount) + 1 + low
  }

  /// Appends `width` bits, at most 48.
  ///
  /// - Precondition: `value` is below 2^width.
  mutating func number(_ value: Int, _ width: Int) {
    assert(width >= 0 && width <= 48 && value >= 0 && value >> width == 0)
    pending |= UInt64(value) << UInt64(pendingBits)
    pendingBits += width
    while pendingBits >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
  }

  /// Appends the code of `value` with `low` low bits.
  ///
  /// - Precondition: `value` is below 2^47 and `low` at most 31.
  mutating func golomb(_ value: Int, _ low: Int) {
    let upper = UInt64(value) >> UInt64(low) + 1
    let zeros = 63 - upper.leadingZeroBitCount
    number(1 << zeros, zeros + 1)
    number(Int(upper) - 1 << zeros, zeros)
    number(value & (1 << low - 1), low)
  }

  /// Fills up the last byte with zeros.
  mutating func finish() {
    if pendingBits > 0 { number(0, 8 - pendingBits) }
  }

  /// Forgets everything but keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    pending = 0
    pendingBits = 0
  }
}
