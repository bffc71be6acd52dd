internal import CWelshLexicon

/// The bytes of a table that lies in the executable, read with every offset checked.
///
/// The one wrapper of CWelshLexicon, and so one of the files that may hold unsafe code. Invariant:
/// `start` points to `count` bytes of read-only data of the executable, which live as long as the
/// process.
///
/// `@unchecked Sendable`: the bytes are constants.
@safe struct TableBytes: @unchecked Sendable {
  /// How many there are.
  let count: Int
  private let start: UnsafePointer<UInt8>

  /// The lexicon's table.
  static let lexicon: TableBytes = {
    var count = 0
    return unsafe TableBytes(start: canfod_welsh_lexicon(&count), count: count)
  }()

  /// The treebank's table.
  static let treebank: TableBytes = {
    var count = 0
    return unsafe TableBytes(start: canfod_welsh_treebank(&count), count: count)
  }()

  private init(start: UnsafePointer<UInt8>?, count: Int) {
    guard let start = unsafe start else {
      preconditionFailure("the executable's tables have an address")
    }
    unsafe self.start = start
    self.count = count
  }

  /// The byte at `offset`.
  @inline(__always)
  func uint8(_ offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return unsafe start[offset]
  }

  /// The little-endian number of 32 bits at `offset`.
  @inline(__always)
  func uint32(_ offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset <= count - 4)
    return UInt32(
      littleEndian: unsafe UnsafeRawPointer(start).loadUnaligned(
        fromByteOffset: offset, as: UInt32.self))
  }
}
