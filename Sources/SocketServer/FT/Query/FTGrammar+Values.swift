internal import Catalogue
internal import Records

extension FTGrammar {
  /// `{v1 | v2}`: each value up to the next bar or brace.
  mutating func tags(of field: FTField) throws(FTError) -> FTNode {
    take()
    var values: [(text: String, pattern: FacetPattern)] = []
    while true {
      values.append(try tagValue())
      guard values.count <= RequestLimits.clausesMax else {
        throw .exceeds("Query", RequestLimits.clausesMax, "tag values")
      }
      let byte = peek()
      take()
      if byte == UInt8(ascii: "}") { break }
    }
    switch field.kind {
    case .tag(let facet): return .tags(facet, values.map(\.pattern))
    case .age: return .ages(try values.map { value throws(FTError) in try Self.ages(value.text) })
    case .text, .number: throw Self.wrongType(field)
    }
  }

  private static func ages(_ text: String) throws(FTError) -> AgeRange {
    guard let range = AgeExpression.range(text) else {
      throw FTError("Bad age `\(text)`: write 8, 8-11, 13+, under-12 or over-12")
    }
    return range
  }

  /// A value and what it asks for; a star at an end that no backslash keeps stands for anything.
  private mutating func tagValue() throws(FTError) -> (text: String, pattern: FacetPattern) {
    skipSpace()
    let start = index
    if peek() == UInt8(ascii: "$") {
      let value = try parameter()
      skipSpace()
      guard peek() == UInt8(ascii: "|") || peek() == UInt8(ascii: "}") else { throw unexpected() }
      return (value, .equal(value))
    }
    var content: [UInt8] = []
    /// How much of the content a trailing blank may not be taken from.
    var kept = 0
    var (opens, closes) = (false, false)
    var isQuoted = false
    if peek() == UInt8(ascii: "\"") {
      isQuoted = true
      index += 1
    }
    while let byte = peek() {
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          index += 1
          isQuoted = false
          kept = content.count
          skipSpace()
          break
        }
      } else if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "}") {
        break
      } else if byte == UInt8(ascii: "*") {
        index += 1
        if content.isEmpty, !opens { opens = true } else { closes = true }
        continue
      }
      // A star within is none at an end.
      if closes { throw unexpected() }
      let isEscaped = byte == UInt8(ascii: "\\")
      content.append(contentsOf: takeByte(byte))
      if isEscaped { kept = content.count }
    }
    guard !isQuoted, peek() == UInt8(ascii: "|") || peek() == UInt8(ascii: "}") else {
      if !content.isEmpty { note(start, String(decoding: content, as: UTF8.self)) }
      throw unexpected()
    }
    while content.count > kept, let last = content.last, last == 32 || (9...13).contains(last) {
      content.removeLast()
    }
    guard !content.isEmpty else { throw unexpected() }
    let text = String(decoding: content, as: UTF8.self)
    note(start, text)
    switch (opens, closes) {
    case (false, false): return (text, .equal(text))
    case (false, true): return (text, .prefix(text))
    case (true, false): return (text, .suffix(text))
    case (true, true): return (text, .containing(text))
    }
  }

  /// `[from to]`, or `[number]` for that number alone.
  mutating func range(of field: FTField) throws(FTError) -> FTNode {
    take()
    let low = try boundText()
    skipSpace()
    let high = peek() == UInt8(ascii: "]") ? low : try boundText()
    skipSpace()
    guard peek() == UInt8(ascii: "]") else { throw unexpected() }
    take()
    return try Self.range(low, high, of: field)
  }

  static func range(
    _ low: String, _ high: String, of field: FTField
  ) throws(FTError) -> FTNode {
    guard case .number(let number) = field.kind else { throw wrongType(field) }
    guard let from = FTBound(low, of: number) else { throw FTError("Bad lower range: \(low)") }
    guard let to = FTBound(high, of: number) else { throw FTError("Bad upper range: \(high)") }
    return .number(number, FTBound.range(from, to, of: number))
  }

  /// `==`, `!=`, `>`, `>=`, `<` or `<=` and a number, after a field's name.
  mutating func comparison(of field: FTField, isOnly: Bool) throws(FTError) -> FTNode {
    var sign: [UInt8] = []
    while let byte = peek(), "=!<>".utf8.contains(byte), sign.count < 2 {
      sign.append(byte)
      index += 1
    }
    guard isOnly, !sign.isEmpty else { throw unexpected() }
    let value = try boundText()
    switch String(decoding: sign, as: UTF8.self) {
    case "==": return try Self.range(value, value, of: field)
    case "!=": return .not(try Self.range(value, value, of: field))
    case ">": return try Self.range("(" + value, "inf", of: field)
    case ">=": return try Self.range(value, "inf", of: field)
    case "<": return try Self.range("-inf", "(" + value, of: field)
    case "<=": return try Self.range("-inf", value, of: field)
    default: throw unexpected()
    }
  }

  private mutating func boundText() throws(FTError) -> String {
    skipSpace()
    let start = index
    if peek() == UInt8(ascii: "$") { return try parameter() }
    if peek() == UInt8(ascii: "("), peek(1) == UInt8(ascii: "$") {
      index += 1
      return "(" + (try parameter())
    }
    while let byte = peek(), byte > 32, !"[]{}|)=".utf8.contains(byte) { index += 1 }
    guard index > start else { throw unexpected() }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    note(start, text)
    return text
  }
}
