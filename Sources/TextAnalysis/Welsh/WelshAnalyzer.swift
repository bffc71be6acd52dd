/// Welsh: clitics divided from their hosts, hyphenated words joined too, case and diacritics
/// folded.
///
/// `i'r` gives i and r, and beside the i the whole, ir, for those who type no apostrophe. `e-bost`
/// gives e and bost, and beside the e ebost. `tŷ` gives ty. Words are not stemmed.
public struct WelshAnalyzer: Analyzer, SteppedAnalyzer {
  /// `cy`.
  public let tag = "cy"
  let pipeline = TokenPipeline(apostrophes: .clitics, stemming: .none)

  /// Makes an analyzer.
  public init() {}

  /// Appends the tokens of `text` to `batch`.
  public func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    pipeline.analyze(text, into: &batch)
  }
}
