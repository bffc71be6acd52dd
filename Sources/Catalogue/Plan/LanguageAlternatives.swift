internal import Records
internal import SearchIndex
internal import TextAnalysis

/// From a word as typed to the terms that may stand for it, one set per language of the index.
///
/// A word whose language is unknown is analysed in each, and the alternatives are searched as one term
/// (`Query.synonyms`), so that no document counts twice for having the word in two languages.
struct LanguageAlternatives {
  /// The analyzers of the index.
  let analyzers: [any Analyzer]

  /// Documents with `word` in `field`; nil where no analyzer finds a word in it.
  func word(_ word: String, in field: String) -> Query? {
    var single: [FieldTerm] = []
    var others: [Query] = []
    for analyzer in analyzers {
      let physical = ResourceSchema.physical(field, analyzer.tag)
      let reading = Reading(analyzer.tokens(of: word))
      single += reading.wholes.map { FieldTerm(physical, $0) }
      if let phrase = reading.phrase(in: physical, slop: 0) { others.append(.phrase(phrase)) }
    }
    let alternatives = (single.isEmpty ? [] : [Query.synonyms(single)]) + others
    return alternatives.isEmpty ? nil : .or(alternatives)
  }

  /// Whether a query can do without `word`: every reading of it is a stop word of some language.
  func isStopWord(_ word: String) -> Bool {
    let terms = Reading(Analyzers.analyzer(for: "und").tokens(of: word)).wholes
    return !terms.isEmpty
      && terms.allSatisfy { term in
        ["en", "cy"].contains { Analyzers.stopWords(for: $0)?.contains(term) == true }
      }
  }

  /// Documents with the words of `text` together in `field`.
  func phrase(_ text: String, slop: Int, in field: String) -> Query? {
    let alternatives = analyzers.compactMap { analyzer -> Query? in
      let physical = ResourceSchema.physical(field, analyzer.tag)
      let reading = Reading(analyzer.tokens(of: text))
      if let phrase = reading.phrase(in: physical, slop: slop) { return .phrase(phrase) }
      return reading.wholes.isEmpty
        ? nil : .synonyms(reading.wholes.map { FieldTerm(physical, $0) })
    }
    return alternatives.isEmpty ? nil : .or(alternatives)
  }

  /// Documents with a word that starts as `word` does.
  func prefix(_ word: String, in field: String) -> Query? {
    each(word, in: field) { .prefix($0) }
  }

  /// Documents with a word at most `distance` edits from `word`.
  func fuzzy(_ word: String, distance: Int, in field: String) -> Query? {
    each(word, in: field) { .fuzzy($0, distance: distance, prefixLength: 1) }
  }

  private func each(_ word: String, in field: String, _ make: (FieldTerm) -> Query) -> Query? {
    // Unstemmed: the start of a word, or a misspelt one, has no stem.
    let folded = Reading(Analyzers.analyzer(for: "und").tokens(of: word)).wholes
    let alternatives = analyzers.flatMap { analyzer in
      folded.map { make(FieldTerm(ResourceSchema.physical(field, analyzer.tag), $0)) }
    }
    return alternatives.isEmpty ? nil : .or(alternatives)
  }
}

/// The tokens of a word or phrase, told apart into parts side by side and whole forms that stand for
/// all of it (`e-bost`: parts *e*, *bost*; whole *ebost*).
private struct Reading {
  /// Terms of which each stands for the whole text.
  var wholes: [[UInt8]] = []
  private var parts: [Phrase.Word] = []

  init(_ batch: TokenBatch) {
    guard let first = batch.tokens.first?.position, let last = batch.tokens.last?.position else {
      return
    }
    if first == last {
      wholes = batch.tokens.map { batch.term($0) }
      return
    }
    var words: [Int: [[UInt8]]] = [:]
    let start = batch.tokens.map(\.start).min() ?? 0
    let end = batch.tokens.map(\.end).max() ?? 0
    for token in batch.tokens {
      if token.start == start, token.end == end {
        wholes.append(batch.term(token))
      } else {
        words[token.position - first, default: []].append(batch.term(token))
      }
    }
    parts = words.sorted { $0.key < $1.key }.map { Phrase.Word(place: $0.key, terms: $0.value) }
  }

  func phrase(in field: String, slop: Int) -> Phrase? {
    parts.count > 1 ? Phrase(field: field, words: parts, slop: slop) : nil
  }
}
