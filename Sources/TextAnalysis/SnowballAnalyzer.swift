/// A language that libstemmer can stem and that needs no analyzer of its own.
///
/// Stemmed in case-folded NFC with its accents, which the algorithms look at; diacritics folded
/// afterwards. Scripts without spaces are bigrams here too.
public struct SnowballAnalyzer: Analyzer, SteppedAnalyzer {
  /// The language's primary subtag.
  public let tag: String
  let pipeline: TokenPipeline

  /// Makes an analyzer that stems by libstemmer's `algorithm`.
  init(tag: String, algorithm: String, apostrophes: Apostrophes = .dropped) {
    self.tag = tag
    pipeline = TokenPipeline(
      apostrophes: apostrophes, stemming: .accented(StemmerPool(algorithm: algorithm)))
  }

  /// Appends the tokens of `text` to `batch`.
  public func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    pipeline.analyze(text, into: &batch)
  }
}
