package import NIOCore

/// Writes replies in the version of RESP that a client speaks.
///
///     type      RESP3                       RESP2
///     simple    "+" text CRLF               the same
///     error     "-" text CRLF               the same
///     integer   ":" number CRLF             the same
///     bulk      "$" length CRLF text CRLF   the same
///     array     "*" count CRLF values       the same
///     verbatim  "=" length CRLF "txt:" …    bulk
///     double    "," number CRLF             bulk
///     null      "_" CRLF                    "$-1" CRLF
///     set       "~" count CRLF values       array
///     map       "%" count CRLF values       array of keys and values in turn
///
/// Lengths count bytes. A simple text or an error is one line: its line ends are written as blanks.
package enum RESPWriter {
  /// Writes `value` to the end of `bytes`.
  package static func write(_ value: RESPValue, _ version: RESPVersion, to bytes: inout ByteBuffer)
  {
    switch value {
    case .simple(let text): writeLine("+", text, to: &bytes)
    case .error(let text): writeLine("-", text, to: &bytes)
    case .integer(let number): writeHead(":", number, to: &bytes)
    case .bulk(let text): writeBulk(text, to: &bytes)
    case .verbatim(let text):
      guard version == .three else { return writeBulk(text, to: &bytes) }
      writeHead("=", text.utf8.count + 4, to: &bytes)
      bytes.writeStaticString("txt:")
      bytes.writeString(text)
      bytes.writeStaticString("\r\n")
    case .double(let number):
      guard version == .three else { return writeBulk(self.text(number), to: &bytes) }
      writeLine(",", self.text(number), to: &bytes)
    case .null: bytes.writeStaticString(version == .three ? "_\r\n" : "$-1\r\n")
    case .array(let values):
      writeHead("*", values.count, to: &bytes)
      for value in values { write(value, version, to: &bytes) }
    case .set(let values):
      writeHead(version == .three ? "~" : "*", values.count, to: &bytes)
      for value in values { write(value, version, to: &bytes) }
    case .map(let members):
      writeHead(
        version == .three ? "%" : "*", version == .three ? members.count : members.count * 2,
        to: &bytes)
      for member in members {
        write(member.key, version, to: &bytes)
        write(member.value, version, to: &bytes)
      }
    }
  }

  /// The shortest text that reads as `number` again, whole numbers without a fraction.
  package static func text(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func writeBulk(_ text: String, to bytes: inout ByteBuffer) {
    writeHead("$", text.utf8.count, to: &bytes)
    bytes.writeString(text)
    bytes.writeStaticString("\r\n")
  }

  private static func writeHead(_ sign: StaticString, _ number: Int, to bytes: inout ByteBuffer) {
    bytes.writeStaticString(sign)
    bytes.writeString(String(number))
    bytes.writeStaticString("\r\n")
  }

  private static func writeLine(_ sign: StaticString, _ text: String, to bytes: inout ByteBuffer) {
    bytes.writeStaticString(sign)
    if text.utf8.contains(where: isLineEnd) {
      bytes.writeBytes(text.utf8.lazy.map { isLineEnd($0) ? UInt8(ascii: " ") : $0 })
    } else {
      bytes.writeString(text)
    }
    bytes.writeStaticString("\r\n")
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }
}
