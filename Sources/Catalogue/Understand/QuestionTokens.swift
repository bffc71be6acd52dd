internal import TextAnalysis

/// The words of a question as phrases see them.
///
/// A token is a run of letters (apostrophes inside kept, typographic ones made plain), a run of
/// digits, or one of `+ < & /`, or a hyphen or dash between two numbers. All else parts tokens. So
/// `under-12s` is *under 12 s*, `13+` is *13 +*, `Welsh-language` is *welsh language*, `children's`
/// stays one word and is not *children*. The Welsh *'r* and *'n* are *yr* and *yn*: `i'r` is *i yr*.
/// Diacritics are dropped, as many keyboards lack those of Welsh.
struct QuestionTokens {
  /// One token.
  struct Token: Hashable {
    /// The text in lower case without accents.
    var text: String
    /// Where it stands, in UTF-8 bytes of the question.
    var at: Range<Int>
    /// The text's UTF-8.
    var bytes: [UInt8]

    init(_ text: String, at: Range<Int>) {
      self.text = text
      self.at = at
      bytes = Array(text.utf8)
    }

    /// The number that its digits write, if it is one of at most three digits.
    var number: Int? { isNumber(digits: 1...3) ? Int(text) : nil }

    /// The year that its digits write, if it may be one of publication.
    var year: Int? {
      guard isNumber(digits: 4...4), let year = Int(text), (1950...2099).contains(year) else {
        return nil
      }
      return year
    }

    /// The word whose English possessive it is: *children* of `children's`.
    var possessor: ArraySlice<UInt8>? {
      bytes.count > 2 && bytes.suffix(2).elementsEqual("'s".utf8) ? bytes.dropLast(2) : nil
    }

    /// Whether it is digits.
    var isNumber: Bool { bytes.allSatisfy { (48...57).contains($0) } }

    private func isNumber(digits: ClosedRange<Int>) -> Bool {
      digits.contains(bytes.count) && isNumber
    }
  }

  var tokens: [Token] = []

  /// Splits `text`, whose first byte is byte `offset` of the question.
  init(_ text: String, offset: Int = 0) {
    var current: [Character] = []
    var start = 0
    var position = offset
    func isApostrophe(_ character: Character) -> Bool {
      character == "'" || character == "\u{2019}"
    }
    func flush(_ tokens: inout [Token]) {
      guard !current.isEmpty else { return }
      var word = Self.folded(current)
      while word.hasPrefix("'") { word.removeFirst() }
      while word.hasSuffix("'") { word.removeLast() }
      let length = current.suffix(2).reduce(0) { $0 + $1.utf8.count }
      current = []
      guard !word.isEmpty else { return }
      let clitic = word.utf8.count > 2 ? Self.clitics[String(word.suffix(2))] : nil
      guard let clitic else {
        tokens.append(Token(word, at: start..<position))
        return
      }
      tokens.append(Token(String(word.dropLast(2)), at: start..<position - length))
      tokens.append(Token(clitic, at: position - length..<position))
    }
    for character in text {
      let length = character.utf8.count
      let isDigit = character.isASCII && character.isNumber
      let wasDigit = current.last.map { $0.isASCII && $0.isNumber } ?? false
      if isDigit || character.isLetter || isApostrophe(character) {
        if !current.isEmpty, isDigit != wasDigit { flush(&tokens) }
        if current.isEmpty { start = position }
        current.append(character)
      } else {
        flush(&tokens)
        if "+<&/-\u{2013}".contains(character) {
          let text = character == "\u{2013}" ? "-" : String(character)
          tokens.append(Token(text, at: position..<position + length))
        }
      }
      position += length
    }
    flush(&tokens)
    dropHyphensOutsideNumbers()
  }

  private mutating func dropHyphensOutsideNumbers() {
    var kept: [Token] = []
    for (index, token) in tokens.enumerated() {
      if token.text == "-" {
        let isBetween =
          index > 0 && tokens[index - 1].isNumber && index + 1 < tokens.count
          && tokens[index + 1].isNumber
        guard isBetween else { continue }
      }
      kept.append(token)
    }
    tokens = kept
  }

  /// The word in lower case, its apostrophes plain, its diacritics dropped.
  private static func folded(_ characters: [Character]) -> String {
    DiacriticFolding.bare(String(characters).lowercased().replacing("\u{2019}", with: "'"))
  }

  /// What is written together with the word before it in Welsh.
  private static let clitics = ["'r": "yr", "'n": "yn"]
}
