import Storage

/// The Unicode Character Database as Debian installs it.
enum UnicodeData {
  /// Why a test cannot run.
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is missing: install the Debian package unicode-data" }
  }

  /// The lines of a file, without comments; empty lines are left out.
  static func lines(of name: String) throws -> [String] {
    let path = "/usr/share/unicode/" + name
    let disk = DiskFileSystem()
    guard try disk.entry(at: path) != nil else { throw Missing(path: path) }
    let bytes = try disk.read(path, bytesMax: 1 << 25)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let text = line.prefix { $0 != "#" }
      return text.contains { !$0.isWhitespace } ? String(text) : nil
    }
  }

  /// The fields of a line, between semicolons, without space around them.
  static func fields(of line: String) -> [String] {
    line.split(separator: ";", omittingEmptySubsequences: false).map { field in
      String(field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
