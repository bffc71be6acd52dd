/// Reads a ``SectionBytes`` from front to back; every read is bounds-checked and moves on.
struct SectionCursor: Sendable {
  /// What is read.
  let bytes: SectionBytes
  /// The offset of the next read.
  var offset: Int

  /// Starts at `offset` of `bytes`.
  init(_ bytes: SectionBytes, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Whether everything was read.
  var isAtEnd: Bool { offset >= bytes.count }

  /// Reads a byte.
  mutating func uint8() throws(IndexError) -> UInt8 {
    let value = try bytes.uint8(at: offset)
    offset += 1
    return value
  }

  /// Reads a 32-bit number.
  mutating func uint32() throws(IndexError) -> UInt32 {
    let value = try bytes.uint32(at: offset)
    offset += 4
    return value
  }

  /// Reads a 64-bit number.
  mutating func uint64() throws(IndexError) -> UInt64 {
    let value = try bytes.uint64(at: offset)
    offset += 8
    return value
  }

  /// Reads a varint of at most 10 bytes.
  mutating func varint() throws(IndexError) -> UInt64 {
    let first = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = try uint8()
      let bits = UInt64(byte & 0x7F)
      guard shift < 63 || bits <= 1 else { break }
      value |= bits << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    throw bytes.corrupt(at: first, expected: "a varint of at most 64 bits")
  }

  /// Reads a varint that must fit in 32 bits.
  mutating func varint32() throws(IndexError) -> UInt32 {
    let first = offset
    guard let value = UInt32(exactly: try varint()) else {
      throw bytes.corrupt(at: first, expected: "a varint of at most 32 bits")
    }
    return value
  }

  /// Reads a varint that is at most `limit`.
  mutating func count(atMost limit: Int) throws(IndexError) -> Int {
    let first = offset
    guard let value = Int(exactly: try varint()), value <= limit else {
      throw bytes.corrupt(at: first, expected: "a number of at most \(limit)")
    }
    return value
  }

  /// Passes over `count` varints.
  mutating func skipVarints(_ count: UInt64) throws(IndexError) {
    var left = count
    while left > 0 {
      if try uint8() & 0x80 == 0 { left -= 1 }
    }
  }
}
