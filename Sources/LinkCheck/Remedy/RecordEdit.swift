internal import Records

/// The change of one address in a record's file: its `url:` line and nothing else.
public struct RecordEdit: Sendable, Hashable {
  /// The record's file.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The line as it was.
  public var before: String
  /// The line as it is to be.
  public var after: String

  /// Makes the edit that puts `new` in place of `old`, or nil where the file's text has no such line.
  ///
  /// Quotes and what follows the value stay as they are. Only the head of the file is looked at: what
  /// the body quotes is not the record's.
  public init?(file: String, text: String, old: String, new: String) {
    guard Self.isPlain(new) else { return nil }
    let lines = Self.lines(of: text)
    guard lines.first.map(Self.isFence) ?? false else { return nil }
    for (number, line) in lines.enumerated().dropFirst() {
      if Self.isFence(line) { return nil }
      guard line.hasPrefix("url:"), let range = line.firstRange(of: old) else { continue }
      let rest = line[range.upperBound...]
      // A longer address that starts alike is another.
      guard rest.unicodeScalars.first.map({ "\"' \r#".unicodeScalars.contains($0) }) ?? true else {
        return nil
      }
      self.file = file
      self.line = number + 1
      before = String(line)
      after = line.replacingCharacters(range, new)
      return
    }
    return nil
  }

  /// The text of the file with the edit made.
  public func applied(to text: String) -> String {
    var lines = Self.lines(of: text).map(String.init)
    guard lines.indices.contains(line - 1), lines[line - 1] == before else { return text }
    lines[line - 1] = after
    return lines.joined(separator: "\n")
  }

  /// Whether an address can stand in YAML with any quotes or none, and in a record.
  private static func isPlain(_ url: String) -> Bool {
    WebAddress.isAbsolute(url) && url.utf8.last != UInt8(ascii: ":")
      && url.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"'\"\\`{}[]|".utf8.contains($0) }
  }

  /// The lines without their line feeds; a carriage return before one stays.
  private static func lines(of text: String) -> [Substring] {
    // By bytes: CR LF is one character.
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.utf8.filter { $0 != UInt8(ascii: "\r") }.elementsEqual("---".utf8)
  }

  /// The edit as a unified diff.
  public var diff: String {
    """
    --- a/\(file)
    +++ b/\(file)
    @@ -\(line) +\(line) @@
    -\(before)
    +\(after)
    """
  }
}

extension Substring {
  /// The text with `replacement` in place of `range`.
  fileprivate func replacingCharacters(_ range: Range<Index>, _ replacement: String) -> String {
    String(self[..<range.lowerBound]) + replacement + String(self[range.upperBound...])
  }
}
