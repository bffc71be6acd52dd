/// Reads one line of the line framing, without its line end.
///
///     line = [ "@" tag 1*blank ] verb *( 1*blank argument )
///     verb = ALPHA *( ALPHA / DIGIT / "." / "_" )
///     tag  = 1*32( ALPHA / DIGIT / "_" / "-" )
///
/// - Complexity: O(bytes).
struct LineGrammar {
  private static let tagBytesMax = 32

  private let line: [UInt8]
  private var index = 0

  private init(_ line: [UInt8]) {
    self.line = line
  }

  /// Whether `line` asks for nothing: it is blank or a comment.
  static func isIgnored(_ line: [UInt8]) -> Bool {
    line.first == UInt8(ascii: "#") || line.allSatisfy(isBlank)
  }

  /// Whether `line` belongs to an HTTP request: a request line where it is the connection's first, or
  /// a `Host:` header anywhere. A web page must not be able to drive the port.
  static func isHTTP(_ line: [UInt8], isFirst: Bool) -> Bool {
    let host = Array("host:".utf8)
    if line.count >= host.count, zip(line, host).allSatisfy({ lower($0) == $1 }) { return true }
    guard isFirst else { return false }
    let tokens = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
    return tokens.count > 2 && tokens[2].starts(with: "HTTP/".utf8)
  }

  /// The tag that `line` begins with, if it is one.
  static func tag(_ line: some Sequence<UInt8>) -> String? {
    let start = Array(line.prefix(tagBytesMax + 2))
    guard start.first == UInt8(ascii: "@") else { return nil }
    let tag = start.dropFirst().prefix { !isBlank($0) }
    guard (1...tagBytesMax).contains(tag.count), tag.allSatisfy(isTagByte) else { return nil }
    return String(decoding: tag, as: UTF8.self)
  }

  /// The byte of `line` from which on it is no UTF-8, or that is a control byte other than a tab.
  static func notText(_ line: [UInt8]) -> Int? {
    let control = line.firstIndex { $0 < 0x20 && $0 != 0x09 }
    // The standard library's decoder says whether, not where: so only a wrong line pays for the walk.
    guard String(validating: line, as: UTF8.self) == nil else { return control }
    return min(control ?? line.count, UTF8Walk.firstInvalid(line) ?? line.count)
  }

  /// Reads `line`, which is neither ignored nor without text.
  static func request(_ line: [UInt8]) throws(DoorError) -> LineRequest {
    var grammar = Self(line)
    return try grammar.request()
  }

  private mutating func request() throws(DoorError) -> LineRequest {
    skipBlanks()
    var tag: String?
    if peek == UInt8(ascii: "@") {
      tag = Self.tag(line[index...])
      guard let tag else { throw .quoting(at: index, expected: .tag) }
      index += 1 + tag.utf8.count
      skipBlanks()
      guard peek != nil else { throw .quoting(at: index, expected: .tag) }
    }
    let start = index
    while let byte = peek, !Self.isBlank(byte) { index += 1 }
    let verb = text(start..<index)
    guard Self.isVerb(line[start..<index]) else { throw .unknownVerb(found: verb, nearest: nil) }
    var arguments: [LineArgument] = []
    skipBlanks()
    while peek != nil {
      arguments.append(try argument())
      skipBlanks()
    }
    return LineRequest(tag: tag, verb: verb, arguments: arguments)
  }

  private mutating func argument() throws(DoorError) -> LineArgument {
    var pieces: [LineArgument.Piece] = []
    while let byte = peek, !Self.isBlank(byte) {
      pieces.append(byte == UInt8(ascii: "\"") ? try quoted() : bare())
    }
    return LineArgument(pieces)
  }

  private mutating func bare() -> LineArgument.Piece {
    let start = index
    while let byte = peek, !Self.isBlank(byte), byte != UInt8(ascii: "\"") { index += 1 }
    return .bare(text(start..<index), at: start)
  }

  private mutating func quoted() throws(DoorError) -> LineArgument.Piece {
    let start = index
    var value: [UInt8] = []
    index += 1
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return .quoted(
          raw: text(start..<index), value: String(decoding: value, as: UTF8.self), at: start)
      case UInt8(ascii: "\\"): value += try escape()
      default:
        value.append(byte)
        index += 1
      }
    }
    throw .quoting(at: start, expected: .closingQuote)
  }

  /// The bytes that the escape at the index stands for.
  private mutating func escape() throws(DoorError) -> [UInt8] {
    let start = index
    index += 2
    switch index <= line.count ? line[start + 1] : 0 {
    case UInt8(ascii: "\""): return [UInt8(ascii: "\"")]
    case UInt8(ascii: "\\"): return [UInt8(ascii: "\\")]
    case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
    case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
    case UInt8(ascii: "u"):
      guard let scalar = unicode() else { throw .quoting(at: start, expected: .escape) }
      return Array(Character(scalar).utf8)
    default: throw .quoting(at: start, expected: .escape)
    }
  }

  /// The scalar of four hex digits, or of two surrogates each escaped; nil for a lone one and for NUL.
  private mutating func unicode() -> Unicode.Scalar? {
    guard let first = hexDigits(), first != 0 else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard peek == UInt8(ascii: "\\"), index + 1 < line.count, line[index + 1] == UInt8(ascii: "u")
    else { return nil }
    index += 2
    guard let second = hexDigits(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private mutating func hexDigits() -> UInt32? {
    guard index + 4 <= line.count else { return nil }
    let digits = line[index..<index + 4]
    index += 4
    let isHex = digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 0x20) }
    return isHex ? UInt32(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }

  private var peek: UInt8? { index < line.count ? line[index] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, Self.isBlank(byte) { index += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: line[range], as: UTF8.self)
  }

  private static func isVerb(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
    }
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func lower(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte | 0x20 : byte
  }
}

/// Finds where a text stops being UTF-8.
private enum UTF8Walk {
  /// The first byte that begins no well-formed sequence (Unicode 16, table 3-7), or nil.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      guard let length = sequenceLength(bytes[index...]) else { return index }
      index += length
    }
    return nil
  }

  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first < 0x80 { return 1 }
    let start = bytes.startIndex
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), bytes.count >= length else { return nil }
    let second: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(bytes[start + 1]),
      bytes[(start + 2)..<(start + length)].allSatisfy({ (0x80...0xBF).contains($0) })
    else { return nil }
    return length
  }
}
