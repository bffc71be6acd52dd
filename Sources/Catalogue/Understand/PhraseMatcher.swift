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

  /// The longest phrase that starts at token `start`; of equally long ones the first of the book.
  func match(_ tokens: [QuestionTokens.Token], at start: Int) -> Match? {
    var best: Match?
    for entry in book.entries {
      guard let words = words(entry, tokens, at: start), words.count > best?.tokens.count ?? 0,
        let match = match(entry, tokens, words)
      else { continue }
      best = match
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
      for entry in book.entries {
        guard let words = words(entry, tokens, at: start),
          words.upperBound == match.tokens.upperBound, let phrase = book.phrase(entry),
          wantsAge ? phrase.isAge : phrase.isYoungReaders,
          var second = self.match(entry, tokens, words)
        else { continue }
        second.tokens = match.tokens
        second.isAddressed = match.isAddressed || !wantsAge
        return second
      }
    }
    return nil
  }

  /// The tokens from `start` that are the words of the phrase at `entry`, or nil.
  private func words(
    _ entry: PhraseBook.Entry, _ tokens: [QuestionTokens.Token], at start: Int
  ) -> Range<Int>? {
    var index = start
    var place = entry.text.lowerBound
    while place < entry.text.upperBound {
      guard index < tokens.count else { return nil }
      if book.bytes[place] == UInt8(ascii: "{") {
        guard number(tokens[index]) != nil else { return nil }
        place += 3
      } else {
        for byte in tokens[index].bytes {
          guard place < entry.text.upperBound, book.bytes[place] == byte else { return nil }
          place += 1
        }
      }
      guard place == entry.text.upperBound || book.bytes[place] == UInt8(ascii: " ") else {
        return nil
      }
      place += 1
      index += 1
    }
    return start..<index
  }

  private func number(_ token: QuestionTokens.Token) -> Int? {
    guard let number = token.number ?? book.numbers[token.text], number <= Self.ageMax else {
      return nil
    }
    return number
  }

  /// The match of the phrase at `entry` with `words`, numbers put in; nil where that is no age.
  private func match(
    _ entry: PhraseBook.Entry, _ tokens: [QuestionTokens.Token], _ words: Range<Int>
  ) -> Match? {
    guard let phrase = book.phrase(entry) else { return nil }
    var match = Match(
      tokens: words, meaning: phrase.meaning, language: phrase.language,
      isAddressed: phrase.isAddressed)
    guard case .ages(let low, let high) = phrase.meaning else { return match }
    var numbers = [0, 0, 0]
    var saysNumberInWords = false
    for (word, index) in zip(phrase.text.split(separator: " "), words)
    where word == "{n}" || word == "{m}" {
      numbers[word == "{n}" ? 1 : 2] = number(tokens[index]) ?? 0
      saysNumberInWords = saysNumberInWords || tokens[index].number == nil
    }
    // "one to one" is no age: numbers in words need a word that says it is an age.
    if saysNumberInWords, Self.bareRanges.contains(phrase.text) { return nil }
    guard let ages = range(low, high, numbers) else { return nil }
    match.ages = ages
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
