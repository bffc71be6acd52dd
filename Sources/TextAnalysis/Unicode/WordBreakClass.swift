/// The Word_Break property of UAX #29, Unicode 15.0, with one class added: `spaceless`.
///
/// The raw values are those of ``WordBreakTable``.
enum WordBreakClass: UInt8 {
  case other, cr, lf, newline, extend, zwj, format, regionalIndicator, katakana, hebrewLetter
  case letter, singleQuote, doubleQuote, midNumLet, midLetter, midNum, numeric, extendNumLet
  case wordSpace
  /// A letter of a script that is written without spaces (Han, Hiragana, Thai, Lao, Khmer, Myanmar
  /// and others); `Other` to the rules of UAX #29, which leave such scripts to a dictionary.
  case spaceless

  /// A class and whether the scalar is Extended_Pictographic, for rule WB3c.
  struct Value {
    /// The class.
    let kind: WordBreakClass
    /// Whether the scalar is Extended_Pictographic.
    let isPictographic: Bool

    /// Reads an entry of the table.
    @inline(__always)
    init(_ entry: UInt8) {
      kind = WordBreakClass(rawValue: entry & 0x1F) ?? .other
      isPictographic = entry & 0x20 != 0
    }
  }

  /// The class of a scalar.
  @inline(__always)
  static func of(_ scalar: UInt32) -> Value {
    let index = Int(scalar)
    return Value(index < basicPlane.count ? basicPlane[index] : searched(scalar))
  }

  /// Whether the class counts as AHLetter in the rules.
  @inline(__always)
  var isLetter: Bool { self == .letter || self == .hebrewLetter }

  /// Whether rule WB4 passes over the class.
  @inline(__always)
  var isIgnored: Bool { self == .extend || self == .format || self == .zwj }

  /// Whether a segment with such a scalar is a word: letters and digits.
  @inline(__always)
  var makesWord: Bool {
    switch self {
    case .letter, .hebrewLetter, .numeric, .katakana, .spaceless: true
    default: false
    }
  }

  /// The entries of U+0000…U+FFFF laid out one by one, since a search for each letter of a Greek or
  /// Arabic text would cost more than all else; made at the first letter outside ASCII.
  private static let basicPlane: [UInt8] = {
    let boundaries = WordBreakTable.numbers
    var entries = [UInt8](repeating: 0, count: 0x10000)
    for (number, boundary) in boundaries.enumerated() {
      let start = Int(boundary >> 8)
      let next = number + 1 < boundaries.count ? Int(boundaries[number + 1] >> 8) : entries.count
      guard start < entries.count else { break }
      for index in start..<min(next, entries.count) {
        entries[index] = UInt8(truncatingIfNeeded: boundary)
      }
    }
    return entries
  }()

  private static func searched(_ scalar: UInt32) -> UInt8 {
    let boundaries = WordBreakTable.numbers
    var low = 0
    var high = boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle] >> 8 <= scalar { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : UInt8(truncatingIfNeeded: boundaries[low - 1])
  }
}
