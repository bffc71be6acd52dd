internal import SearchIndex
internal import TextAnalysis

extension LanguageAlternatives {
  /// Documents with one word of each of `places` near each other in `field`: at most `slop` other words
  /// between the first and the last, in any order or in theirs.
  ///
  /// Only words of one token are looked for: what an analyzer reads as several, or as none, is in no
  /// place. Where a place is left without a word in a language, none of that language is found; nil where
  /// that is so in every language.
  func near(_ places: [[String]], slop: Int, isOrdered: Bool, in field: String) -> Query? {
    let phrases = analyzers.compactMap { analyzer -> Phrase? in
      var words: [Phrase.Word] = []
      for (place, choices) in places.enumerated() {
        let terms = Self.distinct(choices.flatMap { Self.terms($0, analyzer) })
        guard !terms.isEmpty else { return nil }
        // In any order: all within a stretch as long as the words and what may be between them.
        words.append(Phrase.Word(place: isOrdered ? place : 0, terms: terms))
      }
      return Phrase(
        field: ResourceSchema.physical(field, analyzer.tag), words: words,
        slop: isOrdered ? slop : slop + places.count - 1, isOrdered: isOrdered)
    }
    return phrases.isEmpty ? nil : .phrases(phrases)
  }

  private static func terms(_ word: String, _ analyzer: any Analyzer) -> [[UInt8]] {
    let batch = analyzer.tokens(of: word)
    let words = batch.words()
    guard words.count == 1 else { return [] }
    return words[0].readings.filter { $0.count == 1 }.map { batch.term($0[0]) }
  }

  private static func distinct(_ terms: [[UInt8]]) -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return terms.filter { seen.insert($0).inserted }
  }
}
