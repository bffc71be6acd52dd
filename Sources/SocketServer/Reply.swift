internal import Catalogue
package import NIOCore
package import Records

/// The bytes that answer one request.
///
/// In lines they are data lines, then exactly one end line, which alone begins with `{"ok":`; in RESP
/// they are one value.
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
    var members: [(name: String, value: JSONText)] = [
      ("ok", .bool(false)), ("code", .string(error.code)), ("message", .string(wording.message)),
    ]
    if let offset = wording.offset { members.append(("at", .int(offset))) }
    if let hint = wording.hint { members.append(("hint", .string(hint))) }
    self.init(lines: [JSONText.object(members).line], tag: tag, closes: closes)
  }

  /// What a verb was answered with, or its error worded in `language`.
  init(
    _ answered: Result<Answered, DoorError>, tag: String?, _ language: InterfaceLanguage,
    closes: Bool = false
  ) {
    switch answered {
    case .success(.lines(let lines)): self.init(lines: lines, tag: tag, closes: closes)
    case .success(.plain(let text)): self.init(plain: text, closes: closes)
    case .success(.goodbye(let lines)): self.init(lines: lines, tag: tag, closes: true)
    // The responder has made of it what became of it.
    case .success(.login): self.init(lines: [], tag: tag, closes: closes)
    case .failure(let error): self.init(error, tag: tag, language, closes: closes)
    }
  }

  /// The reply of a client that speaks RESP.
  package init(_ value: RESPValue, _ version: RESPVersion, closes: Bool = false) {
    var bytes = ByteBuffer()
    RESPWriter.write(value, version, to: &bytes)
    self.init(bytes: bytes, closes: closes)
  }

  /// An error of the connection itself, to a client that speaks RESP; empty for one that is not told.
  package init(resp error: DoorError, closes: Bool = false) {
    guard let text = RESPErrorText.text(error) else {
      self.init(bytes: ByteBuffer(), closes: closes)
      return
    }
    self.init(.error(text), .two, closes: closes)
  }

  /// Bytes as they are.
  package init(bytes: ByteBuffer, closes: Bool = false) {
    self.bytes = bytes
    self.closes = closes
  }
}
