import Storage

/// A range of one section of an index file, with bounds-checked reads: one that would leave the
/// range throws ``IndexError/corrupt(file:section:offset:expected:)``.
///
/// Offsets count from the range's start; errors name them from the section's start.
struct SectionBytes: Sendable {
  /// The file's name within the index folder.
  let file: String
  /// The section's name.
  let section: String
  private let region: ByteRegion
  /// Where the range starts in its section.
  private let base: Int

  /// The whole section `section` of the file called `file`.
  init(_ region: ByteRegion, file: String, section: String) {
    self.init(region, file: file, section: section, base: 0)
  }

  private init(_ region: ByteRegion, file: String, section: String, base: Int) {
    self.region = region
    self.file = file
    self.section = section
    self.base = base
  }

  /// The number of bytes.
  var count: Int { region.count }

  /// The CRC-32C of the bytes.
  var checksum: UInt32 { CRC32C.checksum(region) }

  /// The error of something wrong at `offset`.
  func corrupt(at offset: Int, expected: String) -> IndexError {
    let (sum, overflow) = base.addingReportingOverflow(offset)
    return .corrupt(
      file: file, section: section, offset: overflow ? offset : sum, expected: expected)
  }

  /// Throws unless `length` bytes from `offset` lie within the range.
  func check(_ offset: Int, _ length: Int) throws(IndexError) {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
      throw corrupt(at: offset, expected: "\(length) more bytes")
    }
  }

  /// The `length` bytes from `offset`.
  func range(at offset: Int, length: Int) throws(IndexError) -> SectionBytes {
    try check(offset, length)
    do throws(StorageError) {
      let part = try region.region(at: offset, length: length)
      return SectionBytes(part, file: file, section: section, base: base + offset)
    } catch {
      throw corrupt(at: offset, expected: "\(length) more bytes")
    }
  }

  /// The byte at `offset`.
  func uint8(at offset: Int) throws(IndexError) -> UInt8 {
    try check(offset, 1)
    return load(offset)
  }

  /// The 32-bit number at `offset`.
  func uint32(at offset: Int) throws(IndexError) -> UInt32 {
    try check(offset, 4)
    return UInt32(littleEndian: load(offset))
  }

  /// The 64-bit number at `offset`.
  func uint64(at offset: Int) throws(IndexError) -> UInt64 {
    try check(offset, 8)
    return UInt64(littleEndian: load(offset))
  }

  /// Appends the `length` bytes from `offset` to `target`.
  func append(at offset: Int, length: Int, to target: inout [UInt8]) throws(IndexError) {
    try check(offset, length)
    let from = region.start + offset
    unsafe target.append(contentsOf: region.file.unsafeBytes[from..<from + length])
  }

  /// A copy of the `length` bytes from `offset`.
  func bytes(at offset: Int, length: Int) throws(IndexError) -> [UInt8] {
    try check(offset, length)
    let from = region.start + offset
    return unsafe Array(region.file.unsafeBytes[from..<from + length])
  }

  /// How the `length` bytes from `offset` stand to `other` in byte order: negative, 0 or positive.
  func compare(at offset: Int, length: Int, with other: [UInt8]) throws(IndexError) -> Int {
    try check(offset, length)
    for index in 0..<min(length, other.count) {
      let byte: UInt8 = load(offset + index)
      if byte != other[index] { return Int(byte) - Int(other[index]) }
    }
    return length - other.count
  }

  /// The same bytes with their address at hand; nil where there are none.
  var pinned: PinnedBytes? {
    count > 0 ? PinnedBytes(self, file: region.file, start: region.start) : nil
  }

  /// The number at `offset`, of any plain type.
  ///
  /// - Precondition: `check(offset, size of Value)` has passed.
  func load<Value: BitwiseCopyable>(_ offset: Int) -> Value {
    assert(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
    return unsafe region.file.unsafeBytes.loadUnaligned(
      fromByteOffset: region.start + offset, as: Value.self)
  }
}
