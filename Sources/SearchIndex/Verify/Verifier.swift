public import Storage

/// Looks at every byte of the current generation of an index.
///
/// All checksums come first; then, where they are right, what the bytes mean: doc ids and terms
/// ascend, counts agree, parts fill their sections without a gap, columns and postings say the same.
/// (As Lucene's CheckIndex does.)
public struct Verifier {
  private let folder: IndexFolder
  private var result = Verification()

  private init(_ folder: IndexFolder) {
    self.folder = folder
  }

  /// Verifies the index in `folder`.
  ///
  /// - Throws: ``IndexError/noIndex(folder:)`` where there is none;
  ///   ``IndexError/storage(_:)`` where the disk fails. Damage is no error but a fault.
  public static func verify(
    at folder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) throws(IndexError) -> Verification {
    var verifier = Verifier(IndexFolder(path: folder, fileSystem: fileSystem))
    try verifier.verify()
    return verifier.result
  }

  private mutating func verify() throws(IndexError) {
    let folder = folder
    guard let manifest = try collect("", { () throws(IndexError) in try folder.manifest() }) else {
      return
    }
    guard let manifest else { throw .noIndex(folder: folder.path) }
    result.generation = manifest.generation
    count(IndexFiles.manifest, bytes: ManifestFormat.encode(manifest).count)
    var segments: [Segment] = []
    for entry in manifest.segments {
      if let segment = try verify(entry) { segments.append(segment) }
    }
    for attachment in manifest.attachments {
      count(attachment.file.name, bytes: attachment.file.length)
      _ = try collect(attachment.file.name) { () throws(IndexError) in
        try folder.bytes(of: attachment)
      }
    }
    guard segments.count == manifest.segments.count else { return }
    _ = try collect("") { () throws(IndexError) in
      try manifest.checkKinds(of: segments)
      try Self.checkKeys(of: segments)
    }
    result.documentCount = segments.reduce(0) { $0 + $1.liveCount }
  }

  /// Verifies a segment and its tombstones; nil if something is wrong.
  private mutating func verify(
    _ entry: Manifest.SegmentEntry
  ) throws(IndexError) -> Segment? {
    let before = result.faults.count
    let folder = folder
    count(entry.file.name, bytes: entry.file.length)
    if let deletes = entry.deletes { count(deletes.file.name, bytes: deletes.file.length) }
    let liveDocs = try collect(entry.deletes?.file.name ?? "") { () throws(IndexError) in
      try folder.liveDocs(entry)
    }
    let path = folder.path(entry.file.name)
    let mapped = try collect(entry.file.name) { () throws(IndexError) in
      try withStorage { () throws(StorageError) in try folder.fileSystem.map(path) }
    }
    guard let mapped else { return nil }
    try verifyFrame(of: mapped, entry)
    guard let liveDocs, result.faults.count == before else { return nil }
    let segment = try collect(entry.file.name) { () throws(IndexError) in
      try Segment(mapped, name: entry.file.name, liveDocs: liveDocs, checksums: false)
    }
    guard let segment else { return nil }
    var fields = SegmentVerifier(segment)
    for part in fields.parts {
      _ = try collect(entry.file.name) { () throws(IndexError) in try fields.verify(part) }
    }
    return result.faults.count == before ? segment : nil
  }

  private mutating func verifyFrame(
    of mapped: MappedFile, _ entry: Manifest.SegmentEntry
  ) throws(IndexError) {
    let frame = try collect(entry.file.name) { () throws(IndexError) in
      try SegmentFrame(mapped, name: entry.file.name)
    }
    guard let frame else { return }
    let before = result.faults.count
    for section in frame.entries {
      _ = try collect(entry.file.name) { () throws(IndexError) in
        if let fault = SegmentFrame.fault(of: section) { throw fault }
      }
    }
    guard result.faults.count == before else { return }
    _ = try collect(entry.file.name) { () throws(IndexError) in
      guard frame.number == entry.number, frame.documentCount == entry.documentCount,
        mapped.count == entry.file.length,
        CRC32C.checksum(ByteRegion(mapped)) == entry.file.checksum
      else {
        throw .corrupt(
          file: entry.file.name, section: "header", offset: 0,
          expected: "the segment that the manifest names")
      }
    }
  }

  private mutating func count(_ file: String, bytes: Int) {
    result.fileCount += 1
    result.byteCount += bytes
  }

  /// The value of `body`; where it finds damage, that becomes a fault and the value nil.
  ///
  /// `file` is what is missing if a file is.
  private mutating func collect<Value>(
    _ file: String, _ body: () throws(IndexError) -> Value
  ) throws(IndexError) -> Value? {
    do throws(IndexError) {
      return try body()
    } catch {
      switch error {
      case .corrupt(let file, let section, let offset, let expected):
        result.faults.append(
          Verification.Fault(file: file, section: section, offset: offset, expected: expected))
      case .unsupportedVersion(let file, _, let supported):
        result.faults.append(
          Verification.Fault(
            file: file, section: "header", offset: 8, expected: "version \(supported)"))
      case .storage(.notFound) where !file.isEmpty:
        result.faults.append(
          Verification.Fault(
            file: file, section: "file", offset: 0, expected: "the file that the manifest names"))
      case .storage, .noIndex, .locked, .fieldKindMismatch, .tooComplex, .timeout: throw error
      }
      return nil
    }
  }

  /// Throws unless each key has one live document at most, over all segments.
  private static func checkKeys(of segments: [Segment]) throws(IndexError) {
    var queue = try TermQueue(segments, segments.map { $0.keys })
    while queue.first != nil {
      var liveCount = 0
      for (source, info) in queue.infos {
        let segment = segments[source]
        var cursor = try segment.postings(info, in: segment.keys)
        while try cursor.next() != .end { if segment.isLive(cursor.docID) { liveCount += 1 } }
        guard liveCount <= 1 else {
          throw .corrupt(
            file: segment.name, section: Section.terms.name, offset: segment.keys.terms.offset,
            expected: "one live document a key")
        }
      }
      try queue.next()
    }
  }
}
