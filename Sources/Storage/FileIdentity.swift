internal import Glibc

/// Tells one file from all others, whatever its name: device and inode.
///
/// An inode is given out again once its file is gone from all folders and nobody has it open.
public struct FileIdentity: Sendable, Hashable {
  private let device: UInt64
  private let inode: UInt64

  /// The identity of what is at `path`, itself where it is a link; nil where there is nothing.
  public init?(path: String) throws(StorageError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw DiskFileSystem.error(path, "stat")
    }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
