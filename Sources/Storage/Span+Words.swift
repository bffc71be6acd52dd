/// Bytes eight at a time: what hashing, comparing and classifying text is made of.
extension Span<UInt8> {
  /// The eight bytes from `offset`, the first in the lowest bits.
  ///
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  public func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count - 8)
    return UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The `length` bytes from `offset`, at most the first eight of them, the first in the lowest
  /// bits; zeros fill up.
  ///
  /// - Precondition: they lie within the span.
  @inlinable @inline(__always)
  public func word(at offset: Int, length: Int) -> UInt64 {
    if length >= 8 { return word(at: offset) }
    if offset <= count - 8 {
      return word(at: offset) & ~(UInt64.max << UInt64(8 * length))
    }
    var word: UInt64 = 0
    for index in 0..<length { word |= UInt64(self[offset + index]) << UInt64(8 * index) }
    return word
  }

  /// Whether `length` bytes from `offset` are those of `other` from `otherOffset`.
  ///
  /// - Precondition: both lie within their spans.
  @inlinable @inline(__always)
  public func equals(
    at offset: Int, _ other: Span<UInt8>, at otherOffset: Int, length: Int
  ) -> Bool {
    guard length >= 8 else {
      return word(at: offset, length: length) == other.word(at: otherOffset, length: length)
    }
    var index = 0
    while index < length - 8 {
      if word(at: offset + index) != other.word(at: otherOffset + index) { return false }
      index += 8
    }
    // The last eight bytes may overlap those before.
    return word(at: offset + length - 8) == other.word(at: otherOffset + length - 8)
  }
}
