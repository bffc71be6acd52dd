import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct CrashTests {
  private let old: [Document]
  private let new: [Document]
  private let policy = MergePolicy(segmentsPerLevel: 2, floorBytes: 100_000, rewritesSmall: true)

  init() {
    var random = RandomDocuments()
    random.wordCount = 20
    random.textWordsMax = 4
    old = random.next(12)
    new = Array(old.dropFirst(3)) + random.next(5)
  }

  /// Makes the old index and then, through `disk`, tries to make it the new one.
  private func change(_ folder: TemporaryFolder, through disk: FaultyFileSystem, attempts: Int = 1)
    throws
  {
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", fileSystem: disk, policy: policy)
    for document in old.prefix(3) { try writer.delete(key: document.key) }
    for document in new.suffix(5) { try writer.replace(document) }
    for attempt in 1...attempts {
      do {
        _ = try writer.commit(attachments: ["catalogue": [2]])
        break
      } catch {
        if attempt == attempts { throw error }
      }
    }
    writer.close()
  }

  private func makeOld(_ folder: TemporaryFolder) throws {
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", fileSystem: FaultyFileSystem(),
      policy: policy)
    for document in old { try writer.replace(document) }
    _ = try writer.commit(attachments: ["catalogue": [1]])
    writer.close()
  }

  private func changeCount() throws -> Int {
    let folder = try TemporaryFolder()
    try makeOld(folder)
    let counting = FaultyFileSystem()
    try change(folder, through: counting)
    #expect(counting.changeCount > 30, "segment, merge, attachment, manifest, cleaning")
    return counting.changeCount
  }

  @Test(arguments: [FaultyFileSystem.Fault.crash, .full, .fullOnce])
  func `whatever change fails, the index is the old one or the new one`(
    fault: FaultyFileSystem.Fault
  ) throws {
    let oldContents = IndexContents(of: old)
    let newContents = IndexContents(of: new)
    var newCount = 0
    let changeCount = try changeCount()
    for failing in 1...changeCount {
      let folder = try TemporaryFolder()
      try makeOld(folder)
      var succeeded = true
      do {
        try change(folder, through: FaultyFileSystem(fault, at: failing))
      } catch let error as IndexError {
        succeeded = false
        guard case .storage = error else {
          Issue.record("\(error) at change \(failing)")
          continue
        }
      }
      let reader = try IndexReader.open(at: folder.path)
      let contents = try IndexContents(of: reader)
      let isNew = contents == newContents
      #expect(isNew || (contents == oldContents && !succeeded), "at change \(failing)")
      #expect(try reader.attachment("catalogue") == [isNew ? 2 : 1], "at change \(failing)")
      #expect(try Verifier.verify(at: folder.path).faults == [], "at change \(failing)")
      if isNew { newCount += 1 }
      // The next writer goes on from there and leaves nothing lying about.
      try change(folder, through: FaultyFileSystem())
      #expect(try IndexContents(of: IndexReader.open(at: folder.path)) == newContents)
      try checkFiles(of: folder)
    }
    #expect(newCount > 0)
    #expect(newCount < changeCount)
  }

  @Test func `a commit that failed for want of space succeeds when there is some`() throws {
    for failing in 1...(try changeCount()) {
      let folder = try TemporaryFolder()
      try makeOld(folder)
      do {
        try change(folder, through: FaultyFileSystem(.fullOnce, at: failing), attempts: 2)
      } catch IndexError.storage(.diskFull) {
        // Opening the writer failed, and there is none to try again with.
        #expect(failing <= 2, "at change \(failing)")
        continue
      }
      let reader = try IndexReader.open(at: folder.path)
      #expect(try IndexContents(of: reader) == IndexContents(of: new), "at change \(failing)")
      #expect(try reader.attachment("catalogue") == [2])
      #expect(try Verifier.verify(at: folder.path).faults == [])
    }
  }

  @Test func `the first commit is whole or there is no index`() throws {
    for fault in [FaultyFileSystem.Fault.crash, .full] {
      for failing in 1...40 {
        let folder = try TemporaryFolder()
        do {
          try change(folder, through: FaultyFileSystem(fault, at: failing))
          #expect(failing > 5)
        } catch is IndexError {}
        do {
          let reader = try IndexReader.open(at: folder.path)
          #expect(reader.documentCount == 5)
        } catch IndexError.noIndex {}
        try change(folder, through: FaultyFileSystem())
        #expect(try IndexReader.open(at: folder.path).documentCount == 5)
      }
    }
  }

  /// Throws away two generations' files at most, and nothing unfinished is left.
  private func checkFiles(of folder: TemporaryFolder) throws {
    let manifest = try #require(
      try IndexFolder(path: folder.path, fileSystem: DiskFileSystem()).manifest())
    let expected = Set(manifest.files + manifest.previousFiles + ["manifest.json", "write.lock"])
    let found = Set(try DiskFileSystem().list(folder.path).map { $0.name })
    #expect(found == expected)
  }
}
