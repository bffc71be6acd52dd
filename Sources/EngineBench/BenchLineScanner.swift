internal import Storage

/// Reads a line of the corpus in place: an object of `id`, `title`, `body` and `tag` in any order,
/// each once; other members are passed over.
///
/// JSON as RFC 8259 has it. Not taken are bytes that are not UTF-8, halves of surrogate pairs, and
/// an `id` written as a fraction or with an exponent.
struct BenchLineScanner {
  /// What is not JSON, or not such an object.
  struct Malformed: Error {}

  private var index = 0
  /// The line's strings, without escapes, one after another.
  private var strings: [UInt8] = []
  private var text: [UInt8] = []

  /// How deep values may lie within each other.
  private static let depthMax = 512

  /// The document that `line` holds.
  mutating func entry(_ line: Span<UInt8>) throws(Malformed) -> BenchCorpus.Entry {
    guard (try? UTF8Span(validating: line)) != nil else { throw Malformed() }
    index = 0
    strings.removeAll(keepingCapacity: true)
    var id: Int?
    var texts: [String: Range<Int>] = [:]
    skipBlanks(line)
    try take(line, "{")
    skipBlanks(line)
    while true {
      let key = String(decoding: strings[try string(line)], as: UTF8.self)
      skipBlanks(line)
      try take(line, ":")
      skipBlanks(line)
      switch key {
      case "id":
        guard id == nil else { throw Malformed() }
        id = try integer(line)
      case "title", "body", "tag":
        guard texts.updateValue(try string(line), forKey: key) == nil else { throw Malformed() }
      default: try skipValue(line, depth: 1)
      }
      skipBlanks(line)
      guard peek(line) == UInt8(ascii: ",") else { break }
      index += 1
      skipBlanks(line)
    }
    try take(line, "}")
    skipBlanks(line)
    guard index == line.count, let id, let title = texts["title"], let body = texts["body"],
      let tag = texts["tag"]
    else { throw Malformed() }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: strings[title])
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: strings[body])
    // The line is UTF-8 and so is what escapes add: nothing is repaired here.
    return BenchCorpus.Entry(
      id: id, text: String(decoding: text, as: UTF8.self),
      tag: String(decoding: strings[tag], as: UTF8.self))
  }

  private func peek(_ line: Span<UInt8>) -> UInt8? { index < line.count ? line[index] : nil }

  private mutating func take(_ line: Span<UInt8>, _ scalar: Unicode.Scalar) throws(Malformed) {
    guard peek(line) == UInt8(ascii: scalar) else { throw Malformed() }
    index += 1
  }

  private mutating func skipBlanks(_ line: Span<UInt8>) {
    while let byte = peek(line), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      index += 1
    }
  }

  /// Reads a string; where it lies in ``strings``.
  private mutating func string(_ line: Span<UInt8>) throws(Malformed) -> Range<Int> {
    let first = strings.count
    try take(line, "\"")
    while true {
      let start = index
      index = Self.plainEnd(line, from: index)
      let end = index
      strings.append(addingCapacity: end - start) { (output: inout OutputSpan<UInt8>) in
        for offset in start..<end { output.append(line[offset]) }
      }
      switch peek(line) {
      case UInt8(ascii: "\""):
        index += 1
        return first..<strings.count
      case UInt8(ascii: "\\"):
        index += 1
        try escape(line)
      default: throw Malformed()
      }
    }
  }

  /// Where the bytes end that stand for themselves in a string; eight a step.
  private static func plainEnd(_ line: Span<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= line.count {
      let word = line.word(at: index)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      // A byte's high bit comes out where it is zero; the lowest such bit is never a false one.
      let special =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash
          | (word &- ones &* 0x20) & ~word) & highs
      if special != 0 { return index + special.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < line.count, line[index] >= 0x20, line[index] != 0x22, line[index] != 0x5C {
      index += 1
    }
    return index
  }

  private mutating func escape(_ line: Span<UInt8>) throws(Malformed) {
    guard let byte = peek(line) else { throw Malformed() }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): strings.append(byte)
    case UInt8(ascii: "b"): strings.append(0x08)
    case UInt8(ascii: "f"): strings.append(0x0C)
    case UInt8(ascii: "n"): strings.append(0x0A)
    case UInt8(ascii: "r"): strings.append(0x0D)
    case UInt8(ascii: "t"): strings.append(0x09)
    case UInt8(ascii: "u"):
      var value = try codeUnit(line)
      if value & 0xFC00 == 0xD800 {
        try take(line, "\\")
        try take(line, "u")
        let low = try codeUnit(line)
        guard low & 0xFC00 == 0xDC00 else { throw Malformed() }
        value = 0x1_0000 + (value & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(value) else { throw Malformed() }
      strings.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw Malformed()
    }
  }

  private mutating func codeUnit(_ line: Span<UInt8>) throws(Malformed) -> UInt32 {
    guard index + 4 <= line.count else { throw Malformed() }
    var value: UInt32 = 0
    for offset in index..<index + 4 {
      guard let digit = Character(Unicode.Scalar(line[offset])).hexDigitValue else {
        throw Malformed()
      }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }

  private mutating func integer(_ line: Span<UInt8>) throws(Malformed) -> Int {
    let start = index
    guard try number(line) else { throw Malformed() }
    let isNegative = line[start] == UInt8(ascii: "-")
    var value = 0
    for offset in start + (isNegative ? 1 : 0)..<index {
      let digit = Int(line[offset] - UInt8(ascii: "0"))
      let (product, isLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !isLarge, !isLarger else { throw Malformed() }
      value = sum
    }
    return value
  }

  /// Passes over a number; whether it is written as an integer.
  private mutating func number(_ line: Span<UInt8>) throws(Malformed) -> Bool {
    if peek(line) == UInt8(ascii: "-") { index += 1 }
    if peek(line) == UInt8(ascii: "0") { index += 1 } else { try digits(line) }
    var isInteger = true
    if peek(line) == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      try digits(line)
    }
    if let byte = peek(line), byte | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index += 1
      if let sign = peek(line), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        index += 1
      }
      try digits(line)
    }
    return isInteger
  }

  private mutating func digits(_ line: Span<UInt8>) throws(Malformed) {
    let start = index
    while let byte = peek(line), byte &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index > start else { throw Malformed() }
  }

  private mutating func skipValue(_ line: Span<UInt8>, depth: Int) throws(Malformed) {
    guard depth < Self.depthMax else { throw Malformed() }
    switch peek(line) {
    case UInt8(ascii: "\""):
      _ = try string(line)
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipMembers(line, depth: depth)
    case UInt8(ascii: "t"): for scalar in "true".unicodeScalars { try take(line, scalar) }
    case UInt8(ascii: "f"): for scalar in "false".unicodeScalars { try take(line, scalar) }
    case UInt8(ascii: "n"): for scalar in "null".unicodeScalars { try take(line, scalar) }
    default: _ = try number(line)
    }
  }

  /// Passes over an object or an array.
  private mutating func skipMembers(_ line: Span<UInt8>, depth: Int) throws(Malformed) {
    let isObject = peek(line) == UInt8(ascii: "{")
    let end = UInt8(ascii: isObject ? "}" : "]")
    index += 1
    skipBlanks(line)
    if peek(line) == end {
      index += 1
      return
    }
    while true {
      if isObject {
        guard peek(line) == UInt8(ascii: "\"") else { throw Malformed() }
        try skipValue(line, depth: depth + 1)
        skipBlanks(line)
        try take(line, ":")
        skipBlanks(line)
      }
      try skipValue(line, depth: depth + 1)
      skipBlanks(line)
      guard let byte = peek(line), byte == end || byte == UInt8(ascii: ",") else {
        throw Malformed()
      }
      index += 1
      if byte == end { return }
      skipBlanks(line)
    }
  }
}
