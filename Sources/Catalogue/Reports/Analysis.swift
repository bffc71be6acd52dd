internal import TextAnalysis

/// How a text becomes terms, as the doors show it.
public enum Analysis {
  /// The tokens of `text` in the analysis of `language`; no index is needed for it.
  public static func tokens(_ text: String, language: String) -> [AnalyzedToken] {
    AnalysisTrace(of: text, languageTag: language).tokens.map { token in
      AnalyzedToken(
        term: token.term, surface: token.surface, start: token.start, end: token.end,
        position: token.position,
        steps: token.steps.map { AnalyzedToken.Step(name: $0.kind.name, text: $0.form) })
    }
  }

  /// Whether a step of that name undoes an initial mutation.
  static func isMutation(_ name: String) -> Bool { Mutation(rawValue: name) != nil }

  /// The terms that a query of one form asks for: those of its one-term readings, or, where it has
  /// none, all of them.
  public static func queryTerms(_ form: String, language: String) -> [String] {
    let batch = Analyzers.searching(for: language).tokens(of: form)
    let words = batch.words()
    let alone = words.count == 1 ? words[0].readings.filter { $0.count == 1 }.map { $0[0] } : []
    return distinct(alone.isEmpty ? batch.tokens : alone, of: batch)
  }

  /// The terms under which a text's words are indexed, each once.
  public static func indexTerms(_ text: String, language: String) -> [String] {
    let batch = Analyzers.analyzer(for: language).tokens(of: text)
    return distinct(batch.tokens, of: batch)
  }

  private static func distinct(_ tokens: [TokenBatch.Token], of batch: TokenBatch) -> [String] {
    var seen: Set<String> = []
    return tokens.map { batch.text($0) }.filter { seen.insert($0).inserted }
  }
}
