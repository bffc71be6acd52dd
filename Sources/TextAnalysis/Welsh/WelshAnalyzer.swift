/// Welsh: every word as its lemma, clitics divided from their hosts, hyphenated words joined too.
///
/// *blant*, *phlant*, *mhlant* and *plentyn* are one term, *plentyn*. `i'r` gives i and yr, and beside
/// the i the whole, ir, for those who type no apostrophe. `e-bost` gives e and post, and beside the e
/// ebost. Lemmas keep their accents; see ``WelshLemmatizer``.
public struct WelshAnalyzer: Analyzer, SteppedAnalyzer {
  /// What is analysed.
  public enum Purpose: Sendable {
    /// Text to be found: each word is the one that it most likely is.
    case indexing
    /// Words to find: one typed without accents may be any of the words that differ in them alone.
    case searching
  }

  /// `cy`.
  public let tag = "cy"
  let pipeline: TokenPipeline

  /// Makes an analyzer; each has a cache of its own, so make one and keep it.
  public init(for purpose: Purpose = .indexing) {
    let lemmatizer = WelshLemmatizer()
    pipeline = TokenPipeline(
      apostrophes: .clitics,
      stemming: .lemma(
        StemmerPool { lemmatizer }, readings: purpose == .searching ? lemmatizer : nil))
  }

  /// Whether the lexicon has `word`, in any case, hyphens and apostrophes left out.
  public static func knows(_ word: String) -> Bool {
    let letters = word.lowercased().utf8.filter { !"-'".utf8.contains($0) }
    return Lexicon.shared.contains(Array(letters))
  }

  /// Appends the tokens of `text` to `batch`.
  public func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    pipeline.analyze(text, into: &batch)
  }
}
