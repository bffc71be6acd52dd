import Storage
import TestSupport
import Testing

struct WriteLockTests {
  @Test func `the second one is told who has the lock`() throws {
    let folder = try TemporaryFolder()
    let disk = DiskFileSystem()
    let path = folder.path("lock")
    let first = try disk.lock(path, holder: "build, process 7")
    #expect(throws: StorageError.locked(path: path, holder: "build, process 7")) {
      try disk.lock(path, holder: "another")
    }
    first.release()
    let third = try disk.lock(path, holder: "third")
    #expect(throws: StorageError.locked(path: path, holder: "third")) {
      try disk.lock(path, holder: "fourth")
    }
    third.release()
  }

  @Test func `a lock ends with its object`() throws {
    let folder = try TemporaryFolder()
    let disk = DiskFileSystem()
    do { _ = try disk.lock(folder.path("lock"), holder: "first") }
    _ = try disk.lock(folder.path("lock"), holder: "second")
  }
}
