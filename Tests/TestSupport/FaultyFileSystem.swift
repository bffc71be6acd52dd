import Glibc
public import Storage
import Synchronization

/// A disk on which the nth change goes wrong.
///
/// Changes are what makes, writes, syncs, closes, renames or removes a file or syncs or makes a
/// folder; they are counted from 1. Reading goes on as ever.
public final class FaultyFileSystem: FileSystem {
  /// What goes wrong.
  public enum Fault: Sendable {
    /// The disk is full at that change only: somebody made room.
    case fullOnce
    /// The disk is full from that change on.
    case full
    /// The process dies in the middle of that change, and the machine with it: of a write the first
    /// half arrives, nothing after it does, and files that were never synced lose all they had.
    case crash
  }

  private struct State {
    var count = 0
    var isDead = false
    /// Files with bytes that no sync has made durable.
    var unsynced: Set<String> = []
  }

  private let disk: any FileSystem
  private let fault: Fault?
  private let failing: Int
  private let state = Mutex(State())

  /// Puts `fault` at change number `failing` of `disk`; without one, changes are only counted.
  public init(
    on disk: any FileSystem = DiskFileSystem(), _ fault: Fault? = nil, at failing: Int = 0
  ) {
    self.disk = disk
    self.fault = fault
    self.failing = failing
  }

  /// How many changes were asked for so far.
  public var changeCount: Int { state.withLock { $0.count } }

  /// Maps the file at `path` for reading.
  public func map(_ path: String) throws(StorageError) -> MappedFile { try disk.map(path) }

  /// Reads the whole file at `path`.
  public func read(_ path: String, bytesMax: Int) throws(StorageError) -> [UInt8] {
    try disk.read(path, bytesMax: bytesMax)
  }

  /// The entries of a folder, sorted by name.
  public func list(_ folder: String) throws(StorageError) -> [FolderEntry] {
    try disk.list(folder)
  }

  /// What is at `path`, or nil where there is nothing.
  public func entry(at path: String) throws(StorageError) -> FolderEntry? {
    try disk.entry(at: path)
  }

  /// Takes the lock file at `path`.
  public func lock(_ path: String, holder: String) throws(StorageError) -> any FileLock {
    try disk.lock(path, holder: holder)
  }

  /// Makes or empties the file at `path` and opens it for writing.
  public func create(_ path: String) throws(StorageError) -> any WritableFile {
    try change(path)
    let file = try disk.create(path)
    state.withLock { _ = $0.unsynced.insert(path) }
    return FaultyFile(file, path: path, of: self)
  }

  /// Gives the file at `source` the name `target`.
  public func rename(_ source: String, to target: String) throws(StorageError) {
    try change(target)
    try disk.rename(source, to: target)
    state.withLock { state in
      if state.unsynced.remove(source) != nil {
        state.unsynced.insert(target)
      } else {
        state.unsynced.remove(target)
      }
    }
  }

  /// Removes the file at `path`.
  public func remove(_ path: String) throws(StorageError) {
    try change(path)
    try disk.remove(path)
    state.withLock { _ = $0.unsynced.remove(path) }
  }

  /// Makes the folder at `path`, and those above it, where missing.
  public func makeFolder(_ path: String) throws(StorageError) {
    try change(path)
    try disk.makeFolder(path)
  }

  /// Makes the names in `folder` durable.
  public func syncFolder(_ folder: String) throws(StorageError) {
    // The real disk is not bothered: what is durable is kept account of here.
    try change(folder)
  }

  /// Counts a change to `path` and throws if it is to fail, after half of it was done by `half`.
  fileprivate func change(
    _ path: String, half: () throws(StorageError) -> Void = {}
  ) throws(StorageError) {
    let (fails, wasDead) = state.withLock { state in
      state.count += 1
      guard let fault else { return (false, false) }
      let fails =
        switch fault {
        case .fullOnce: state.count == failing
        case .full, .crash: state.count >= failing
        }
      let wasDead = state.isDead
      if fails { state.isDead = true }
      return (fails, wasDead)
    }
    guard fails, let fault else { return }
    switch fault {
    case .fullOnce, .full: throw .diskFull(path: path)
    case .crash:
      if !wasDead {
        try half()
        for lost in state.withLock({ $0.unsynced }).sorted() {
          if try disk.entry(at: lost) != nil { try disk.create(lost).close() }
        }
      }
      throw .failed(path: path, operation: "crash", errno: EIO)
    }
  }

  fileprivate func didSync(_ path: String) {
    state.withLock { _ = $0.unsynced.remove(path) }
  }
}

/// A file of a ``FaultyFileSystem``.
private final class FaultyFile: WritableFile {
  private let file: any WritableFile
  private let path: String
  private let disk: FaultyFileSystem

  init(_ file: any WritableFile, path: String, of disk: FaultyFileSystem) {
    self.file = file
    self.path = path
    self.disk = disk
  }

  func write(_ bytes: [UInt8]) throws(StorageError) {
    let file = file
    try disk.change(path) { () throws(StorageError) in
      try file.write(Array(bytes.prefix(bytes.count / 2)))
    }
    try file.write(bytes)
  }

  func sync() throws(StorageError) {
    try disk.change(path)
    disk.didSync(path)
  }

  func close() throws(StorageError) {
    try disk.change(path)
    try file.close()
  }
}
