/// English: possessive 's dropped, diacritics folded, stemmed by Snowball's English algorithm
/// (Porter2).
///
/// Diacritics go before stemming, since Porter2 knows a to z only. Stop words stay: which words a
/// query can do without is the query's affair (``Analyzers/stopWords(for:)``).
public struct EnglishAnalyzer: Analyzer, SteppedAnalyzer {
  /// `en`.
  public let tag = "en"
  let pipeline = TokenPipeline(
    apostrophes: .possessive, stemming: .bare(StemmerPool(algorithm: "english")))

  /// Makes an analyzer; each has a pool of stemmers of its own, so make one and keep it.
  public init() {}

  /// Appends the tokens of `text` to `batch`.
  public func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    pipeline.analyze(text, into: &batch)
  }
}
