public import SearchIndex

/// A query of the bench: a type and its words.
public struct BenchQuery: Sendable {
  /// The sorts of query.
  public enum Kind: String, Sendable, CaseIterable {
    /// `w`
    case term
    /// `+a +b`
    case intersection
    /// `a b`
    case union
    /// `"a b"`
    case phrase
    /// `a b tag:t3`
    case filtered
    /// `abc*`
    case prefix
    /// `word~1`
    case fuzzy
  }

  /// The type.
  public let kind: Kind
  /// The line of the query file: type, tab, text.
  public let line: String
  /// The engine's query.
  public let query: Query

  /// Reads a line `type TAB text`; nil where it is none.
  public init?(_ line: Substring) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    var words: [String] = []
    var tag: String?
    for word in parts[1].filter({ $0 != "\"" }).split(separator: " ") {
      if word.hasPrefix("tag:") {
        tag = String(word.dropFirst(4))
        continue
      }
      var plain = word.drop { $0 == "+" }
      if plain.hasSuffix("~1") { plain = plain.dropLast(2) }
      while plain.hasSuffix("*") { plain = plain.dropLast() }
      words.append(String(plain))
    }
    guard let first = words.first else { return nil }
    self.kind = kind
    self.line = String(line)
    let terms = words.map { Query.term(FieldTerm(BenchIndexing.text, $0)) }
    let scored: Query
    switch kind {
    case .term, .union, .filtered: scored = .or(terms)
    case .intersection: scored = .and(terms)
    case .phrase:
      scored = .phrase(
        Phrase(
          field: BenchIndexing.text,
          words: words.enumerated().map { Phrase.Word(place: $0, terms: [Array($1.utf8)]) }))
    case .prefix: scored = .prefix(FieldTerm(BenchIndexing.text, first))
    case .fuzzy:
      scored = .constant(
        .fuzzy(FieldTerm(BenchIndexing.text, first), distance: 1, prefixLength: 0), score: 1)
    }
    if let tag {
      query = .boolean(
        BooleanQuery(must: [scored], filter: [.tags(field: BenchIndexing.tag, [tag])]))
    } else {
      query = scored
    }
  }
}
