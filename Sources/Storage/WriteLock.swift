import Glibc

/// An exclusive `flock` on a file that names its holder.
///
/// The kernel drops the lock when the process ends, however it ends, so no stale lock can outlive
/// its holder.
final class DiskFileLock: FileLock {
  private let descriptor: Int32

  /// Takes the lock at `path` without waiting; ``StorageError/locked`` names who has it.
  init(path: String, holder: String) throws(StorageError) {
    let opened = try DiskFileSystem.open(path, O_RDWR | O_CREAT | O_CLOEXEC, "lock")
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      let other = Self.readHolder(opened)
      Glibc.close(opened)
      guard reason == EWOULDBLOCK else { throw DiskFileSystem.error(path, "lock", reason) }
      throw StorageError.locked(path: path, holder: other)
    }
    descriptor = opened
    // The name in the file is a courtesy to the one who waits; the lock holds without it.
    let name = Array(holder.utf8.prefix(200))
    // Written before the rest is cut off, so that nobody reads an empty name.
    _ = unsafe pwrite(opened, name, name.count, 0)
    _ = ftruncate(opened, name.count)
  }

  deinit { Glibc.close(descriptor) }

  func release() {
    _ = flock(descriptor, LOCK_UN)
  }

  private static func readHolder(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = unsafe pread(descriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
