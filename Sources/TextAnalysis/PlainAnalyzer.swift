/// Any language: case and diacritics folded, scripts without spaces as bigrams, no stemming.
public struct PlainAnalyzer: Analyzer, SteppedAnalyzer {
  /// `und`: language undetermined.
  public let tag = "und"
  let pipeline = TokenPipeline(apostrophes: .dropped, stemming: .none)

  /// Makes an analyzer.
  public init() {}

  /// Appends the tokens of `text` to `batch`.
  public func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    pipeline.analyze(text, into: &batch)
  }
}
