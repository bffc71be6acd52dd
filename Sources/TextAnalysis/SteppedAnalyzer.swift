/// An analyzer made of the steps of a ``TokenPipeline``, whose way can be watched.
protocol SteppedAnalyzer: Analyzer {
  /// The steps.
  var pipeline: TokenPipeline { get }
}

extension TokenPipeline {
  /// Appends the tokens of `text` to `batch`, unwatched.
  func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    var watcher = NoWatcher()
    analyze(text, into: &batch, watcher: &watcher)
  }
}
