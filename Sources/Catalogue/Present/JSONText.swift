/// JSON whose members stand in the order in which they were put, on one line.
///
/// The line protocol needs that order (`{"ok":` opens the end line and no other), which the encoders
/// of Foundation do not keep.
public indirect enum JSONText: Sendable, Hashable {
  /// An object.
  case object([(name: String, value: JSONText)])
  /// An array.
  case array([JSONText])
  /// A string.
  case string(String)
  /// A whole number.
  case int(Int)
  /// A number with a fraction; not finite is written as null.
  case double(Double, digits: Int)
  /// True or false.
  case bool(Bool)
  /// Null.
  case null

  /// An array of strings.
  public static func strings(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }

  /// The text on one line, UTF-8, not \u-escaped but for controls and the two line separators.
  public var line: String {
    var text = ""
    append(to: &text)
    return text
  }

  /// Compares by the text that would be written.
  public static func == (left: Self, right: Self) -> Bool { left.line == right.line }

  /// Hashes the text that would be written.
  public func hash(into hasher: inout Hasher) { hasher.combine(line) }

  private func append(to text: inout String) {
    switch self {
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.append(member.name, to: &text)
        text += ":"
        member.value.append(to: &text)
      }
      text += "}"
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.append(to: &text)
      }
      text += "]"
    case .string(let value): Self.append(value, to: &text)
    case .int(let value): text += String(value)
    case .double(let value, let digits): text += Self.number(value, digits)
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func append(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// `value` to at most `digits` places after the point, no zeros at its end.
  static func number(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "null" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 9e15 else { return String(Int(value)) }
    let whole = Int(scaled)
    let sign = whole < 0 ? "-" : ""
    var text = String(whole.magnitude)
    while text.count <= digits { text = "0" + text }
    var fraction = String(text.suffix(digits))
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return sign + text.dropLast(digits) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
