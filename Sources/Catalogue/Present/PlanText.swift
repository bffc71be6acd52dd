internal import SearchIndex

/// An engine query on one line, for `--explain`.
enum PlanText {
  /// The query in a notation close to Lucene's: `+must -not #filter should`, `field:term`;
  /// `{…}` are taken as one, of `[…]` the best counts.
  static func describe(_ query: Query) -> String {
    switch query {
    case .all: "*"
    case .none: "nothing"
    case .term(let term): describe(term)
    case .synonyms(let terms): "{" + terms.map(describe).joined(separator: " ") + "}"
    case .phrase(let phrase): describe(phrase)
    case .phrases(let phrases): "{" + phrases.map(describe).joined(separator: " ") + "}"
    case .best(let queries): "[" + queries.map(describe).joined(separator: " ") + "]"
    case .prefix(let term): describe(term) + "*"
    case .fuzzy(let term, let distance, _): describe(term) + "~\(distance)"
    case .range(let field, let range): "\(field):[\(range.lowerBound) \(range.upperBound)]"
    case .tags(let field, let values): "\(field):(\(values.joined(separator: "|")))"
    case .exists(let field): "\(field):*"
    case .boolean(let query): describe(query)
    case .boosted(let query, let factor): describe(query) + "^\(factor)"
    case .constant(let query, let score): describe(query) + "=\(score)"
    case .demoted(let query, let by, let factor):
      describe(query) + " demoted^\(factor) by " + describe(by)
    }
  }

  private static func describe(_ query: BooleanQuery) -> String {
    let clauses =
      query.must.map { "+" + describe($0) } + query.filter.map { "#" + describe($0) }
      + query.should.map(describe) + query.mustNot.map { "-" + describe($0) }
    return "(" + clauses.joined(separator: " ") + ")"
  }

  private static func describe(_ phrase: Phrase) -> String {
    phrase.field + ":\""
      + phrase.words.map { $0.terms.map(text).joined(separator: "|") }.joined(separator: " ")
      + "\"" + (phrase.slop > 0 ? "~\(phrase.slop)" : "")
  }

  private static func describe(_ term: FieldTerm) -> String { term.field + ":" + text(term.term) }

  private static func text(_ term: [UInt8]) -> String { String(decoding: term, as: UTF8.self) }
}
