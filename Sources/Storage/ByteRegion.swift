/// A range of a mapped file, with bounds-checked little-endian reads.
///
/// Offsets count from the region's start. A read past the end throws; it never traps and never sees
/// a neighbour's bytes.
public struct ByteRegion: Sendable {
  /// The file that owns the bytes.
  public let file: MappedFile
  /// Where the region starts in the file.
  public let start: Int
  /// The region's length in bytes.
  public let count: Int

  /// The whole of `file`.
  public init(_ file: MappedFile) {
    self.file = file
    start = 0
    count = file.count
  }

  private init(file: MappedFile, start: Int, count: Int) {
    self.file = file
    self.start = start
    self.count = count
  }

  /// The `length` bytes from `offset`.
  public func region(at offset: Int, length: Int) throws(StorageError) -> ByteRegion {
    try check(offset, length)
    return ByteRegion(file: file, start: start + offset, count: length)
  }

  /// The byte at `offset`.
  public func uint8(at offset: Int) throws(StorageError) -> UInt8 {
    try check(offset, 1)
    return load(offset)
  }

  /// The 16-bit number at `offset`.
  public func uint16(at offset: Int) throws(StorageError) -> UInt16 {
    try check(offset, 2)
    return UInt16(littleEndian: load(offset))
  }

  /// The 32-bit number at `offset`.
  public func uint32(at offset: Int) throws(StorageError) -> UInt32 {
    try check(offset, 4)
    return UInt32(littleEndian: load(offset))
  }

  /// The 64-bit number at `offset`.
  public func uint64(at offset: Int) throws(StorageError) -> UInt64 {
    try check(offset, 8)
    return UInt64(littleEndian: load(offset))
  }

  /// A copy of the `length` bytes from `offset`.
  public func bytes(at offset: Int, length: Int) throws(StorageError) -> [UInt8] {
    try check(offset, length)
    let from = start + offset
    return unsafe Array(file.unsafeBytes[from..<from + length])
  }

  /// Calls `body` with the region's bytes.
  public func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try file.withBytes { (all) throws(Failure) -> Result in
      try body(all.extracting(start..<start + count))
    }
  }

  /// Throws unless `length` bytes from `offset` lie within the region.
  public func check(_ offset: Int, _ length: Int) throws(StorageError) {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
      throw StorageError.outOfBounds(path: file.path, offset: offset, length: length)
    }
  }

  /// - Precondition: `check(offset, size of Value)` has passed.
  private func load<Value: BitwiseCopyable>(_ offset: Int) -> Value {
    unsafe file.unsafeBytes.loadUnaligned(fromByteOffset: start + offset, as: Value.self)
  }
}
