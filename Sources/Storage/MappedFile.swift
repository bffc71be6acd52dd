import Glibc

/// A file's bytes, mapped read-only for as long as this object lives.
///
/// Invariants of the unsafe part: `base` is readable for `count` bytes from `init` to `deinit`, and
/// nobody writes there. Files of an index are never changed after their rename, only replaced or
/// removed, and a mapping outlives both; so the bytes cannot change underneath.
@safe public final class MappedFile: @unchecked Sendable {
  // @unchecked: `base` is immutable memory that is freed only in `deinit`.

  /// The path it was mapped from, for errors.
  public let path: String
  /// The number of bytes.
  public let count: Int
  private let base: UnsafeRawPointer?
  private let isMapped: Bool

  /// Maps the file at `path`.
  public init(path: String) throws(StorageError) {
    let descriptor = try DiskFileSystem.open(path, O_RDONLY | O_CLOEXEC, "open")
    defer { Glibc.close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw DiskFileSystem.error(path, "stat") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StorageError.failed(path: path, operation: "map", errno: EISDIR)
    }
    self.path = path
    count = Int(status.st_size)
    isMapped = true
    guard count > 0 else {
      unsafe base = nil
      return
    }
    let mapping = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard unsafe mapping != MAP_FAILED, let mapping = unsafe mapping else {
      throw DiskFileSystem.error(path, "map")
    }
    unsafe base = UnsafeRawPointer(mapping)
  }

  /// A copy of `bytes` in memory that passes for a mapped file called `path`.
  public init(copying bytes: [UInt8], path: String) {
    self.path = path
    count = bytes.count
    isMapped = false
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    unsafe memory.copyBytes(from: bytes)
    unsafe base = UnsafeRawPointer(memory.baseAddress)
  }

  deinit {
    guard let base = unsafe base else { return }
    if isMapped {
      _ = unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
    } else {
      unsafe base.deallocate()
    }
  }

  /// Calls `body` with all bytes.
  public func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
    return try unsafe body(buffer.bytes)
  }

  /// All bytes, for the kernels of `SearchIndex/Codecs`, which check their range first.
  ///
  /// - Precondition: the pointer is not used after this object is gone.
  @unsafe public var unsafeBytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base, count: count)
  }
}
