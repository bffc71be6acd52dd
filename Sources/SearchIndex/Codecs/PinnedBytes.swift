/// The bytes of a ``SectionBytes`` with their address at hand, for loops in which looking it up would
/// cost more than the reading.
///
/// A copy costs one reference count, where one of a section's bytes costs three.
///
/// Invariants of the unsafe part: `base` is the start of `count` readable bytes of the file that
/// `owner` holds and so keeps mapped, and they never change.
@safe struct PinnedBytes: @unchecked Sendable {
  // @unchecked: the pointer leads to immutable memory that `owner` keeps.

  /// The number of bytes.
  let count: Int
  private let base: UnsafeRawPointer
  private let owner: Owner

  /// What the bytes are part of.
  private final class Owner: Sendable {
    let section: SectionBytes

    init(_ section: SectionBytes) { self.section = section }
  }

  /// Pins all bytes of `section`; nil where there are none.
  init?(_ section: SectionBytes) {
    let all = unsafe section.bytes(from: 0, length: section.count)
    guard let address = all.baseAddress, section.count > 0 else { return nil }
    owner = Owner(section)
    count = section.count
    unsafe base = address
  }

  /// The error of something wrong at `offset`.
  @inline(never)
  func corrupt(at offset: Int, expected: String) -> IndexError {
    owner.section.corrupt(at: offset, expected: expected)
  }

  /// The value at `offset`, of any plain type.
  ///
  /// - Precondition: `offset` and the value's size lie within the bytes.
  @inline(__always)
  func load<Value: BitwiseCopyable>(_ offset: Int) -> Value {
    assert(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: Value.self)
  }

  /// The byte at `offset`.
  ///
  /// - Precondition: `offset` is in 0 ..< count.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { load(offset) }

  /// Appends `length` bytes from `offset` to `target`.
  ///
  /// - Precondition: they lie within the bytes.
  func append(at offset: Int, length: Int, to target: inout [UInt8]) {
    precondition(offset >= 0 && length >= 0 && offset + length <= count)
    unsafe target.append(
      contentsOf: UnsafeRawBufferPointer(start: base + offset, count: length))
  }

  /// How many of the big-endian 64-bit numbers from `offset` on, of which there are `count` in
  /// ascending order, are below `limit`.
  ///
  /// A search without branches: 13 steps among 8,000 numbers take 25 ns, where one that guesses its
  /// branches takes 90.
  ///
  /// - Precondition: the numbers lie within the bytes.
  func countBelow(_ limit: UInt64, at offset: Int, count: Int) -> Int {
    precondition(offset >= 0 && count >= 0 && offset + 8 * count <= self.count)
    var first = 0
    var left = count
    while left > 0 {
      let half = (left + 1) >> 1
      let number = UInt64(bigEndian: load(offset + 8 * (first + half - 1)))
      first += number < limit ? half : 0
      left -= half
    }
    return first
  }
}
