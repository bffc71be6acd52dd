internal import Records

/// Where a phrase stands in a question: what comes before and after it.
struct Context {
  let found: [PhraseMatcher.Match]
  let place: Int
  let tokens: [QuestionTokens.Token]

  private var match: PhraseMatcher.Match { found[place] }
  private var before: String? {
    match.tokens.lowerBound > 0 ? tokens[match.tokens.lowerBound - 1].text : nil
  }
  private var after: String? {
    match.tokens.upperBound < tokens.count ? tokens[match.tokens.upperBound].text : nil
  }

  /// Whether the phrase is what something is about: *animation about parents*, *am rieni*.
  var isAbout: Bool {
    var index = match.tokens.lowerBound - 1
    while index >= 0, Glue.isArticle(tokens[index].text) { index -= 1 }
    return index >= 0 && Glue.about.contains(tokens[index].text)
  }

  /// Whether a kind's phrase touches this one, or a language that touches a kind.
  var isBesideKind: Bool {
    touchesKind(from: place, step: 1) || touchesKind(from: place, step: -1)
  }

  /// Whether this language's name goes with *speak*.
  var isSpoken: Bool {
    if after == "speaking" { return true }
    let index = match.tokens.lowerBound - 1
    guard index >= 1, tokens[index].text == "speak" else {
      return before == "siarad" && match.tokens.lowerBound > 1
    }
    return ["who", "that", "they"].contains(tokens[index - 1].text)
  }

  /// Whether the phrase opens the question and a kind comes next.
  var isBeforeKindAtStart: Bool {
    match.tokens.lowerBound == 0 && touchesKind(from: place, step: 1)
  }

  /// Whether the English noun phrase ends here: nothing, a joining word or another phrase follows.
  var isHeadNoun: Bool {
    guard let after else { return true }
    if Glue.isGlue(after) || Glue.prepositions.contains(after) { return true }
    let next = place + 1
    return next < found.count && found[next].tokens.lowerBound == match.tokens.upperBound
  }

  private func touchesKind(from start: Int, step: Int) -> Bool {
    var index = start
    while true {
      let next = index + step
      guard found.indices.contains(next) else { return false }
      let (left, right) = step > 0 ? (found[index], found[next]) : (found[next], found[index])
      let between = tokens[
        left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)]
      guard between.allSatisfy({ Glue.conjunctions.contains($0.text) }) else { return false }
      switch found[next].meaning {
      case .values("kind", _), .filler: return true
      case .values("language name", _), .values("language", _): index = next
      default: return false
      }
    }
  }
}

/// The small words between the phrases of a question.
enum Glue {
  /// Words after which the topic follows.
  static let about: Set<String> = [
    "about", "am", "ynghylch", "showing", "with", "gyda", "regarding",
  ]
  /// Words that join two of a kind.
  static let conjunctions: Set<String> = ["and", "or", "a", "ac", "neu", "&", "/", "yn"]
  /// Words that may follow an English noun phrase.
  static let prepositions: Set<String> = [
    "about", "am", "ar", "at", "between", "by", "for", "from", "gan", "gyda", "i", "in", "o", "of",
    "on", "that", "to", "which", "who", "with", "yn",
  ]

  /// Whether `word` carries no meaning of its own between filters.
  static func isGlue(_ word: String) -> Bool { words.contains(word) }

  /// Whether `word` is an article.
  static func isArticle(_ word: String) -> Bool { ["a", "an", "the", "y", "yr"].contains(word) }

  private static let words: Set<String> = [
    "a", "ac", "an", "and", "any", "ar", "are", "for", "gyfer", "gyda", "i", "i'r", "in", "is",
    "me", "my", "n", "neu", "o", "of", "on", "or", "our", "rai", "s", "some", "speak", "speaking",
    "sy'n", "sydd", "that", "the", "there", "to", "who", "with", "y", "yn", "your", "yr", "&", "/",
  ]
}
