/// What can go wrong between Canfod and a disk.
public enum StorageError: Error, Equatable, Sendable {
  /// There is no file or folder at `path`.
  case notFound(path: String)
  /// `operation` on `path` was refused for want of permission.
  case notPermitted(path: String, operation: String)
  /// The disk is full, or a quota is used up, while writing `path`.
  case diskFull(path: String)
  /// `operation` on `path` failed with this POSIX error number.
  case failed(path: String, operation: String, errno: Int32)
  /// `path` has `bytes` bytes, more than the caller allows.
  case tooLarge(path: String, bytes: Int, bytesMax: Int)
  /// Somebody else, `holder`, has the lock at `path`.
  case locked(path: String, holder: String)
  /// A read of `length` bytes at `offset` of `path` would pass its end.
  case outOfBounds(path: String, offset: Int, length: Int)
  /// The number at `offset` of `path` is not a well-formed varint.
  case malformedVarint(path: String, offset: Int)
}
