public import Records
public import SearchIndex
public import Storage

/// What can go wrong with a request or with the catalogue itself.
public enum CatalogueError: Error, Equatable, Sendable {
  /// The text does not obey the search language.
  case syntax(SyntaxError)
  /// There is no field of this name.
  case unknownField(name: String, nearest: String?)
  /// The facet has no such value.
  case unknownValue(facet: String, found: String, nearest: String?)
  /// The value does not have the form that the option takes.
  case badValue(option: String, found: String, expected: String)
  /// The request asks for more than a limit allows.
  case limit(name: String, max: Int)
  /// The search took longer than it may.
  case timeout
  /// There is no resource of this name.
  case notFound(id: String)
  /// The index is missing, damaged or locked.
  case index(IndexError)
  /// The index was built by another version of Canfod and must be rebuilt.
  case outdated(file: String)
  /// The corpus has faults; nothing was built.
  case faults([RecordFault])
  /// The file of link states is damaged, or was written by another version of Canfod.
  case badLinkStates(file: String)
  /// A file could not be read or written.
  case storage(StorageError)
}
