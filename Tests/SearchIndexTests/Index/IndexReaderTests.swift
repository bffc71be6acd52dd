import Storage
import Synchronization
import TestSupport
import Testing

@testable import SearchIndex

/// A disk on which others commit while a reader opens its first files.
private final class BusyFileSystem: FileSystem {
  private let disk = DiskFileSystem()
  private let roundsLeft: Mutex<Int>
  private let commit: @Sendable () -> Void

  init(rounds: Int, commit: @escaping @Sendable () -> Void) {
    roundsLeft = Mutex(rounds)
    self.commit = commit
  }

  func map(_ path: String) throws(StorageError) -> MappedFile {
    let isBusy = roundsLeft.withLock { left in
      left -= 1
      return left >= 0
    }
    if isBusy { commit() }
    return try disk.map(path)
  }

  func read(_ path: String, bytesMax: Int) throws(StorageError) -> [UInt8] {
    try disk.read(path, bytesMax: bytesMax)
  }
  func create(_ path: String) throws(StorageError) -> any WritableFile { try disk.create(path) }
  func rename(_ source: String, to target: String) throws(StorageError) {
    try disk.rename(source, to: target)
  }
  func remove(_ path: String) throws(StorageError) { try disk.remove(path) }
  func list(_ folder: String) throws(StorageError) -> [FolderEntry] { try disk.list(folder) }
  func makeFolder(_ path: String) throws(StorageError) { try disk.makeFolder(path) }
  func syncFolder(_ folder: String) throws(StorageError) { try disk.syncFolder(folder) }
  func lock(_ path: String, holder: String) throws(StorageError) -> any FileLock {
    try disk.lock(path, holder: holder)
  }
  func entry(at path: String) throws(StorageError) -> FolderEntry? { try disk.entry(at: path) }
}

struct IndexReaderTests {
  /// Replaces the only document twice, so that the first generation's files are gone.
  private static func commitTwice(_ path: String) {
    do {
      for _ in 0..<2 {
        var writer = try IndexWriter(at: path, analysisVersion: "1", holder: "test")
        try writer.replace(Document(key: "a"))
        _ = try writer.commit()
        writer.close()
      }
    } catch {
      Issue.record(error)
    }
  }

  @Test(arguments: [1, 4])
  func `a reader whose files vanish while it opens looks again`(rounds: Int) throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")]])
    let path = folder.path
    let busy = BusyFileSystem(rounds: rounds) { Self.commitTwice(path) }
    let reader = try IndexReader.open(at: path, fileSystem: busy)
    #expect(reader.documentCount == 1)
    #expect(reader.generation == UInt64(1 + 2 * rounds))
  }

  @Test func `files of the generation before are still there for a slow reader`() throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")]])
    let path = folder.path
    let busy = BusyFileSystem(rounds: 1) {
      do {
        try folder.index([[Document(key: "b")]])
      } catch {
        Issue.record(error)
      }
    }
    #expect(try IndexReader.open(at: path, fileSystem: busy).generation == 1)
  }

  @Test func `the newest document of a key is found, a deleted one is not`() throws {
    let folder = try TemporaryFolder()
    try folder.index([
      [Document(key: "a", stored: [1]), Document(key: "b", stored: [2])],
      [Document(key: "a", stored: [3]), Document(key: "a", stored: [4]), Document(key: "")],
    ])
    let reader = try IndexReader.open(at: folder.path)
    #expect(try reader.document(key: "a")?.stored == [4])
    #expect(try reader.document(key: "b")?.stored == [2])
    #expect(try reader.document(key: "")?.key == "")
    let hit = try #require(try reader.hit(key: "a"))
    #expect(hit.segment == 1)
    #expect(try reader.stored(hit).stored == [4])
    #expect(reader.documentCount == 3)
    var keys: [String] = []
    try reader.forEachDocument { keys.append($0.key) }
    #expect(keys == ["b", "a", ""])
  }
}
