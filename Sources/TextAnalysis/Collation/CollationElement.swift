/// What decides the place of one character of a text: see ``Collation``.
struct CollationElement {
  /// What is compared first.
  enum Weight: Equatable {
    /// A run of blanks.
    case blank
    /// A decimal digit of any script.
    case digit(UInt8)
    /// A Latin letter, `a` to `z`.
    case letter(UInt8)
    /// A character of another script: its UTF-8, case and diacritics folded.
    case other([UInt8])
  }

  /// What is compared first.
  var weight: Weight
  /// The letter with its diacritics, in UTF-8; empty where it has none.
  var mark: [UInt8] = []
  /// Whether it is a capital.
  var isCapital = false
  /// Whether it follows the element before without anything between them.
  var isJoined = true

  /// The elements of a text; characters that decide nothing have none.
  static func elements(of text: [UInt8]) -> [CollationElement] {
    var elements: [CollationElement] = []
    var isJoined = false
    var bare: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace || dashes.contains(scalar) {
        if let last = elements.last, last.weight != .blank {
          elements.append(CollationElement(weight: .blank))
        }
        isJoined = false
        continue
      }
      guard isCounted(scalar) else {
        isJoined = false
        continue
      }
      let folded = CaseFolding.fold(scalar.value)
      var letter: [UInt8] = []
      Scalars.append(folded, to: &letter)
      bare.removeAll(keepingCapacity: true)
      DiacriticFolding.fold(letter.span, into: &bare)
      guard !bare.isEmpty else {
        // A mark that did not compose belongs to the letter before it.
        if let last = elements.indices.last { elements[last].mark += letter }
        continue
      }
      var element = CollationElement(
        weight: .other(bare), mark: bare == letter ? [] : letter,
        isCapital: folded != scalar.value, isJoined: isJoined)
      isJoined = true
      if let digit = scalar.properties.numericValue, scalar.properties.numericType == .decimal {
        element.weight = .digit(UInt8(digit))
        elements.append(element)
      } else if bare.allSatisfy({ (0x61...0x7A).contains($0) }) {
        for byte in bare {
          element.weight = .letter(byte)
          elements.append(element)
          // æ is a and e, of which the first has the mark.
          element.mark = []
        }
      } else {
        elements.append(element)
      }
    }
    // A blank at the end is none.
    if elements.last?.weight == .blank { elements.removeLast() }
    return elements
  }

  private static let dashes: Set<Unicode.Scalar> = ["\u{2013}", "\u{2014}", "/"]

  /// Whether a character is a letter, a number, or a mark upon one.
  private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
    // Between letters these say that the letters are two.
    if scalar == "\u{34F}" { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
