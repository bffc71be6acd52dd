internal import Records

/// Where a finding stands in a question: what comes before and after it.
struct QuestionContext {
  let found: [Finding]
  let tokens: [QuestionTokens.Token]
  /// The first finding that starts at each token.
  private let starts: [Int?]
  /// The last finding that ends before each token, and before the end.
  private let ends: [Int?]

  /// The most words, such as adjectives, between *for* and its audience: *for newly qualified
  /// teachers*.
  private static let adjectivesMax = 2

  /// Notes where each of `found` stands in `tokens`.
  init(found: [Finding], tokens: [QuestionTokens.Token]) {
    self.found = found
    self.tokens = tokens
    var starts = [Int?](repeating: nil, count: tokens.count + 1)
    var ends = starts
    for (place, finding) in found.enumerated() {
      starts[finding.tokens.lowerBound] = starts[finding.tokens.lowerBound] ?? place
      ends[finding.tokens.upperBound] = place
    }
    self.starts = starts
    self.ends = ends
  }

  /// The word before the finding at `place`, or nil at the start.
  private func before(_ place: Int) -> String? {
    let index = found[place].tokens.lowerBound - 1
    return index >= 0 ? tokens[index].text : nil
  }

  /// The word after the finding at `place`, or nil at the end.
  private func after(_ place: Int) -> String? {
    let index = found[place].tokens.upperBound
    return index < tokens.count ? tokens[index].text : nil
  }

  /// The finding whose last token is just before token `index`.
  private func finding(endingAt index: Int) -> Finding? {
    ends[index].map { found[$0] }
  }

  /// The place of the finding that starts at token `index`.
  private func place(startingAt index: Int) -> Int? {
    starts[index]
  }

  /// Whether the finding at `place` is what something is about: *animation about parents*.
  ///
  /// One word of `facets` after the other may be: *about parents and their children under 5*.
  func isAbout(_ place: Int, _ words: Set<String>, through facets: Set<String> = []) -> Bool {
    var index = found[place].tokens.lowerBound
    while index > 0 {
      if let previous = finding(endingAt: index) {
        guard let facet = previous.facet, facets.contains(facet) else { return false }
        index = previous.tokens.lowerBound
      } else {
        let word = tokens[index - 1].text
        if words.contains(word) { return true }
        let isJoint = !facets.isEmpty && SmallWords.conjunctions.contains(word)
        guard isJoint || SmallWords.determiners.contains(word) else { return false }
        index -= 1
      }
    }
    return false
  }

  /// Whether the audience at `place` is said to be the readers: *for parents*, *i rieni*.
  func isAddressed(_ place: Int) -> Bool {
    var index = found[place].tokens.lowerBound
    var adjectives = 0
    while index > 0 {
      if let previous = finding(endingAt: index) {
        if previous.role == .address {
          return adjectives == 0 || previous.language == .english
        }
        switch previous.facet {
        case "age", "need", "language": index = previous.tokens.lowerBound
        default: return false
        }
      } else {
        let word = tokens[index - 1].text
        index -= 1
        if SmallWords.determiners.contains(word) { continue }
        adjectives += 1
        let isJoint = SmallWords.isGlue(word) || SmallWords.prepositions.contains(word)
        if isJoint || adjectives > Self.adjectivesMax { return false }
      }
    }
    return false
  }

  /// Whether the audience at `place` stands before its kind as in English (*parents' guide*), or after
  /// it as in Welsh (*canllaw rhieni*) and in haste (*leaflet parents*).
  func isBesideItsKind(_ place: Int) -> Bool {
    let audience = found[place]
    if let previous = finding(endingAt: audience.tokens.lowerBound),
      previous.facet == "kind" || previous.isResource, endsNounPhrase(place)
    {
      return true
    }
    if let word = before(place), SmallWords.prepositions.contains(word),
      finding(endingAt: audience.tokens.lowerBound)?.isResource != false
    {
      return false
    }
    var next = audience.tokens.upperBound
    while let place = self.place(startingAt: next) {
      if found[place].facet == "kind" || found[place].isResource { return true }
      guard ["language", "accessibility", "need"].contains(found[place].facet) else { return false }
      next = found[place].tokens.upperBound
    }
    return false
  }

  /// Whether the language's name at `place` touches a kind or a word for any resource, with only
  /// other languages between: *Polish and Romanian leaflets*, *taflen Arabeg*.
  func touchesResource(_ place: Int) -> Bool {
    if touchesResource(from: place, step: 1) { return true }
    // After its noun, a word that may be a people's must not go on: *poster English Heritage*.
    return touchesResource(from: place, step: -1) && endsNounPhrase(place)
  }

  /// Whether a kind or a word for any resource comes right before: *guidance 2025*.
  func followsResource(_ place: Int) -> Bool { touchesResource(from: place, step: -1) }

  private func touchesResource(from start: Int, step: Int) -> Bool {
    var place = start
    while found.indices.contains(place + step) {
      let next = found[place + step]
      guard isJoined(min(place, place + step), max(place, place + step)) else { return false }
      if next.facet == "kind" || next.isResource { return true }
      guard ["language", "accessibility", "need"].contains(next.facet) else { return false }
      place += step
    }
    return false
  }

  /// Whether an audience comes right after `place`, with only its age or need between: *Polish
  /// families*, *Welsh primary schools*.
  func isBeforeAudience(_ place: Int) -> Bool {
    var next = found[place].tokens.upperBound
    while let place = self.place(startingAt: next) {
      // A stage and its readers are two findings of the same words.
      let isBoth =
        found.indices.contains(place + 1) && found[place + 1].tokens == found[place].tokens
      if found[place].facet == "audience" || isBoth { return true }
      guard ["age", "need"].contains(found[place].facet) else { return false }
      next = found[place].tokens.upperBound
    }
    return false
  }

  /// Whether the language's name at `place` may be a people's or a country's before an audience:
  /// *Welsh schools*, not *ysgolion Cymraeg*.
  func isPeople(_ place: Int) -> Bool {
    ["welsh", "english"].contains(tokens[found[place].tokens.lowerBound].text)
      && isBeforeAudience(place)
  }

  /// Whether only joining words stand between two findings.
  func isJoined(_ left: Int, _ right: Int) -> Bool {
    between(left, right)?.allSatisfy { SmallWords.conjunctions.contains($0) } ?? false
  }

  /// Whether a joining word stands between two findings, with articles and *for* at most.
  func isCoordinated(_ left: Int, _ right: Int) -> Bool {
    guard let words = between(left, right) else { return false }
    return words.contains { SmallWords.conjunctions.contains($0) }
      && words.allSatisfy {
        SmallWords.conjunctions.contains($0) || SmallWords.determiners.contains($0)
          || ["for", "i", "in", "yn"].contains($0)
      }
  }

  /// The words between two findings; nil where they are the other way round or overlap.
  func between(_ left: Int, _ right: Int) -> [String]? {
    let (start, end) = (found[left].tokens.upperBound, found[right].tokens.lowerBound)
    return start <= end ? tokens[start..<end].map(\.text) : nil
  }

  /// Whether the noun phrase ends with the finding at `place`: nothing, a small word or another
  /// finding follows.
  func endsNounPhrase(_ place: Int) -> Bool {
    guard let next = after(place) else { return true }
    return SmallWords.isGlue(next) || SmallWords.prepositions.contains(next)
      || self.place(startingAt: found[place].tokens.upperBound) != nil
  }

  /// Whether the English word at `place` is a verb: *to report*, *book a place*.
  func isVerb(_ place: Int) -> Bool {
    before(place).map(SmallWords.verbMarkers.contains) ?? false
      || after(place).map(["a", "an", "the", "my", "your", "it", "this", "them"].contains) ?? false
  }

  /// Whether *in Welsh* at `place` says where and not how: *in Welsh schools*, *in English football*.
  func isNationality(_ place: Int) -> Bool {
    let finding = found[place]
    guard finding.language == .english, finding.text == "in {language}",
      finding.values.allSatisfy({ ["cy", "en"].contains($0) })
    else { return false }
    return isBeforeAudience(place) || !endsNounPhrase(place)
  }
}
