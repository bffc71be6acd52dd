public import Records

/// One record file as read, with everything that a content hash of it must cover.
public struct RecordFileResult: Sendable {
  /// Its path relative to the corpus folder.
  public let file: String
  /// The record with its body, aliases applied; nil where it could not be read at all.
  ///
  /// It is to be indexed only if ``faults`` holds no error.
  public let resource: Resource?
  /// The bytes of the record file.
  public let bytes: [UInt8]
  /// The content files that could be read, in the record's order.
  public let contents: [ContentBytes]
  /// What is wrong, the record's own faults first by line.
  public internal(set) var faults: [RecordFault]
  /// The line of the id.
  let idLine: Int?
  /// The line of the address.
  public internal(set) var urlLine: Int?

  /// Whether the build must be refused.
  public var hasErrors: Bool { faults.contains { $0.severity == .error } }
}

/// A content file's bytes.
public struct ContentBytes: Sendable, Hashable {
  /// Its name as the record writes it.
  public let name: String
  /// The whole file.
  public let bytes: [UInt8]
}
