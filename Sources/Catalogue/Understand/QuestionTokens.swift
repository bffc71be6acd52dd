/// The words of a question as phrases see them.
///
/// A token is a run of letters (apostrophes inside kept, typographic ones made plain), a run of
/// digits, or one of `+ < & /`, or a hyphen or dash between two numbers. All else parts tokens. So
/// `under-12s` is *under 12 s*, `13+` is *13 +*, `Welsh-language` is *welsh language*, `children's`
/// stays one word and is not *children*.
struct QuestionTokens {
  /// One token.
  struct Token: Hashable {
    /// The text in lower case.
    var text: String
    /// Where it stands, in UTF-8 bytes of the question.
    var at: Range<Int>
    /// The text's UTF-8.
    var bytes: [UInt8]
    /// The number that its digits write, if it is one of at most three digits.
    var number: Int?
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
      var word = String(current).replacing("\u{2019}", with: "'").lowercased()
      while word.hasPrefix("'") { word.removeFirst() }
      while word.hasSuffix("'") { word.removeLast() }
      current = []
      guard !word.isEmpty else { return }
      let isNumber = word.utf8.count <= 3 && word.utf8.allSatisfy { (48...57).contains($0) }
      tokens.append(
        Token(
          text: word, at: start..<position, bytes: Array(word.utf8),
          number: isNumber ? Int(word) : nil))
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
          tokens.append(
            Token(
              text: text, at: position..<position + length, bytes: Array(text.utf8), number: nil))
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
        let before = index > 0 ? tokens[index - 1].number : nil
        let after = index + 1 < tokens.count ? tokens[index + 1].number : nil
        if before == nil || after == nil { continue }
      }
      kept.append(token)
    }
    tokens = kept
  }
}
