import Foundation

/// Whether a folder's files can be changed without losing anything.
enum TreeState: Sendable, Hashable {
  /// All of it is committed.
  case clean
  /// Something in it is not committed.
  case changed
  /// It is in no repository, or there is no git to ask.
  case unknown
}

/// Asks git about a folder.
enum WorkTree {
  /// Whether what is in `folder` is committed.
  static func state(of folder: String) -> TreeState {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder, "status", "--porcelain", "--", "."]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil,
      let bytes = try? output.fileHandleForReading.readToEnd() ?? Data()
    else { return .unknown }
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return .unknown }
    return bytes.isEmpty ? .clean : .changed
  }
}
