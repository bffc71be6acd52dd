/// Reads JSON from its bytes, one value after the other, as its caller expects them.
///
/// For what a search reads of every hit: `JSONDecoder` asks the run-time system for a dozen conformances
/// first, and took more time than the search itself. What is no JSON, or not of the kind expected,
/// throws ``Fault``.
struct JSONReader: ~Copyable {
  /// The bytes are not what was expected.
  struct Fault: Error {}

  /// The deepest that values which are passed over may be nested.
  private static let depthMax = 64

  private let bytes: [UInt8]
  private var index = 0

  /// Starts at the first of `bytes`.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Throws unless nothing but white space is left.
  mutating func end() throws(Fault) {
    guard next() == nil else { throw Fault() }
  }

  /// Reads an object; `member` is told each name and reads its value.
  mutating func object(
    _ member: (String, inout JSONReader) throws(Fault) -> Void
  ) throws(Fault) {
    try expect(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let name = try string()
      try expect(UInt8(ascii: ":"))
      try member(name, &self)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Reads an array of values that `element` reads.
  mutating func array<Value>(
    of element: (inout JSONReader) throws(Fault) -> Value
  ) throws(Fault) -> [Value] {
    try expect(UInt8(ascii: "["))
    var values: [Value] = []
    if take(UInt8(ascii: "]")) { return values }
    repeat { values.append(try element(&self)) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return values
  }

  /// Reads an array of texts.
  mutating func strings() throws(Fault) -> [String] {
    try array { (reader) throws(Fault) in try reader.string() }
  }

  /// Reads a text of which `make` makes the value.
  mutating func value<Value>(_ make: (String) -> Value?) throws(Fault) -> Value {
    guard let value = make(try string()) else { throw Fault() }
    return value
  }

  /// Reads `null`, where it stands.
  mutating func null() -> Bool {
    guard next() == UInt8(ascii: "n"), bytes[index...].starts(with: "null".utf8) else {
      return false
    }
    index += 4
    return true
  }

  /// Reads a whole number.
  mutating func integer() throws(Fault) -> Int64 {
    guard next() != nil else { throw Fault() }
    let start = index
    while index < bytes.count, Self.isNumber(bytes[index]) { index += 1 }
    guard let number = Int64(String(decoding: bytes[start..<index], as: UTF8.self)) else {
      throw Fault()
    }
    return number
  }

  /// Reads a text.
  mutating func string() throws(Fault) -> String {
    try expect(UInt8(ascii: "\""))
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return try Self.text(bytes[start..<index - 1])
      }
      if byte == UInt8(ascii: "\\") { return try escaped(from: start) }
      guard byte >= 0x20 else { throw Fault() }
      index += 1
    }
    throw Fault()
  }

  /// Passes over a value of any kind.
  mutating func skip(depth: Int = 0) throws(Fault) {
    guard depth < Self.depthMax else { throw Fault() }
    switch next() {
    case UInt8(ascii: "{"):
      try object { (_, reader) throws(Fault) in try reader.skip(depth: depth + 1) }
    case UInt8(ascii: "["):
      _ = try array { (reader) throws(Fault) in try reader.skip(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try string()
    default:
      for word in ["null", "true", "false"] where bytes[index...].starts(with: word.utf8) {
        index += word.utf8.count
        return
      }
      let start = index
      while index < bytes.count, Self.isNumber(bytes[index]) { index += 1 }
      guard Double(String(decoding: bytes[start..<index], as: UTF8.self)) != nil else {
        throw Fault()
      }
    }
  }

  /// Reads on at the first backslash of a text that began at `start`.
  private mutating func escaped(from start: Int) throws(Fault) -> String {
    var plain = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return try Self.text(plain[...])
      case UInt8(ascii: "\\"): plain += Array(String(try escape()).utf8)
      case 0..<0x20: throw Fault()
      default: plain.append(byte)
      }
    }
    throw Fault()
  }

  /// Reads what stands after a backslash.
  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    guard index < bytes.count else { throw Fault() }
    index += 1
    switch bytes[index - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: #"\u"#.utf8) else {
        throw Fault()
      }
      index += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
      else { throw Fault() }
      return scalar
    default: throw Fault()
    }
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard index + 4 <= bytes.count else { throw Fault() }
    let digits = bytes[index..<index + 4]
    index += 4
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Fault() }
    return unit
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault() }
    return text
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// The next byte that is no white space, which is not read yet.
  private mutating func next() -> UInt8? {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return bytes[index]
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Fault) {
    guard take(byte) else { throw Fault() }
  }
}
