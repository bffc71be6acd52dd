internal import Records
internal import SearchIndex
internal import TextAnalysis

/// From words as typed to the terms that may stand for them, in each language of the index.
///
/// A text whose language is unknown is analysed in each, and all readings are searched as one term or
/// phrase: a document that has it in two languages does not count twice, and one in a language of few
/// documents counts as much as any (see `Query.synonyms`).
struct LanguageAlternatives {
  /// The most words of one text that are read: the pairs of characters of a text without spaces are
  /// words too.
  static let wordsMax = 256
  /// The most ways in which one text is read in one language.
  static let readingsMax = 8

  /// The analyzers of the index.
  let analyzers: [any Analyzer]
  /// How many characters a misspelt word has right at its beginning.
  var fuzzyPrefixLength = 1

  /// Documents with the words of `text` together in `field`, give or take `slop` places; nil where no
  /// analyzer finds a word in it.
  func query(_ text: String, slop: Int = 0, in field: String) -> Query? {
    query(readings(of: text), slop: slop, in: field)
  }

  /// What `text` is read as in each language, to be looked for in several fields.
  func readings(of text: String) -> [Readings] {
    analyzers.map { Readings(tag: $0.tag, readings: Self.readings(text, $0)) }
  }

  /// The ways to read a text in one language.
  struct Readings {
    fileprivate let tag: String
    fileprivate let readings: [[[UInt8]]]
  }

  /// Documents with the words of a text that was read, together in `field`.
  func query(_ read: [Readings], slop: Int, in field: String) -> Query? {
    var terms: [FieldTerm] = []
    var phrases: [Phrase] = []
    for language in read {
      let physical = ResourceSchema.physical(field, language.tag)
      for reading in language.readings {
        if reading.count == 1 {
          terms.append(FieldTerm(physical, reading[0]))
        } else {
          let words = reading.enumerated().map {
            Phrase.Word(place: $0.offset, terms: [$0.element])
          }
          phrases.append(Phrase(field: physical, words: words, slop: slop))
        }
      }
    }
    switch (terms.isEmpty, phrases.isEmpty) {
    case (true, true): return nil
    case (false, true): return .synonyms(terms)
    case (true, false): return .phrases(phrases)
    case (false, false): return .best([.synonyms(terms), .phrases(phrases)])
    }
  }

  /// The alternatives of a text whose language is known: in that language, and where the language of
  /// the document is not.
  func limited(to language: InterfaceLanguage) -> Self {
    LanguageAlternatives(
      analyzers: analyzers.filter { [language.rawValue, "und"].contains($0.tag) },
      fuzzyPrefixLength: fuzzyPrefixLength)
  }

  /// Documents with a word that starts as `word` does.
  func prefix(_ word: String, in field: String) -> Query? {
    each(word, in: field) { .prefix($0) }
  }

  /// Documents with a word at most `distance` edits from `word`.
  func fuzzy(_ word: String, distance: Int, in field: String) -> Query? {
    each(word, in: field) { .fuzzy($0, distance: distance, prefixLength: fuzzyPrefixLength) }
  }

  /// Whether a query can do without `word`: every reading of it is a stop word of some language.
  func isStopWord(_ word: String) -> Bool {
    let terms = Self.unstemmed(word)
    return !terms.isEmpty
      && terms.allSatisfy { term in
        ["en", "cy"].contains { Analyzers.stopWords(for: $0)?.contains(term) == true }
      }
  }

  private func each(_ word: String, in field: String, _ make: (FieldTerm) -> Query) -> Query? {
    let terms = Self.unstemmed(word)
    let alternatives = analyzers.flatMap { analyzer in
      terms.map { make(FieldTerm(ResourceSchema.physical(field, analyzer.tag), $0)) }
    }
    return alternatives.isEmpty ? nil : .best(alternatives)
  }

  /// The readings of `word` as one folded term: the start of a word, or a misspelt one, has no stem.
  private static func unstemmed(_ word: String) -> [[UInt8]] {
    readings(word, Analyzers.analyzer(for: "und")).filter { $0.count == 1 }.map { $0[0] }
  }

  /// The ways to read `text`: one choice of reading for each of its words, as terms in order.
  private static func readings(_ text: String, _ analyzer: any Analyzer) -> [[[UInt8]]] {
    let batch = analyzer.tokens(of: text)
    var readings: [[[UInt8]]] = [[]]
    for word in batch.words().prefix(wordsMax) {
      let more = readings.flatMap { start in
        word.readings.map { start + $0.map { batch.term($0) } }
      }
      readings = Array(more.prefix(readingsMax))
    }
    return readings.filter { !$0.isEmpty }
  }
}
