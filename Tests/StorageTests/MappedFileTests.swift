import Storage
import TestSupport
import Testing

struct MappedFileTests {
  @Test func `a mapping has the bytes of the file`() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", [1, 2, 3])
    let file = try MappedFile(path: folder.path("file"))
    #expect(file.count == 3)
    #expect(try ByteRegion(file).bytes(at: 0, length: 3) == [1, 2, 3])
  }

  @Test func `an empty file can be mapped`() throws {
    let folder = try TemporaryFolder()
    try folder.write("empty", [])
    let file = try MappedFile(path: folder.path("empty"))
    #expect(file.count == 0)
    #expect(throws: StorageError.self) { try ByteRegion(file).uint8(at: 0) }
  }

  @Test func `a mapping outlives the file's name`() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", [7])
    let file = try MappedFile(path: folder.path("file"))
    try DiskFileSystem().remove(folder.path("file"))
    #expect(try ByteRegion(file).uint8(at: 0) == 7)
  }

  @Test func `a missing file and a folder are told apart`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("missing")
    #expect(throws: StorageError.notFound(path: path)) { try MappedFile(path: path) }
    let error = #expect(throws: StorageError.self) { try MappedFile(path: folder.path) }
    guard case .failed(folder.path, "map", _)? = error else {
      Issue.record("not \(String(describing: error))")
      return
    }
  }
}
