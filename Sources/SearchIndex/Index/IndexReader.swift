public import Storage

/// A snapshot of an index: one generation, which stays as it is while writers go on.
///
/// Takes no lock.
public final class IndexReader: Sendable {
  /// The generation that was opened.
  public let generation: UInt64
  /// The version of the analysis that made the terms.
  public let analysisVersion: String
  /// The segments in document order.
  let segments: [Segment]
  /// By field, what scoring needs.
  let rankings: [String: FieldRanking]

  private let manifest: Manifest
  private let folder: IndexFolder
  private let attachments: [String: MappedFile]

  /// How often a reader looks again when files vanish while it opens them.
  private static let attemptsMax = 5

  private init(_ manifest: Manifest, in folder: IndexFolder) throws(IndexError) {
    self.manifest = manifest
    self.folder = folder
    generation = manifest.generation
    analysisVersion = manifest.analysisVersion
    var segments: [Segment] = []
    for entry in manifest.segments { segments.append(try folder.segment(entry)) }
    self.segments = segments
    var rankings: [String: FieldRanking] = [:]
    for field in manifest.fields {
      rankings[field.name] = FieldRanking(of: field.name, in: segments)
    }
    self.rankings = rankings
    // Mapped now, since later generations remove the files; read by those who need them.
    var attachments: [String: MappedFile] = [:]
    for attachment in manifest.attachments {
      attachments[attachment.name] = try folder.map(attachment)
    }
    self.attachments = attachments
    try manifest.checkKinds(of: segments)
  }

  /// Opens the current generation of the index in `folder`.
  ///
  /// Costs no more than looking at the files' frames, but segments of up to 4 MB are checked whole.
  /// Attachments are checked when they are asked for.
  ///
  /// - Throws: ``IndexError/noIndex(folder:)`` where there is none;
  ///   ``IndexError/corrupt(file:section:offset:expected:)`` where it is damaged.
  public static func open(
    at folder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) throws(IndexError) -> IndexReader {
    let indexFolder = IndexFolder(path: folder, fileSystem: fileSystem)
    var missing = ""
    // A file that is missing was removed by a writer that has committed twice since we read the
    // manifest, so the manifest has changed: look again.
    for _ in 0..<attemptsMax {
      guard let manifest = try indexFolder.manifest() else { throw .noIndex(folder: folder) }
      do throws(IndexError) {
        return try IndexReader(manifest, in: indexFolder)
      } catch .storage(.notFound(let path)) {
        missing = path
      }
    }
    throw .corrupt(
      file: String(missing.dropFirst(folder.count + 1)), section: "file", offset: 0,
      expected: "the file that the manifest names")
  }

  /// Which generation of which index was opened.
  public var stamp: IndexStamp { IndexStamp(manifest: manifest) }

  /// The stamp of the index in `folder` now, without opening it: for those who watch.
  public static func stamp(
    at folder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) throws(IndexError) -> IndexStamp {
    guard
      let manifest = try IndexFolder(path: folder, fileSystem: fileSystem).manifest()
    else { throw .noIndex(folder: folder) }
    return IndexStamp(manifest: manifest)
  }

  /// The number of documents that are not deleted.
  public var documentCount: Int { segments.reduce(0) { $0 + $1.liveCount } }

  /// The fields of the index and their kinds, in byte order of their names.
  public var fields: [(name: String, kind: FieldKind)] {
    manifest.fields.map { ($0.name, $0.kind) }
  }

  /// An attachment of this generation, read and checked; nil if it has none of that name.
  public func attachment(_ name: String) throws(IndexError) -> [UInt8]? {
    guard let file = attachments[name],
      let entry = manifest.attachments.first(where: { $0.name == name })
    else { return nil }
    return try folder.bytes(of: entry, in: file)
  }

  /// Throws unless every attachment is as it was written.
  public func checkAttachments() throws(IndexError) {
    for name in manifest.attachments.map(\.name) { _ = try attachment(name) }
  }

  /// What was stored of a hit of a search of this reader.
  ///
  /// - Precondition: the hit is this reader's.
  public func stored(_ hit: TopDocs.Hit) throws(IndexError) -> StoredDocument {
    try segments[hit.segment].stored(hit.docID)
  }

  /// The key of a hit of a search of this reader: far cheaper than all that is stored of it.
  ///
  /// - Precondition: the hit is this reader's.
  public func key(_ hit: TopDocs.Hit) throws(IndexError) -> String {
    try segments[hit.segment].key(hit.docID)
  }

  /// The document with a key; nil if there is none.
  public func document(key: String) throws(IndexError) -> StoredDocument? {
    guard let hit = try hit(key: key) else { return nil }
    return try stored(hit)
  }

  /// Where the document with a key is, with score 0; nil if there is none.
  public func hit(key: String) throws(IndexError) -> TopDocs.Hit? {
    let bytes = Array(key.utf8)
    for (index, segment) in segments.enumerated().reversed() {
      if let docID = try segment.lastDocument(key: bytes), segment.isLive(docID) {
        return TopDocs.Hit(segment: index, docID: docID, score: 0)
      }
    }
    return nil
  }

  /// Calls `body` with each document, in document order.
  ///
  /// Throws what `body` throws, or an ``IndexError``: two types, so the compiler is told neither.
  public func forEachDocument(_ body: (StoredDocument) throws -> Void) throws {
    for segment in segments {
      for docID in 0..<DocID(segment.documentCount) where segment.isLive(docID) {
        try body(try segment.stored(docID))
      }
    }
  }
}

extension Manifest {
  /// Throws unless every field of every segment has the kind that the manifest has.
  func checkKinds(of segments: [Segment]) throws(IndexError) {
    let kinds = Dictionary(fields.map { ($0.name, $0.kind) }, uniquingKeysWith: { $1 })
    for segment in segments {
      for name in segment.fieldNames where kinds[name] != segment.field(name)?.kind {
        throw .corrupt(
          file: segment.name, section: Section.fields.name, offset: 0,
          expected: "field \(name) as the manifest has it")
      }
    }
  }
}
