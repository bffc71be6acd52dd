/// How many columns of a terminal text takes.
///
/// After Unicode Standard Annex #11: wide and full-width characters and emoji take two columns,
/// combining marks and format characters none, all others one. Ambiguous ones count as one.
enum DisplayWidth {
  /// The columns of `text`.
  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character.
  static func of(_ character: Character) -> Int {
    var columns = 0
    for scalar in character.unicodeScalars {
      // U+FE0F asks for the picture form of what stands before it.
      if scalar == "\u{FE0F}", columns > 0 { columns = 2 }
      columns = max(columns, of(scalar))
    }
    return columns
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The blocks of wide characters, ascending.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
