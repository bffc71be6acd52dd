import Glibc

/// The real disk, through POSIX calls.
public struct DiskFileSystem: FileSystem {
  /// Makes a door to the disk.
  public init() {}

  /// Maps the file at `path` for reading.
  public func map(_ path: String) throws(StorageError) -> MappedFile {
    try MappedFile(path: path)
  }

  /// Reads the whole file at `path`.
  public func read(_ path: String, bytesMax: Int) throws(StorageError) -> [UInt8] {
    let descriptor = try Self.open(path, O_RDONLY | O_CLOEXEC, "open")
    defer { Glibc.close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.error(path, "stat") }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw StorageError.failed(path: path, operation: "read", errno: EISDIR)
    }
    let announced = Int(status.st_size)
    guard announced <= bytesMax else {
      throw StorageError.tooLarge(path: path, bytes: announced, bytesMax: bytesMax)
    }
    var bytes = [UInt8]()
    bytes.reserveCapacity(announced)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw Self.error(path, "read")
      }
      if count == 0 { return bytes }
      guard bytes.count + count <= bytesMax else {
        throw StorageError.tooLarge(path: path, bytes: bytes.count + count, bytesMax: bytesMax)
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Makes or empties the file at `path` and opens it for writing.
  public func create(_ path: String) throws(StorageError) -> any WritableFile {
    DiskWritableFile(
      path: path,
      descriptor: try Self.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, "create"))
  }

  /// Gives the file at `source` the name `target`, in one step.
  public func rename(_ source: String, to target: String) throws(StorageError) {
    guard unsafe Glibc.rename(source, target) == 0 else { throw Self.error(target, "rename") }
  }

  /// Removes the file at `path`.
  public func remove(_ path: String) throws(StorageError) {
    guard unsafe unlink(path) == 0 else { throw Self.error(path, "remove") }
  }

  /// The entries of a folder, sorted by name; `.` and `..` left out.
  public func list(_ folder: String) throws(StorageError) -> [FolderEntry] {
    guard let stream = unsafe opendir(folder) else { throw Self.error(folder, "list") }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    while let item = unsafe readdir(stream) {
      let name = unsafe Self.name(of: item)
      guard name != ".", name != ".." else { continue }
      if let entry = try entry(at: folder + "/" + name) {
        entries.append(FolderEntry(name: name, isFolder: entry.isFolder, bytes: entry.bytes))
      }
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Makes the folder at `path`, and those above it, where missing.
  public func makeFolder(_ path: String) throws(StorageError) {
    if unsafe mkdir(path, 0o755) == 0 { return }
    let reason = errno
    if reason == EEXIST, try entry(at: path)?.isFolder == true { return }
    if reason == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
      if unsafe mkdir(path, 0o755) == 0 { return }
      throw Self.error(path, "make folder")
    }
    throw Self.error(path, "make folder", reason)
  }

  /// Makes the names in `folder` durable.
  public func syncFolder(_ folder: String) throws(StorageError) {
    let descriptor = try Self.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, "open folder")
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Self.error(folder, "sync folder") }
  }

  /// Takes the lock file at `path`.
  public func lock(_ path: String, holder: String) throws(StorageError) -> any FileLock {
    try DiskFileLock(path: path, holder: holder)
  }

  /// What is at `path`, or nil where there is nothing.
  public func entry(at path: String) throws(StorageError) -> FolderEntry? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Self.error(path, "stat")
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return FolderEntry(name: name, isFolder: isFolder, bytes: isFolder ? 0 : Int(status.st_size))
  }

  /// The error that the last POSIX call left, with what it was about.
  static func error(
    _ path: String, _ operation: String, _ reason: Int32 = errno
  ) -> StorageError {
    switch reason {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EACCES, EPERM, EROFS: .notPermitted(path: path, operation: operation)
    case ENOSPC, EDQUOT: .diskFull(path: path)
    default: .failed(path: path, operation: operation, errno: reason)
    }
  }

  static func open(
    _ path: String, _ flags: Int32, _ operation: String
  ) throws(StorageError) -> Int32 {
    while true {
      let descriptor = unsafe Glibc.open(path, flags, 0o644)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw error(path, operation) }
    }
  }

  private static func name(of item: UnsafeMutablePointer<dirent>) -> String {
    unsafe withUnsafePointer(to: &item.pointee.d_name) { tuple in
      unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
  }
}

/// A file on disk being written through a descriptor.
final class DiskWritableFile: WritableFile {
  private let path: String
  private var descriptor: Int32

  init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  func write(_ bytes: [UInt8]) throws(StorageError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw DiskFileSystem.error(path, "write")
      }
      done += count
    }
  }

  func sync() throws(StorageError) {
    guard fsync(descriptor) == 0 else { throw DiskFileSystem.error(path, "sync") }
  }

  func close() throws(StorageError) {
    let ended = descriptor
    descriptor = -1
    guard Glibc.close(ended) == 0 else { throw DiskFileSystem.error(path, "close") }
  }
}
