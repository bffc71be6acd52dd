import Foundation

/// The checkout that the tests were built from.
enum Repository {
  /// The top folder.
  static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files with one of the endings below `folder`, as paths from the top, sorted.
  static func files(_ folder: String, endings: Set<String>) -> [String] {
    let base = top.appendingPathComponent(folder)
    guard let walker = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    else { return [] }
    let prefix = top.path + "/"
    return walker.compactMap { $0 as? URL }
      .filter { endings.contains($0.pathExtension) && !$0.path.contains("/.build") }
      .map { String($0.path.dropFirst(prefix.count)) }
      .sorted()
  }

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
  }

  /// Whether there is a file or folder at `path`.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: top.appendingPathComponent(path).path)
  }
}
