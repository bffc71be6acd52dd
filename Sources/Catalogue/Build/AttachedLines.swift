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
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = opening.count
    let end = bytes.count - closing.count
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""): return nil
      case UInt8(ascii: "\\"):
        guard index + 1 < end, [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(bytes[index + 1])
        else { return decoded(bytes) }
        plain.append(bytes[index + 1])
        index += 2
      case 0xE2 where isSeparator(bytes, index, end):
        plain.append(bytes[index + 2] == 0xA8 ? UInt8(ascii: "\n") : UInt8(ascii: "\t"))
        index += 3
      default:
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }

  /// Whether U+2028 or U+2029 (E2 80 A8 and E2 80 A9) stands there.
  private static func isSeparator(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return nil }
    return Array(
      file.lines.replacing("\u{2028}", with: "\n").replacing("\u{2029}", with: "\t").utf8)
  }
}
