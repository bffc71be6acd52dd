/// Reads a ``ByteRegion`` from front to back; every read is bounds-checked and moves on.
public struct ByteReader: Sendable {
  /// What is read.
  public let region: ByteRegion
  /// The offset of the next read, from the region's start.
  public var offset: Int

  /// Starts at `offset` of `region`.
  public init(_ region: ByteRegion, at offset: Int = 0) {
    self.region = region
    self.offset = offset
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { offset >= region.count }

  /// Reads a byte.
  public mutating func uint8() throws(StorageError) -> UInt8 {
    let value = try region.uint8(at: offset)
    offset += 1
    return value
  }

  /// Reads a 32-bit number.
  public mutating func uint32() throws(StorageError) -> UInt32 {
    let value = try region.uint32(at: offset)
    offset += 4
    return value
  }

  /// Reads a 64-bit number.
  public mutating func uint64() throws(StorageError) -> UInt64 {
    let value = try region.uint64(at: offset)
    offset += 8
    return value
  }

  /// Reads `length` bytes.
  public mutating func bytes(_ length: Int) throws(StorageError) -> [UInt8] {
    let value = try region.bytes(at: offset, length: length)
    offset += length
    return value
  }

  /// Reads a varint (see ``Varint``) of at most 10 bytes.
  public mutating func varint() throws(StorageError) -> UInt64 {
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
    throw StorageError.malformedVarint(path: region.file.path, offset: first)
  }

  /// Reads a varint that must fit in 32 bits.
  public mutating func varint32() throws(StorageError) -> UInt32 {
    let first = offset
    guard let value = UInt32(exactly: try varint()) else {
      throw StorageError.malformedVarint(path: region.file.path, offset: first)
    }
    return value
  }

  /// Reads a varint that counts something in memory: at most `countMax`.
  public mutating func count(atMost countMax: Int) throws(StorageError) -> Int {
    let first = offset
    guard let value = Int(exactly: try varint()), value <= countMax else {
      throw StorageError.malformedVarint(path: region.file.path, offset: first)
    }
    return value
  }
}
