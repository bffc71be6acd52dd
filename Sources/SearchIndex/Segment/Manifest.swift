/// What an index is made of as of one generation: the content of `manifest.json`, whose replacement
/// is the commit.
struct Manifest: Sendable, Equatable {
  /// A file by its name, with what it must be.
  struct File: Sendable, Equatable {
    /// The name within the index folder.
    var name: String
    /// The length in bytes.
    var length: Int
    /// The CRC-32C of all its bytes.
    var checksum: UInt32
  }

  /// The tombstones of a segment.
  struct Deletes: Sendable, Equatable {
    /// The generation that wrote them.
    var generation: UInt64
    /// How many documents are deleted.
    var count: Int
    /// The file.
    var file: File
  }

  /// A segment, in the order in which its documents come.
  struct SegmentEntry: Sendable, Equatable {
    /// The number, which is in the file's name.
    var number: UInt64
    /// The number of documents, deleted ones included.
    var documentCount: Int
    /// The file.
    var file: File
    /// Its tombstones, if it has any.
    var deletes: Deletes?
  }

  /// A field and its kind.
  struct Field: Sendable, Equatable {
    /// The name.
    var name: String
    /// The kind.
    var kind: FieldKind
  }

  /// A file kept with the index for its owner.
  struct Attachment: Sendable, Equatable {
    /// The name by which the owner asks for it.
    var name: String
    /// The file.
    var file: File
  }

  /// Counts the commits, from 1; 0 where there has been none.
  var generation: UInt64 = 0
  /// The version of the analysis that made the terms; another one's terms do not match.
  var analysisVersion: String
  /// The number that the next segment gets.
  var nextSegment: UInt64 = 1
  /// The fields, in byte order of their names.
  var fields: [Field] = []
  /// The segments in document order.
  var segments: [SegmentEntry] = []
  /// The attachments, in byte order of their names.
  var attachments: [Attachment] = []
  /// The files of the generation before that are not this one's: a reader may still be opening them.
  var previousFiles: [String] = []

  /// The names of the files of this generation.
  var files: [String] {
    segments.flatMap { [$0.file.name] + ($0.deletes.map { [$0.file.name] } ?? []) }
      + attachments.map { $0.file.name }
  }
}
