import Storage
import TestSupport

@testable import SearchIndex

/// A random corpus on disk in several segments, with replaced and deleted documents, and the
/// reference that scans the same.
struct CorpusIndex {
  let folder: TemporaryFolder
  private(set) var reader: IndexReader
  private(set) var naive: NaiveIndex
  var corpus: RandomCorpus
  private let versions: [CorpusDocument]

  /// Commits as many documents as each of `batches` says, then replaces or deletes `changes` of them.
  init(batches: [Int], changes: Int, seed: Seed) throws {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed)
    var versions: [CorpusDocument] = []
    for size in batches {
      try Self.write(in: folder) { writer in
        for _ in 0..<size {
          let number = versions.count
          versions.append(corpus.document(key: "k\(number)", version: number))
          try writer.replace(versions[number].document)
        }
      }
    }
    let count = versions.count
    if changes > 0, count > 0 {
      try Self.write(in: folder) { writer in
        for _ in 0..<changes {
          let key = "k\(corpus.number(below: count))"
          if corpus.chance(1, of: 2) {
            try writer.delete(key: key)
          } else {
            let number = versions.count
            versions.append(corpus.document(key: key, version: number))
            try writer.replace(versions[number].document)
          }
        }
      }
    }
    self.folder = folder
    self.corpus = corpus
    self.versions = versions
    reader = try IndexReader.open(at: folder.path)
    naive = NaiveIndex(try Self.places(in: reader, versions))
  }

  /// The same corpus when its folder has been optimized; readers that are open go on as they were.
  func optimized(reorder: Reordering? = nil) throws -> CorpusIndex {
    try Self.write(in: folder) { try $0.optimize(reorder: reorder) }
    var optimized = self
    optimized.reader = try IndexReader.open(at: folder.path)
    optimized.naive = NaiveIndex(try Self.places(in: optimized.reader, versions))
    return optimized
  }

  private static func write(
    in folder: TemporaryFolder, _ body: (inout IndexWriter) throws -> Void
  ) throws {
    // Deleted documents are to stay, so that there is something to be found wrongly.
    var policy = MergePolicy()
    policy.rewritesSmall = false
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "test", holder: "a test", policy: policy)
    try body(&writer)
    _ = try writer.commit()
    writer.close()
  }

  /// What the index holds where: the last version of a key that was written is the live one.
  private static func places(
    in reader: IndexReader, _ versions: [CorpusDocument]
  ) throws -> [NaiveIndex.Place] {
    var places: [NaiveIndex.Place] = []
    for (number, segment) in reader.segments.enumerated() {
      for docID in 0..<DocID(segment.documentCount) {
        let stored = try segment.stored(docID)
        let version = stored.stored.enumerated().reduce(0) {
          $0 | Int($1.element) << (8 * $1.offset)
        }
        places.append(
          NaiveIndex.Place(
            segment: number, docID: docID, isLive: segment.liveDocs?.isLive(docID) ?? true,
            document: versions[version]))
      }
    }
    return places
  }
}
