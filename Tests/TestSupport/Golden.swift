import Glibc
import Storage

/// Texts that a person has read and found good, kept in the folder `Golden` beside a test.
///
/// `CANFOD_RECORD=1` writes them anew; a person then reads the difference.
public struct Golden: Sendable {
  /// What came out is not what is kept.
  public struct Mismatch: Error, Sendable, CustomStringConvertible {
    /// The file and the first line that differs, both ways.
    public let description: String
  }

  private static let bytesMax = 1 << 22

  private let folder: String

  /// The golden files beside the test file that calls.
  public init(besideFile file: String = #filePath) {
    let end = file.lastIndex(of: "/") ?? file.startIndex
    folder = file[..<end] + "/Golden"
  }

  /// Compares `text` with the file called `name`, or keeps it where asked to record.
  ///
  /// - Throws: ``Mismatch`` where they differ; `StorageError` where there is no such file.
  public func expect(_ name: String, _ text: String) throws {
    let disk = DiskFileSystem()
    let path = folder + "/" + name
    if unsafe getenv("CANFOD_RECORD").map({ unsafe String(cString: $0) }) == "1" {
      try disk.makeFolder(folder)
      let file = try disk.create(path)
      try file.write(Array(text.utf8))
      try file.close()
      return
    }
    let kept = String(
      decoding: try disk.read(path, bytesMax: Self.bytesMax), as: UTF8.self)
    guard kept != text else { return }
    throw Mismatch(description: Self.difference(name, kept: kept, found: text))
  }

  private static func difference(_ name: String, kept: String, found: String) -> String {
    let (left, right) = (lines(kept), lines(found))
    let place = zip(left, right).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> String {
      place < lines.count ? String(lines[place]) : "(the end)"
    }
    return """
      \(name), line \(place + 1):
        kept:  \(line(left))
        found: \(line(right))
      All that was found:
      \(found)
      """
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
