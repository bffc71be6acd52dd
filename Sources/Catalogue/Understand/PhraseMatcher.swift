internal import Records

/// Finds the phrases of a ``PhraseBook`` in the tokens of a question.
struct PhraseMatcher {
  /// A phrase found.
  struct Match {
    /// The tokens it covers.
    var tokens: Range<Int>
    /// What it means, numbers put in.
    var meaning: PhraseBook.Meaning
    /// The range of an age phrase.
    var ages: AgeRange?
    /// The language of the phrase.
    var language: InterfaceLanguage
    /// Whether it says for whom: *for parents*, *i rieni*, *ar gyfer rhieni*.
    var isAddressed: Bool
  }

  /// The oldest age that a phrase can name: larger numbers are years, counts, prices.
  static let ageMax = 25

  let book: PhraseBook

  /// The longest phrase that starts at token `start`, names before all else of the same length.
  func match(_ tokens: [QuestionTokens.Token], at start: Int) -> Match? {
    var best: Match?
    for phrase in book.phrases {
      guard let match = match(phrase, tokens, at: start) else { continue }
      if match.tokens.count > (best?.tokens.count ?? 0) { best = match }
    }
    return best
  }

  /// The other meaning of a match's last words: an age that an audience's phrase names too
  /// (*for teenagers*), or the audience that ends an age's phrase (*year 9 pupils*).
  func secondMeaning(of match: Match, _ tokens: [QuestionTokens.Token]) -> Match? {
    let wantsAge: Bool
    switch match.meaning {
    case .values("audience", _): wantsAge = true
    case .ages: wantsAge = false
    default: return nil
    }
    for start in match.tokens {
      for phrase in book.phrases where phrase.isAge == wantsAge {
        guard wantsAge || phrase.isYoungReaders, var second = self.match(phrase, tokens, at: start),
          second.tokens.upperBound == match.tokens.upperBound
        else { continue }
        second.tokens = match.tokens
        second.isAddressed = match.isAddressed || !wantsAge
        return second
      }
    }
    return nil
  }

  private func match(
    _ phrase: PhraseBook.Phrase, _ tokens: [QuestionTokens.Token], at start: Int
  ) -> Match? {
    var index = start
    var numbers = [0, 0, 0]
    var saysNumberInWords = false
    for word in phrase.text.utf8.split(separator: UInt8(ascii: " ")) {
      guard index < tokens.count else { return nil }
      let token = tokens[index]
      if word.first == UInt8(ascii: "{") {
        guard let number = token.number ?? book.numbers[token.text], number <= Self.ageMax else {
          return nil
        }
        numbers[word.dropFirst().first == UInt8(ascii: "n") ? 1 : 2] = number
        saysNumberInWords = saysNumberInWords || token.number == nil
      } else if !word.elementsEqual(token.text.utf8) {
        return nil
      }
      index += 1
    }
    var match = Match(
      tokens: start..<index, meaning: phrase.meaning, language: phrase.language,
      isAddressed: phrase.isAddressed)
    if case .ages(let low, let high) = phrase.meaning {
      // "one to one" is no age: numbers in words need a word that says it is an age.
      if saysNumberInWords, Self.bareRanges.contains(phrase.text) { return nil }
      guard let ages = range(low, high, numbers) else { return nil }
      match.ages = ages
    }
    return match
  }

  private static let bareRanges: Set<String> = ["{n} to {m}", "{n} - {m}", "{n} i {m}"]

  private func range(
    _ low: PhraseBook.AgeEnd, _ high: PhraseBook.AgeEnd, _ numbers: [Int]
  ) -> AgeRange? {
    func value(_ end: PhraseBook.AgeEnd) -> Int? { end.plus.map { numbers[end.number] + $0 } }
    return AgeRange(min: value(low), max: value(high))
  }
}
