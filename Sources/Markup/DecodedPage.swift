/// A page's bytes as well-formed UTF-8 without NUL bytes, with how they were read.
///
/// The encoding is decided before parsing, because libxml2 reads an undeclared UTF-8 page as
/// Latin-1 and believes a meta element that lies. In this order: byte order mark (the WHATWG
/// standard sets it above all), HTTP header, meta element or XML declaration; without any of them
/// UTF-8. Then the bytes are asked whether that can be: a page declared as one-byte text that is
/// well-formed UTF-8 beyond ASCII is UTF-8, and one declared as UTF-8 in which broken bytes
/// outnumber well-formed sequences is windows-1252.
public struct DecodedPage: Sendable {
  /// The text, well-formed UTF-8 without NUL bytes.
  public let utf8: [UInt8]
  /// How the bytes were read.
  public let encoding: TextEncoding
  /// Whether some bytes fitted no character and were replaced by U+FFFD.
  public let isRepaired: Bool
  /// The offset of the first NUL byte in the bytes handed in; all of them were left out.
  public let firstNUL: Int?

  /// Bytes at the start in which a declaration is looked for.
  ///
  /// The standard says 1,024; pages with long comments before it are common.
  private static let declarationBytesMax = 4_096

  /// Reads `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: the page as it came.
  ///   - charset: the charset of the HTTP header, where there was one.
  public init(_ bytes: [UInt8], charset: String? = nil) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let text = Self.decodeUTF16(bytes.dropFirst(2), isLittleEndian: isLittle)
      encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
      isRepaired = text.contains("\u{FFFD}") || bytes.count % 2 != 0
      utf8 = text.utf8.filter { $0 != 0 }
      firstNUL = nil
      return
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let nul = bytes.firstIndex(of: 0)
    var text = hasMark ? Array(bytes.dropFirst(3)) : bytes
    if nul != nil { text.removeAll { $0 == 0 } }
    let declared =
      hasMark
      ? .utf8 : charset.flatMap(TextEncoding.init(label:)) ?? Self.declaredEncoding(in: text)
    let census = UTF8Census(text)
    firstNUL = nul
    switch census.encoding(declared: declared) {
    case .utf8:
      encoding = .utf8
      isRepaired = census.broken > 0
      utf8 = isRepaired ? Array(String(decoding: text, as: UTF8.self).utf8) : text
    case let oneByte:
      encoding = oneByte
      isRepaired = false
      utf8 = Self.decode(text, oneByte)
    }
  }

  private static func decode(_ bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if let character = encoding.character(byte) {
        text.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }

  private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let first = UInt16(bytes[place])
      let second = UInt16(bytes[place + 1])
      units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
      place += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// What `<meta charset=…>`, `<meta http-equiv … content="…; charset=…">` or
  /// `<?xml … encoding="…"?>` at the start of the page says.
  private static func declaredEncoding(in bytes: [UInt8]) -> TextEncoding? {
    let start = String(decoding: bytes.prefix(declarationBytesMax), as: UTF8.self).lowercased()
    for tag in start.split(separator: "<") {
      let word: String
      if tag.hasPrefix("meta") {
        word = "charset"
      } else if tag.hasPrefix("?xml") {
        word = "encoding"
      } else {
        continue
      }
      let inside = tag.prefix { $0 != ">" }
      guard let value = Self.value(of: word, in: inside) else { continue }
      if let encoding = TextEncoding(label: value) { return encoding }
    }
    return nil
  }

  private static func value(of word: String, in tag: Substring) -> String? {
    var rest = tag
    while let place = rest.firstRange(of: word) {
      rest = rest[place.upperBound...]
      let after = rest.drop { $0.isWhitespace }
      guard after.first == "=" else { continue }
      let value = after.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      return String(value.prefix { !$0.isWhitespace && !"\"';/>?".contains($0) })
    }
    return nil
  }
}

/// How much of some bytes is UTF-8.
struct UTF8Census {
  /// Well-formed sequences of two to four bytes.
  private(set) var sequences = 0
  /// Bytes that belong to no well-formed sequence.
  private(set) var broken = 0

  /// Counts in `bytes`.
  init(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
        continue
      }
      let length = Self.length(of: lead)
      if length > 0, place + length <= bytes.count,
        Self.isWellFormed(bytes[place..<place + length])
      {
        sequences += 1
        place += length
      } else {
        broken += 1
        place += 1
      }
    }
  }

  /// The encoding to read by, given what was declared.
  func encoding(declared: TextEncoding?) -> TextEncoding {
    switch declared {
    case .utf8, nil: broken > sequences ? .windows1252 : .utf8
    case .some(let oneByte): sequences > 0 && broken == 0 ? .utf8 : oneByte
    }
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Unicode Standard, table 3-7.
  private static func isWellFormed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex
    guard bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return false }
    let second = bytes[start + 1]
    return switch bytes[start] {
    case 0xE0: second >= 0xA0
    case 0xED: second <= 0x9F
    case 0xF0: second >= 0x90
    case 0xF4: second <= 0x8F
    default: true
    }
  }
}
