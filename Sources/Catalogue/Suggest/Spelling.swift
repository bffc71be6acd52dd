internal import TextAnalysis

/// A text of the search language and what is misspelt in it.
public struct SpelledText: Sendable, Hashable {
  /// The words that are in no resource and no phrase, in order of the text, each with what may have
  /// been meant.
  public var words: [MisspeltWord] = []
  /// The text with its misspelt words put right, where that finds something.
  public var suggestion: String?
}

/// A word that is in no resource and no phrase of the vocabularies.
public struct MisspeltWord: Sendable, Hashable {
  /// The word as typed.
  public var text: String
  /// Where it stands in the text, in UTF-8 bytes.
  public var at: Range<Int>
  /// What may have been meant, likeliest first; each finds something.
  public var suggestions: [SpellingSuggestion]
}

/// A word that may have been meant.
public struct SpellingSuggestion: Sendable, Hashable {
  /// The word.
  public var text: String
  /// How likely it was meant, of all that may have been: 0 to 1.
  public var score: Double
}

/// Puts the misspelt words of one question right.
///
/// Only words that no resource has are looked at, each by itself (``NearWords``); nothing is suggested
/// that finds nothing under the question's filters. The rest of the text (quotes, operators, filters)
/// stays byte for byte.
struct SpellingCheck {
  /// The most misspelt words of one text that are put right.
  static let wordsMax = 8
  /// The most combinations of corrections that are tried as a whole.
  static let attemptsMax = 12

  let request: SearchRequest
  /// The words to choose from, asked for when something is misspelt.
  let near: () throws(CatalogueError) -> NearWords
  /// Whether some resource has a word, whatever is filtered for.
  let isKnown: (_ word: String) throws(CatalogueError) -> Bool
  /// How many resources have all the words of a text that stands for the request's, or some of them.
  ///
  /// The time allowed counts from `start`.
  let total:
    (_ text: String, _ relaxed: Bool, _ start: ContinuousClock.Instant) throws(CatalogueError) ->
      Int
  /// Whether what such a text asks for beside its words lets a resource with `word` pass.
  let finds:
    (_ word: String, _ text: String, _ start: ContinuousClock.Instant) throws(CatalogueError) ->
      Bool

  /// Whether the words of a request are worth a look, after it was answered.
  ///
  /// Where everything that was wanted was found, each word was; but not where `OR` gave a choice.
  static func isNeeded(_ answer: Answer, _ request: SearchRequest) -> Bool {
    answer.total == 0 || answer.isRelaxed || request.text.contains(" OR ")
  }

  /// The words of the request's text that stand in `ranges` and are misspelt.
  ///
  /// A word of the vocabularies is known too: it may be in no text and yet mean something.
  private func misspelt(
    in ranges: [Range<Int>]
  ) throws(CatalogueError) -> [(word: String, key: String, at: Range<Int>)] {
    let bytes = Array(request.text.utf8)
    let welsh = Analyzers.analyzer(for: "cy")
    var found: [(word: String, key: String, at: Range<Int>)] = []
    for range in ranges {
      let text = String(decoding: bytes[range], as: UTF8.self)
      var end = 0
      for part in Self.ordered(WordKey.ranges(of: text, welsh)) {
        // The parts of a compound are looked at with it.
        guard part.lowerBound >= end, found.count < Self.wordsMax else { continue }
        let word = String(decoding: Array(text.utf8)[part], as: UTF8.self)
        guard let key = WordKey.key(ofWord: word), key.utf8.count > 1 else { continue }
        end = part.upperBound
        guard !Self.isRight(word), try !isKnown(word), try !near().contains(key) else { continue }
        let start = range.lowerBound
        found.append((word, key, start + part.lowerBound..<start + part.upperBound))
      }
    }
    return found
  }

  /// Whether a word is right though no resource has it: a word of the Welsh lexicon, or letters that
  /// stand for words (*HSB*, *ACEs*).
  private static func isRight(_ word: String) -> Bool {
    word.count(where: \.isUppercase) > 1 || WelshAnalyzer.knows(word)
  }

  /// Words in order of the text, larger ones first: a compound before its parts.
  private static func ordered(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  /// The text with what is misspelt in `ranges`, and what may have been meant, at most `edits` away.
  func spelled(_ ranges: [Range<Int>], edits: Int? = nil) throws(CatalogueError) -> SpelledText {
    var spelled = SpelledText()
    var choices: [(at: Range<Int>, texts: [NearWords.Candidate])] = []
    let guesses = try misspelt(in: ranges).map { word throws(CatalogueError) in
      (word.word, word.at, try near().candidates(word.key, edits: edits))
    }
    // Guessing looks nothing up in the index: what is looked up now has its own time.
    let start = ContinuousClock.now
    for (word, at, guesses) in guesses {
      var candidates: [NearWords.Candidate] = []
      for guess in guesses where try finds(guess.text, corrected([(at, guess.text)]), start) {
        candidates.append(guess)
      }
      spelled.words.append(
        MisspeltWord(text: word, at: at, suggestions: Self.suggestions(candidates)))
      if !candidates.isEmpty { choices.append((at, candidates)) }
    }
    guard !choices.isEmpty else { return spelled }
    for choice in Self.combinations(choices.map(\.texts.count)) {
      let text = corrected(zip(choices, choice).map { ($0.at, $0.texts[$1].text) })
      if try total(text, false, start) > 0 {
        spelled.suggestion = text
        return spelled
      }
    }
    let likeliest = corrected(choices.map { ($0.at, $0.texts[0].text) })
    if try total(likeliest, true, start) > 0 { spelled.suggestion = likeliest }
    return spelled
  }

  /// The request's text with other words in places that ascend.
  private func corrected(_ words: [(at: Range<Int>, text: String)]) -> String {
    var bytes = Array(request.text.utf8)
    for (at, text) in words.reversed() { bytes.replaceSubrange(at, with: text.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The ways to choose one of each, the likeliest first: by how far down the lists they go.
  static func combinations(_ counts: [Int]) -> [[Int]] {
    var all: [[Int]] = [[]]
    for count in counts {
      let longer = all.flatMap { start in (0..<count).map { start + [$0] } }
      all = Array(
        longer.enumerated().sorted {
          ($0.element.reduce(0, +), $0.offset) < ($1.element.reduce(0, +), $1.offset)
        }.map(\.element).prefix(attemptsMax))
    }
    return all
  }

  /// Candidates with the share of likelihood that each has among them.
  private static func suggestions(_ candidates: [NearWords.Candidate]) -> [SpellingSuggestion] {
    guard let least = candidates.map(\.surprise).min() else { return [] }
    let weights = candidates.map { candidate -> Double in
      let quarters = candidate.surprise - least
      let part = [1, 0.8409, 0.7071, 0.5946][quarters % 4]
      return Double(sign: .plus, exponent: -min(quarters / 4, 60), significand: part)
    }
    let sum = weights.reduce(0, +)
    return zip(candidates, weights).map { SpellingSuggestion(text: $0.text, score: $1 / sum) }
  }
}
