import Storage

/// The bytes of a section that is being collected while others are, too.
///
/// A large one goes to a temporary file, so that a merge needs no more memory than ``spillBytes`` a
/// section.
struct SectionSpool: ~Copyable {
  /// What is kept in memory before it is spilled.
  static let spillBytes = 4 << 20

  /// The number of bytes collected.
  private(set) var count = 0
  private var buffer: [UInt8] = []
  private var spill: (any WritableFile)?
  private let path: String
  private let fileSystem: any FileSystem
  private let spillBytes: Int

  /// Starts empty; `path` is where the temporary file goes if one is needed.
  init(path: String, fileSystem: any FileSystem, spillBytes: Int = Self.spillBytes) {
    self.path = path
    self.fileSystem = fileSystem
    self.spillBytes = spillBytes
  }

  /// Appends bytes.
  mutating func append(_ bytes: [UInt8]) throws(IndexError) {
    buffer.append(contentsOf: bytes)
    count += bytes.count
    if buffer.count >= spillBytes { try spillBuffer() }
  }

  /// Hands all bytes in order, in pieces, to `take` and forgets them.
  mutating func drain(_ take: ([UInt8]) throws(IndexError) -> Void) throws(IndexError) {
    if let spill {
      let path = path
      let fileSystem = fileSystem
      let mapped = try withStorage { () throws(StorageError) in
        try spill.close()
        return try fileSystem.map(path)
      }
      let region = ByteRegion(mapped)
      let piece = 1 << 20
      var offset = 0
      while offset < region.count {
        let length = min(piece, region.count - offset)
        try take(
          try withStorage { () throws(StorageError) in
            try region.bytes(at: offset, length: length)
          })
        offset += length
      }
      self.spill = nil
      try withStorage { () throws(StorageError) in try fileSystem.remove(path) }
    }
    try take(buffer)
    buffer = []
    count = 0
  }

  /// Hands over all bytes of a spool that spills none, and forgets them.
  mutating func takeBuffer() -> [UInt8] {
    assert(spill == nil)
    let bytes = buffer
    buffer = []
    count = 0
    return bytes
  }

  private mutating func spillBuffer() throws(IndexError) {
    do throws(StorageError) {
      if spill == nil { spill = try fileSystem.create(path) }
      try spill?.write(buffer)
    } catch {
      throw IndexError(error)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
