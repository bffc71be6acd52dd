/// What can go wrong with a link check as a whole; what is wrong with a link is a verdict.
public enum LinkCheckError: Error, Equatable, Sendable {
  /// The history in `file` cannot be read or written.
  case history(file: String, String)
  /// The history in `file` was written by a later version.
  case historyTooNew(file: String)
}
