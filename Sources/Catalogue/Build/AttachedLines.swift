internal import FoundationEssentials

/// Lines of text as an attachment of the index, which is a JSON file.
///
///     file = {"lines":"…"}     LF as U+2028 and TAB as U+2029, which JSON need not escape
///
/// Read in one pass, since a search reads such a file at every start; a file written with other
/// escapes than `\"` and `\\` goes the decoder's way.
enum AttachedLines {
  private struct File: Codable {
    var lines: String
  }

  private static let opening = Array(#"{"lines":""#.utf8)
  private static let closing = Array(#""}"#.utf8)

  /// The bytes to keep of `lines`, whose columns have tabs between.
  static func bytes(of lines: [String]) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    do {
      let text = lines.joined(separator: "\u{2028}").replacing("\t", with: "\u{2029}")
      return Array(try encoder.encode(File(lines: text)))
    } catch {
      preconditionFailure("a string always encodes: \(error)")
    }
  }

  /// The lines of kept bytes, LF between them; nil where the bytes are none of ``bytes(of:)``.
  static func text(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: opening), bytes.count >= opening.count + closing.count,
      bytes.suffix(closing.count).elementsEqual(closing)
    else { return nil }
    var found = Found.plain
    let plain = Array<UInt8>(capacity: bytes.count) { plain in
      found = write(bytes.span, opening.count..<bytes.count - closing.count, into: &plain)
    }
    return switch found {
    case .plain: plain
    case .escapes: decoded(bytes)
    case .nothing: nil
    }
  }

  /// What a file turned out to be.
  private enum Found {
    /// Lines in the form in which they are written.
    case plain
    /// JSON with other escapes.
    case escapes
    /// None of ours.
    case nothing
  }

  /// Writes the lines in `range` of `bytes`; stops where they are not plain.
  private static func write(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into plain: inout OutputSpan<UInt8>
  ) -> Found {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] | 1 == 0xA9 {
        plain.append(bytes[index + 2] == 0xA8 ? UInt8(ascii: "\n") : UInt8(ascii: "\t"))
        index += 3
      } else if byte == UInt8(ascii: "\\") {
        guard index + 1 < end else { return .escapes }
        let next = bytes[index + 1]
        guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") else { return .escapes }
        plain.append(next)
        index += 2
      } else if byte == UInt8(ascii: "\"") {
        return .nothing
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return .plain
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return nil }
    return Array(
      file.lines.replacing("\u{2028}", with: "\n").replacing("\u{2029}", with: "\t").utf8)
  }
}
