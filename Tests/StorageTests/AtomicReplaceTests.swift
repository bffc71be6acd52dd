import Storage
import TestSupport
import Testing

struct AtomicReplaceTests {
  @Test func `the new file takes the old one's place`() throws {
    let folder = try TemporaryFolder()
    let disk = DiskFileSystem()
    try disk.replaceFile("file", in: folder.path, with: [1])
    try disk.replaceFile("file", in: folder.path, with: [2, 3])
    #expect(try disk.read(folder.path("file"), bytesMax: 10) == [2, 3])
    #expect(try disk.list(folder.path).map { $0.name } == ["file"])
  }

  @Test(arguments: [FaultyFileSystem.Fault.full, .fullOnce, .crash])
  func `whatever change fails, the file is the old one or the new one`(
    fault: FaultyFileSystem.Fault
  ) throws {
    let disk = DiskFileSystem()
    let old = [UInt8](repeating: 1, count: 100)
    let new = [UInt8](repeating: 2, count: 200)
    var found: Set<[UInt8]> = []
    for failing in 1...6 {
      let folder = try TemporaryFolder()
      try disk.replaceFile("file", in: folder.path, with: old)
      let faulty = FaultyFileSystem(fault, at: failing)
      #expect(throws: StorageError.self) {
        try faulty.replaceFile("file", in: folder.path, with: new)
      }
      found.insert(try disk.read(folder.path("file"), bytesMax: 1000))
    }
    #expect(found == [old, new], "the last change but one is the rename")
  }

  @Test func `a file longer than allowed is not read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", [1, 2, 3])
    let path = folder.path("file")
    #expect(throws: StorageError.tooLarge(path: path, bytes: 3, bytesMax: 2)) {
      try DiskFileSystem().read(path, bytesMax: 2)
    }
    #expect(try DiskFileSystem().read(path, bytesMax: 3) == [1, 2, 3])
  }

  @Test func `folders are made with those above them`() throws {
    let folder = try TemporaryFolder()
    let disk = DiskFileSystem()
    try disk.makeFolder(folder.path("a/b/c"))
    try disk.makeFolder(folder.path("a/b/c"))
    #expect(try disk.entry(at: folder.path("a/b/c"))?.isFolder == true)
    #expect(try disk.entry(at: folder.path("a/x")) == nil)
  }
}
