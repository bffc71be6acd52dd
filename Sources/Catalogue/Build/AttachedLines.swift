internal import FoundationEssentials

/// Lines of text as an attachment of the index, which is a JSON file.
///
///     file = {"lines":"…"}     LF as U+2028 and TAB as U+2029, which JSON need not escape:
///                              the fewer escapes a string has, the faster it is read
enum AttachedLines {
  private struct File: Codable {
    var lines: String
  }

  /// The bytes to keep of `lines`, whose columns have tabs between.
  static func bytes(of lines: [String]) -> [UInt8] {
    do {
      let text = lines.joined(separator: "\u{2028}").replacing("\t", with: "\u{2029}")
      return Array(try JSONEncoder().encode(File(lines: text)))
    } catch {
      preconditionFailure("a string always encodes: \(error)")
    }
  }

  /// The lines of kept bytes, LF between them; nil where the bytes are none of ``bytes(of:)``.
  static func text(of bytes: [UInt8]) -> [UInt8]? {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return nil }
    return separated(Array(file.lines.utf8))
  }

  /// `bytes` with LF for U+2028 and TAB for U+2029 (E2 80 A8 and E2 80 A9).
  private static func separated(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] | 1 == 0xA9
      {
        plain.append(bytes[index + 2] == 0xA8 ? UInt8(ascii: "\n") : UInt8(ascii: "\t"))
        index += 3
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }
}
