internal import Catalogue
package import NIOCore
package import Records

/// The bytes that answer one request: data lines, then exactly one end line, which alone begins with
/// `{"ok":`.
package struct Reply: Sendable, Equatable {
  /// The bytes to send.
  package let bytes: ByteBuffer
  /// Whether the connection ends after it.
  package let closes: Bool

  /// The lines of an answer, each one JSON object; `tag` becomes the last member of each.
  package init(lines: [String], tag: String? = nil, closes: Bool = false) {
    // A tag is letters, digits, underscores and hyphens: nothing in it needs escaping.
    let suffix = tag.map { ",\"tag\":\"\($0)\"}\n" } ?? "}\n"
    var bytes = ByteBuffer()
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + suffix.utf8.count })
    for line in lines {
      bytes.writeSubstring(line.dropLast())
      bytes.writeString(suffix)
    }
    self.bytes = bytes
    self.closes = closes
  }

  /// Bytes that are no JSON.
  package init(plain: String, closes: Bool = false) {
    bytes = ByteBuffer(string: plain)
    self.closes = closes
  }

  /// The end line of an error, worded in `language`.
  package init(
    _ error: DoorError, tag: String? = nil, _ language: InterfaceLanguage, closes: Bool = false
  ) {
    let wording = DoorWording(error, language)
    guard error != .resp else {
      self.init(plain: "-\(error.code) \(wording.message)\r\n", closes: closes)
      return
    }
    var members: [(name: String, value: JSONText)] = [
      ("ok", .bool(false)), ("code", .string(error.code)), ("message", .string(wording.message)),
    ]
    if let offset = wording.offset { members.append(("at", .int(offset))) }
    if let hint = wording.hint { members.append(("hint", .string(hint))) }
    self.init(lines: [JSONText.object(members).line], tag: tag, closes: closes)
  }
}
