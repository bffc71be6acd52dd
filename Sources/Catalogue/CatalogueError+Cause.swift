internal import SearchIndex
internal import Storage

extension CatalogueError {
  /// Where the cause of an error lies, and so who can do something about it.
  ///
  /// Doors turn it into their statuses without knowing the engine or the disk.
  public enum Cause: Sendable, Hashable, CaseIterable {
    /// In what was asked.
    case request
    /// In the corpus, or in an index that is damaged or of another version.
    case data
    /// What should be read is not there or may not be read.
    case absent
    /// The catalogue has no such resource.
    case unknownResource
    /// What should be written may not be, or has no room.
    case unwritable
    /// The disk fails.
    case disk
    /// Somebody else is at work, or time ran out: it may do later.
    case busy
  }

  /// Where the cause lies.
  public var cause: Cause {
    switch self {
    case .syntax, .unknownField, .unknownValue, .badValue, .limit: .request
    case .timeout: .busy
    case .notFound: .unknownResource
    case .outdated, .faults, .badLinkStates: .data
    case .index(let error): Self.cause(error)
    case .storage(let error): Self.cause(error)
    }
  }

  private static func cause(_ error: IndexError) -> Cause {
    switch error {
    case .noIndex: .absent
    case .corrupt, .unsupportedVersion, .fieldKindMismatch: .data
    case .locked, .timeout: .busy
    case .tooComplex: .request
    case .storage(let error): cause(error)
    }
  }

  private static func cause(_ error: StorageError) -> Cause {
    switch error {
    case .notFound: .absent
    case .notPermitted(_, let operation):
      ["open", "read", "list", "stat", "map", "open folder"].contains(operation)
        ? .absent : .unwritable
    case .diskFull: .unwritable
    case .failed: .disk
    case .tooLarge, .outOfBounds, .malformedVarint: .data
    case .locked: .busy
    }
  }
}
