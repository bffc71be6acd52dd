public import Storage

/// The one writer of an index.
///
/// What it does is invisible until ``commit(attachments:)``; what was not committed is lost when it
/// goes.
///
/// Documents come in the order of their first appearance since they were last replaced; merges keep
/// that order, unless ``optimize(reorder:)`` was asked for another.
public struct IndexWriter: ~Copyable {
  /// A segment of the generation in the making.
  struct Part {
    var segment: Segment
    var entry: Manifest.SegmentEntry
    var liveDocs: LiveDocs
    /// Whether ``liveDocs`` differ from those that the entry names.
    var hasNewDeletes = false
  }

  let folder: IndexFolder
  /// What is on disk.
  var committed: Manifest?
  var parts: [Part] = []
  var kinds: [String: FieldKind] = [:]
  var buffer = DocumentBuffer()
  var nextSegment: UInt64 = 1
  var nextGeneration: UInt64 = 1
  var hasChanges: Bool
  var wantsOptimizing = false
  var reordering: Reordering?
  let analysisVersion: String
  let policy: MergePolicy
  private let lock: any FileLock
  let memoryBytesMax: Int

  /// Opens the index in `folder` for writing and makes it if there is none.
  ///
  /// If the index was made with another `analysisVersion`, the writer starts without documents;
  /// with `startsEmpty` it does so in any case, also over an index that is damaged.
  ///
  /// `holder` is what another writer is told has the lock. A buffer of documents becomes a segment
  /// when it has grown to five eighths of `memoryBytesMax`; putting its postings in order takes up to a
  /// quarter more, and what is being written most of the rest.
  public init(
    at folder: String, analysisVersion: String, holder: String, memoryBytesMax: Int = 256 << 20,
    fileSystem: any FileSystem = DiskFileSystem(), startsEmpty: Bool = false
  ) throws(IndexError) {
    try self.init(
      at: folder, analysisVersion: analysisVersion, holder: holder,
      memoryBytesMax: memoryBytesMax, fileSystem: fileSystem, startsEmpty: startsEmpty,
      policy: MergePolicy())
  }

  /// As above, with the merges that `policy` decides on.
  init(
    at path: String, analysisVersion: String, holder: String, memoryBytesMax: Int = 256 << 20,
    fileSystem: any FileSystem = DiskFileSystem(), startsEmpty: Bool = false,
    policy: MergePolicy
  ) throws(IndexError) {
    let folder = IndexFolder(path: path, fileSystem: fileSystem)
    let lock = try withStorage { () throws(StorageError) in
      try fileSystem.makeFolder(path)
      return try fileSystem.lock(folder.path(IndexFiles.lock), holder: holder)
    }
    let committed = try Self.manifest(of: folder, orNone: startsEmpty)
    let numbers = try folder.nextNumbers(after: committed)
    try folder.removeFiles(except: committed)
    let isKept = !startsEmpty && committed?.analysisVersion == analysisVersion
    let parts = isKept ? try Self.parts(of: committed, in: folder) : []
    // All that can fail is done: an owner cannot be left half made.
    self.folder = folder
    self.lock = lock
    self.committed = committed
    self.parts = parts
    self.policy = policy
    self.analysisVersion = analysisVersion
    nextSegment = numbers.segment
    nextGeneration = numbers.generation
    hasChanges = !isKept
    // The streams of a buffer have 32-bit offsets.
    self.memoryBytesMax = min(max(memoryBytesMax, 1 << 16), 4 << 30)
    if isKept {
      for field in committed?.fields ?? [] { kinds[field.name] = field.kind }
    }
  }

  /// What the documents in memory may take.
  var bufferBytesMax: Int { memoryBytesMax / 8 * 5 }

  /// The fingerprints of the documents of the generation that the writer started from, by key; none
  /// if its analysis was another.
  ///
  /// Reads all stored fields.
  public var fingerprints: [String: [UInt8]] {
    get throws(IndexError) {
      var fingerprints: [String: [UInt8]] = [:]
      guard let committed, committed.analysisVersion == analysisVersion else { return [:] }
      for entry in committed.segments {
        let segment = try folder.segment(entry)
        for docID in 0..<DocID(segment.documentCount) where segment.isLive(docID) {
          let document = try segment.stored(docID)
          fingerprints[document.key] = document.fingerprint
        }
      }
      return fingerprints
    }
  }

  /// Adds a document in place of the one with its key, if there is one.
  ///
  /// Of two numbers of one field the later counts.
  ///
  /// - Throws: ``IndexError/fieldKindMismatch(field:found:expected:)`` before anything is done.
  public mutating func replace(_ document: Document) throws(IndexError) {
    var newKinds: [String: FieldKind] = [:]
    for (name, value) in document.fields {
      precondition(!name.isEmpty, "a field needs a name")
      let kind = value.kind
      guard let expected = kinds[name] ?? newKinds[name] else {
        newKinds[name] = kind
        continue
      }
      guard expected == kind else {
        throw .fieldKindMismatch(field: name, found: kind.name, expected: expected.name)
      }
    }
    if !newKinds.isEmpty { kinds.merge(newKinds) { $1 } }
    buffer.add(document)
    hasChanges = true
    if buffer.memoryBytes >= bufferBytesMax
      || buffer.documentCount == SegmentFormat.documentCountMax
    {
      try flush()
    }
  }

  /// Deletes the document with a key, if there is one.
  public mutating func delete(key: String) throws(IndexError) {
    let bytes = Array(key.utf8)
    if let wasLive = buffer.delete(key: bytes) {
      if wasLive { hasChanges = true }
    } else if try deleteFromParts(bytes) {
      hasChanges = true
    }
  }

  /// Deletes the document with a key from the segments; whether there was one.
  @discardableResult
  mutating func deleteFromParts(_ key: [UInt8]) throws(IndexError) -> Bool {
    for index in parts.indices.reversed() {
      guard let docID = try parts[index].segment.lastDocument(key: key) else { continue }
      if parts[index].liveDocs.delete(docID) {
        parts[index].hasNewDeletes = true
        return true
      }
    }
    return false
  }

  /// Asks the next commit to merge everything into one segment without tombstones.
  ///
  /// With `reorder` the documents are put in another order, whether or not there was anything to
  /// merge: every search finds the same with the same scores, but hits that are equal in all by
  /// which they are sorted may follow each other in another way.
  public mutating func optimize(reorder: Reordering? = nil) throws(IndexError) {
    wantsOptimizing = true
    reordering = reorder
  }

  private static func manifest(
    of folder: IndexFolder, orNone: Bool
  ) throws(IndexError) -> Manifest? {
    do throws(IndexError) {
      return try folder.manifest()
    } catch .storage(let error) {
      throw .storage(error)
    } catch {
      // A damaged manifest does not matter if nothing of it is wanted.
      guard orNone else { throw error }
      return nil
    }
  }

  private static func parts(
    of manifest: Manifest?, in folder: IndexFolder
  ) throws(IndexError) -> [Part] {
    var parts: [Part] = []
    for entry in manifest?.segments ?? [] {
      let segment = try folder.segment(entry)
      parts.append(
        Part(
          segment: segment, entry: entry,
          liveDocs: segment.liveDocs ?? LiveDocs(documentCount: segment.documentCount)))
    }
    return parts
  }

  /// Ends the writer and gives up the lock; what was not committed is lost.
  public consuming func close() {
    lock.release()
  }
}
