/// The direction of writing in a line.
///
/// Lines go from left to right. A stretch of Arabic or Hebrew words among them stands between U+2068
/// FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE, so that the numbers and marks around it stay
/// where they are (Unicode Standard Annex #9).
enum Direction {
  /// What opens a stretch.
  static let isolate = "\u{2068}"
  /// What closes it.
  static let pop = "\u{2069}"

  /// What a word says of direction.
  enum Reading {
    /// From right to left: it has a letter of such a script.
    case rightToLeft
    /// From left to right: it has a letter, none of such a script.
    case leftToRight
    /// Nothing: numbers and marks.
    case neutral
  }

  /// How `word` is read.
  static func reading(of word: some StringProtocol) -> Reading {
    var hasLetter = false
    for scalar in word.unicodeScalars {
      if isRightToLeft(scalar) { return .rightToLeft }
      if scalar.properties.isAlphabetic { hasLetter = true }
    }
    return hasLetter ? .leftToRight : .neutral
  }

  /// The stretches of a line that are isolated: from a word that is read from right to left to the
  /// last such one with no word of the other direction between.
  static func stretches(of readings: [Reading]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start: Int?
    var end = 0
    for (index, reading) in readings.enumerated() {
      switch reading {
      case .rightToLeft:
        start = start ?? index
        end = index + 1
      case .leftToRight:
        if let first = start { stretches.append(first..<end) }
        start = nil
      case .neutral: break
      }
    }
    if let first = start { stretches.append(first..<end) }
    return stretches
  }

  /// Whether a letter is of a script that goes from right to left: Hebrew, Arabic, Syriac, Thaana,
  /// N'Ko, and those of the planes above.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x65F, 0x66A...0x6EF, 0x6FA...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC,
      0x10800...0x10FFF, 0x1E800...0x1EFFF:
      scalar.properties.isAlphabetic
    default: false
    }
  }
}
