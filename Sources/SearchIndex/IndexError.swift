public import Storage

/// What can go wrong with an index.
public enum IndexError: Error, Equatable, Sendable {
  /// There is no index in `folder`.
  case noIndex(folder: String)
  /// `section` of `file` does not obey its format at `offset` (bytes from the section's start).
  case corrupt(file: String, section: String, offset: Int, expected: String)
  /// `file` was written by another version of the format.
  case unsupportedVersion(file: String, found: Int, supported: Int)
  /// Another process, `holder`, has the index open for writing.
  case locked(holder: String)
  /// The field is used as one kind here and was another before.
  case fieldKindMismatch(field: String, found: String, expected: String)
  /// The query would do more work than the limit allows: what, and how much.
  case tooComplex(what: String, limit: Int)
  /// The time allowed for the query is over.
  case timeout
  /// The disk failed.
  case storage(StorageError)
}
