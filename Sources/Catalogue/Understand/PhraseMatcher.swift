internal import Records
internal import TextAnalysis

/// Finds the phrases of a ``PhraseBook`` in the tokens of a question.
///
/// A Welsh phrase is also found where its words are mutated (*phosteri*, *thaflenni*), unless as many
/// tokens are a phrase as they stand.
struct PhraseMatcher {
  /// The oldest age that a phrase can name: larger numbers are years, counts, prices.
  static let ageMax = 25
  /// The shortest word whose mutations are undone: shorter ones are particles.
  private static let mutableBytesMin = 3
  /// The most tokens of a number in words (*dau ddeg un*) or of a language's name.
  private static let nameTokensMax = 4

  private let book: PhraseBook
  private let tokens: [QuestionTokens.Token]
  /// What each token may be a mutation of.
  private let radicals: [[[UInt8]]]

  /// Makes ready to find phrases of `book` in `tokens`.
  init(_ book: PhraseBook, _ tokens: [QuestionTokens.Token]) {
    self.book = book
    self.tokens = tokens
    radicals = tokens.map { token in
      token.bytes.count < Self.mutableBytesMin
        ? []
        : Mutation.radicals(of: token.bytes).map(\.word).filter { $0.count >= Self.mutableBytesMin }
    }
  }

  /// All phrases from left to right, none overlapping, the longest first found; two of the same words
  /// where they name both an age and an audience.
  func findings() -> [Finding] {
    var found: [Finding] = []
    var index = 0
    while index < tokens.count {
      let phrases = longest(at: index)
      let name = languageName(at: index)
      let length = phrases.first?.tokens.count ?? 0
      if let name, name.length > length {
        found.append(
          Finding(
            tokens: index..<index + name.length, meaning: .languageName(name.tag),
            language: .english, text: ""))
        index += name.length
      } else {
        found += phrases
        index += max(length, 1)
      }
    }
    return found
  }

  /// How a phrase lies on the tokens.
  private struct Fit {
    var end: Int
    var isMutated = false
    var isPossessive = false
    var placeCount = 0
    var numbers = [0, 0, 0]
    var saysNumberInWords = false
    var tag: String?
  }

  /// The longest phrase that starts at token `start`, with its other meaning if it has one.
  private func longest(at start: Int) -> [Finding] {
    var best: [(fit: Fit, finding: Finding)] = []
    for entry in candidates(at: start) {
      guard let phrase = book.phrase(entry), let fit = fit(phrase, at: start),
        let finding = finding(phrase, fit, from: start)
      else { continue }
      guard let first = best.first?.fit else {
        best = [(fit, finding)]
        continue
      }
      if Self.rank(fit) > Self.rank(first) {
        best = [(fit, finding)]
      } else if Self.rank(fit) == Self.rank(first), best.count == 1,
        best[0].finding.text == phrase.text
      {
        best.append((fit, finding))
      }
    }
    return best.map(\.finding)
  }

  /// The longest is best, then what needs fewer places, then what is not mutated.
  private static func rank(_ fit: Fit) -> (Int, Int, Int) {
    (fit.end, -fit.placeCount, fit.isMutated ? 0 : 1)
  }

  /// The entries that may start at token `start`: by its first word as it stands, unmutated, without
  /// a possessive ending, or by a place.
  private func candidates(at start: Int) -> [Range<Int>] {
    let token = tokens[start]
    var entries = Array(book.entries(beginningWith: token.bytes))
    for radical in radicals[start] { entries += book.entries(beginningWith: radical) }
    if let stem = token.possessor { entries += book.entries(beginningWith: stem) }
    for place in ["{n}", "{y}", "{language}"] where isPlace(place, at: start) {
      entries += book.entries(beginningWith: place.utf8)
    }
    return entries
  }

  private func isPlace(_ place: String, at index: Int) -> Bool {
    switch place {
    case "{n}": number(at: index) != nil
    case "{y}": tokens[index].year != nil
    default: languageName(at: index) != nil
    }
  }

  /// How the words of `phrase` lie on the tokens from `start`, or nil where they do not.
  private func fit(_ phrase: PhraseBook.Phrase, at start: Int) -> Fit? {
    var fit = Fit(end: start)
    for word in phrase.text.split(separator: " ") {
      guard fit.end < tokens.count, !fit.isPossessive else { return nil }
      switch word {
      case "{n}", "{m}":
        guard let number = number(at: fit.end) else { return nil }
        fit.numbers[word == "{n}" ? 1 : 2] = number.value
        fit.saysNumberInWords = fit.saysNumberInWords || tokens[fit.end].number == nil
        fit.placeCount += 1
        fit.end += number.length
      case "{y}", "{z}":
        guard let year = tokens[fit.end].year else { return nil }
        fit.numbers[word == "{y}" ? 1 : 2] = year
        fit.placeCount += 1
        fit.end += 1
      case "{language}":
        guard let name = languageName(at: fit.end) else { return nil }
        fit.tag = name.tag
        fit.placeCount += 1
        fit.end += name.length
      default:
        guard match(word, phrase.language, &fit) else { return nil }
        fit.end += 1
      }
    }
    return fit
  }

  /// Whether the token at the end of `fit` is `word`, and how.
  private func match(_ word: Substring, _ language: InterfaceLanguage, _ fit: inout Fit) -> Bool {
    let token = tokens[fit.end]
    if token.bytes.elementsEqual(word.utf8) { return true }
    if language == .welsh, radicals[fit.end].contains(where: { $0.elementsEqual(word.utf8) }) {
      fit.isMutated = true
      return true
    }
    if let stem = token.possessor, stem.elementsEqual(word.utf8) {
      fit.isPossessive = true
      return true
    }
    // "key stage two": a figure of the phrase may be a word of the question.
    return Int(word).map { $0 == book.numbers[token.text] } ?? false
  }

  /// The number, up to the oldest age, that figures or words write from token `index`.
  ///
  /// A plural is one too: *under fives*.
  private func number(at index: Int) -> (value: Int, length: Int)? {
    let token = tokens[index]
    if let number = token.number { return number <= Self.ageMax ? (number, 1) : nil }
    let named = longestName(at: index) { book.numbers[$0] }
    let plural = token.text.hasSuffix("s") ? book.numbers[String(token.text.dropLast())] : nil
    guard let number = named ?? plural.map({ ($0, 1) }), number.0 <= Self.ageMax else { return nil }
    return (number.0, number.1)
  }

  /// The language whose name, mutated or not, starts at token `index`.
  private func languageName(at index: Int) -> (tag: String, length: Int)? {
    if let name = longestName(at: index, { book.languageNames[$0] }) { return (name.0, name.1) }
    for radical in radicals[index] {
      let first = String(decoding: radical, as: UTF8.self)
      if let name = longestName(at: index, first: first, { book.languageNames[$0] }) {
        return (name.0, name.1)
      }
    }
    return nil
  }

  /// What `known` knows of the most tokens from `index`, `first` instead of the first of them.
  private func longestName<Value>(
    at index: Int, first: String? = nil, _ known: (String) -> Value?
  ) -> (Value, Int)? {
    var name = first ?? tokens[index].text
    var best = known(name).map { ($0, 1) }
    for next in tokens.indices[(index + 1)...].prefix(Self.nameTokensMax - 1) {
      name += " " + tokens[next].text
      if let value = known(name) { best = (value, next + 1 - index) }
    }
    return best
  }

  /// The finding of `phrase`; nil where its numbers are none, or a possessive is no audience's.
  private func finding(_ phrase: PhraseBook.Phrase, _ fit: Fit, from start: Int) -> Finding? {
    let meaning: Finding.Meaning
    switch phrase.meaning {
    case .values(let facet, let ids):
      guard !fit.isPossessive || facet == "audience" else { return nil }
      meaning = .values(facet: facet, ids)
    case .language:
      guard let tag = fit.tag else { return nil }
      meaning = .values(facet: "language", [tag])
    case .ages(let low, let high):
      guard let ages = ages(phrase, low, high, fit), !isCounted(after: fit.end) else { return nil }
      meaning = .ages(ages, isStage: low.number == 0 && high.number == 0)
    case .published(let low, let high):
      guard let days = Self.days(low, high, fit.numbers) else { return nil }
      meaning = .published(days)
    case .role(let role): meaning = .role(role)
    }
    if fit.isPossessive, case .values = meaning {} else if fit.isPossessive { return nil }
    return Finding(
      tokens: start..<fit.end, meaning: meaning, language: phrase.language, text: phrase.text,
      isPossessive: fit.isPossessive)
  }

  /// Phrases that are an age only in figures and where they rise: *one to one*, *1-1* are none.
  private static let bareRanges: Set<String> = ["{n} to {m}", "{n} - {m}", "{n} i {m}"]

  private func ages(
    _ phrase: PhraseBook.Phrase, _ low: PhraseBook.End, _ high: PhraseBook.End, _ fit: Fit
  ) -> AgeRange? {
    if Self.bareRanges.contains(phrase.text),
      fit.saysNumberInWords || fit.numbers[1] >= fit.numbers[2]
    {
      return nil
    }
    return AgeRange(min: Self.value(low, fit.numbers), max: Self.value(high, fit.numbers))
  }

  /// Whether something else than years of age is counted: *under 5 minutes*.
  private func isCounted(after end: Int) -> Bool {
    end < tokens.count && SmallWords.units.contains(tokens[end].text)
  }

  private static func value(_ end: PhraseBook.End, _ numbers: [Int]) -> Int? {
    end.plus.map { numbers[end.number] + $0 }
  }

  /// Years as the search language writes them; nil where they do not rise.
  private static func days(
    _ low: PhraseBook.End, _ high: PhraseBook.End, _ numbers: [Int]
  ) -> String? {
    let (first, last) = (value(low, numbers), value(high, numbers))
    if let first, let last, first == last { return "\(first)" }
    let text = "\(first.map(String.init) ?? "")..\(last.map(String.init) ?? "")"
    return DateExpression.range(text) == nil ? nil : text
  }
}
