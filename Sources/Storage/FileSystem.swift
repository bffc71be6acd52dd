/// The one door to the disk.
///
/// The product uses ``DiskFileSystem``; tests put a faulty one in its place to see what a full
/// disk, a lost write or a crash leaves behind.
///
/// Paths are POSIX paths, absolute or relative to the working folder.
public protocol FileSystem: Sendable {
  /// Maps the file at `path` for reading.
  func map(_ path: String) throws(StorageError) -> MappedFile
  /// Reads the whole file at `path`; more than `bytesMax` bytes is ``StorageError/tooLarge``.
  func read(_ path: String, bytesMax: Int) throws(StorageError) -> [UInt8]
  /// Makes or empties the file at `path` and opens it for writing.
  func create(_ path: String) throws(StorageError) -> any WritableFile
  /// Gives the file at `source` the name `target`, replacing what had it, in one step.
  func rename(_ source: String, to target: String) throws(StorageError)
  /// Removes the file at `path`.
  func remove(_ path: String) throws(StorageError)
  /// The entries of a folder, sorted by name.
  func list(_ folder: String) throws(StorageError) -> [FolderEntry]
  /// Makes the folder at `path`, and those above it, where missing.
  func makeFolder(_ path: String) throws(StorageError)
  /// Makes the names in `folder` durable.
  func syncFolder(_ folder: String) throws(StorageError)
  /// Takes the lock file at `path`, leaving `holder` in it for others to read.
  func lock(_ path: String, holder: String) throws(StorageError) -> any FileLock
  /// What is at `path`, or nil where there is nothing.
  func entry(at path: String) throws(StorageError) -> FolderEntry?
}

/// A file being written, front to back.
public protocol WritableFile: AnyObject {
  /// Appends `bytes`.
  func write(_ bytes: [UInt8]) throws(StorageError)
  /// Makes what was written durable.
  func sync() throws(StorageError)
  /// Closes the file; no call may follow.
  func close() throws(StorageError)
}

/// A lock that is held until it is released or its process ends.
public protocol FileLock: AnyObject, Sendable {
  /// Gives the lock up.
  func release()
}

/// A name in a folder.
public struct FolderEntry: Sendable, Hashable {
  /// The name, without the folder.
  public var name: String
  /// Whether it is a folder itself.
  public var isFolder: Bool
  /// The size in bytes; 0 for a folder.
  public var bytes: Int

  /// Makes an entry.
  public init(name: String, isFolder: Bool, bytes: Int) {
    self.name = name
    self.isFolder = isFolder
    self.bytes = bytes
  }
}
