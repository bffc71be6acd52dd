import Records

/// Bytes of a text file as text: UTF-8 with or without a byte order mark, any line ends.
///
/// Strict: these are files that a curator keeps, and a wrong letter in them would be kept too.
enum SourceText {
  /// The text with line feeds as line ends.
  static func read(_ bytes: [UInt8]) throws(ContentFault) -> String {
    if let offset = bytes.firstIndex(of: 0) {
      throw ContentFault(line: line(of: offset, in: bytes), .nulByte(offset: offset))
    }
    if let offset = firstInvalid(bytes) {
      throw ContentFault(line: line(of: offset, in: bytes), .notUTF8(offset: offset))
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in hasMark ? bytes.dropFirst(3) : bytes[...] {
      // CR LF and a lone CR are line ends; so each line keeps its number.
      if byte == 0x0A, previous == 0x0D {
        previous = byte
        continue
      }
      text.append(byte == 0x0D ? 0x0A : byte)
      previous = byte
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The offset of the first byte that is not UTF-8, or nil.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The line, counted from 1, in which the byte at `offset` stands.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes.prefix(offset).count { $0 == 0x0A }
  }
}
