/// The one way from text to tokens, for every language and every reader.
///
///     text ─ WordTokenizer ─ word ─ NFC, one apostrophe ─ case folding ─ Apostrophes ─ part
///          ─ stem and bare letters, in the language's order ─ term
///
/// Runs of characters without spaces leave after case folding, as bigrams. Words tied by hyphens
/// add their joined form (``Compound``). Languages differ in ``apostrophes`` and ``stemming`` only.
struct TokenPipeline: Sendable {
  /// How a word becomes its stem.
  enum Stemming: Sendable {
    /// Not at all.
    case none
    /// By a Snowball algorithm that knows the language's accents: German umlauts, French é and è
    /// and Romanian ț decide where its endings are. It gets them, and they are dropped afterwards.
    case accented(StemmerPool)
    /// By a Snowball algorithm that knows a to z only, to which é is a consonant: with the accents
    /// gone first, fiancé and fiance are one.
    case bare(StemmerPool)
    /// By a lexicon, whose lemmas keep the accents that tell words apart; where `readings` are given,
    /// the lemmas of the accented forms that a plain one may stand for are alternatives.
    case lemma(StemmerPool, readings: WelshLemmatizer?)

    /// The stemmers, if any.
    var pool: StemmerPool? {
      switch self {
      case .none: nil
      case .accented(let pool), .bare(let pool), .lemma(let pool, _): pool
      }
    }
  }

  /// What apostrophes inside words do.
  let apostrophes: Apostrophes
  /// How words are stemmed.
  let stemming: Stemming

  /// Appends the tokens of `text` to `batch`.
  func analyze<Watcher: StepWatcher>(
    _ text: Span<UInt8>, into batch: inout TokenBatch, watcher: inout Watcher
  ) {
    var run = PipelineRun(pipeline: self, tool: stemming.pool?.take(), watcher: watcher)
    swap(&run.batch, &batch)
    swap(&run.bench, &run.batch.workbench)
    run.analyze(text)
    swap(&run.bench, &run.batch.workbench)
    swap(&run.batch, &batch)
    watcher = run.watcher
    stemming.pool?.giveBack(run.tool)
  }
}
