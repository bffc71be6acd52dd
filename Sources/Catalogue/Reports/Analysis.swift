internal import TextAnalysis

/// How a text becomes terms, as the doors show it.
public enum Analysis {
  /// The tokens of `text` in the analysis of `language`; no index is needed for it.
  public static func tokens(_ text: String, language: String) -> [AnalyzedToken] {
    AnalysisTrace(of: text, languageTag: language).tokens.map { token in
      AnalyzedToken(
        term: token.term, surface: token.surface, start: token.start, end: token.end,
        position: token.position,
        steps: token.steps.map { AnalyzedToken.Step(name: $0.kind.rawValue, text: $0.form) })
    }
  }
}
