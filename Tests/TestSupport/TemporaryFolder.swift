import Glibc
import Storage

/// A folder of a test's own, removed with everything in it when the test lets go of it.
public final class TemporaryFolder: Sendable {
  /// The folder's absolute path.
  public let path: String

  /// Makes a new, empty folder.
  public init() throws {
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template: [CChar] = Array((base + "/canfod-test-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw StorageError.failed(path: base, operation: "make temporary folder", errno: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.removeAll(path) }

  /// The path of `name` in the folder.
  public func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, making the folders above it.
  public func write(_ name: String, _ bytes: [UInt8]) throws {
    let disk = DiskFileSystem()
    let full = path(name)
    if let slash = full.lastIndex(of: "/") { try disk.makeFolder(String(full[..<slash])) }
    let file = try disk.create(full)
    try file.write(bytes)
    try file.close()
  }

  /// Writes a text file.
  public func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  private static func removeAll(_ path: String) {
    let disk = DiskFileSystem()
    for entry in (try? disk.list(path)) ?? [] {
      let full = path + "/" + entry.name
      if entry.isFolder { removeAll(full) } else { try? disk.remove(full) }
    }
    _ = unsafe rmdir(path)
  }
}
