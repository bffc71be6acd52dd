/// Numbers in as many bits as they need, one after another, from the lowest bit of the first byte on;
/// the last byte is filled up with zeros.
///
/// Example: 1, 2, 3 in two bits each are `39` (3·16 + 2·4 + 1).
enum BitFields {
  /// The bytes that `bits` take.
  static func byteCount(bits: Int) -> Int { (bits + 7) >> 3 }

  /// The bits that a number needs; 0 for 0.
  static func width(of number: UInt32) -> Int { 32 - number.leadingZeroBitCount }

  /// Reads `count` numbers of `width` bits from bit `bit` of what starts at `offset`, into `numbers`
  /// from `index` on.
  ///
  /// - Precondition: `numbers` has room for them; `bit` and `count` are not negative. Width and bounds
  ///   come from disk and are checked.
  static func read(
    _ source: SectionBytes, at offset: Int, bit: Int, count: Int, width: Int,
    into numbers: inout [UInt32], from index: Int = 0
  ) throws(IndexError) {
    precondition(count >= 0 && bit >= 0 && index >= 0 && count <= numbers.count - index)
    guard width <= 32 else {
      throw source.corrupt(at: offset, expected: "a bit width of at most 32")
    }
    let end = bit + count * width
    try source.check(offset, byteCount(bits: end))
    let fields = BitFieldReader(source, at: offset)
    var target = numbers.mutableSpan
    var at = bit
    for place in index..<index + count {
      target[place] = fields.number(at: at, width: width)
      at += width
    }
  }
}

/// Reads single numbers of ``BitFields`` in place.
///
/// It does not keep the file mapped: whoever has one has the ``FieldPostings`` that it is from.
@safe struct BitFieldReader: Sendable {
  /// Readable up to the section's end, as long as the section is.
  // nonisolated(unsafe): the mapped bytes never change, and nobody writes through this pointer.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// Starts at `offset` of `source`, or at its end where that is before.
  init(_ source: SectionBytes, at offset: Int) {
    let offset = max(0, min(offset, source.count))
    unsafe bytes = source.bytes(from: offset, length: source.count - offset)
  }

  private init() { unsafe bytes = UnsafeRawBufferPointer(start: nil, count: 0) }

  /// Nothing to read.
  static let empty = BitFieldReader()

  /// The number of `width` bits, at most 32, at `bit`; what lies past the section's end reads as 0.
  @inline(__always)
  func number(at bit: Int, width: Int) -> UInt32 {
    let offset = bit >> 3
    // A field of 32 bits that starts at any bit lies within 8 bytes.
    let word: UInt64
    if offset >= 0, unsafe bytes.count >= offset + 8 {
      word = unsafe UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    } else {
      word = lastWord(offset)
    }
    return UInt32(
      truncatingIfNeeded: (word >> UInt64(bit & 7)) & (UInt64(1) << UInt64(width) - 1))
  }

  private func lastWord(_ offset: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in max(0, offset)..<max(0, offset, unsafe bytes.count) {
      word |= UInt64(unsafe bytes[place]) << UInt64(8 * (place - offset))
    }
    return word
  }
}
