import TextAnalysis

/// How fast text becomes terms, on one thread: megabytes of text a second, the best of several runs.
///
/// The text is analysed again and again, so that its words are those that a cache knows; the first
/// run is given beside, when it knows none.
enum AnalysisBenchmark {
  static let runs = 7

  static func run(_ text: [UInt8]) {
    let pagesBefore = ProcessMemory.residentBytes()
    let clock = ContinuousClock()
    let opening = clock.measure { _ = WelshAnalyzer().terms(of: "plant") }
    print("first Welsh word, lexicon opened: \(milliseconds(opening)) ms")
    for tag in ["cy", "en", "und"] {
      let analyzer = Analyzers.analyzer(for: tag)
      var batch = TokenBatch()
      var best = Duration.seconds(1_000)
      var first: Duration?
      for _ in 0..<runs {
        batch.removeAll()
        let time = clock.measure { analyzer.analyze(text.span, into: &batch) }
        first = first ?? time
        best = min(best, time)
      }
      print(
        "\(tag): \(rate(text.count, best)) MB/s, first run \(rate(text.count, first ?? best)) MB/s,"
          + " \(batch.count) tokens")
      if tag == "cy" {
        let grown = (ProcessMemory.residentBytes() - pagesBefore) / 1_024
        print("cy: resident memory grew by \(grown) KiB, tokens of the text included")
      }
    }
  }

  private static func rate(_ bytes: Int, _ time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    return "\((Double(bytes) / seconds / 1e5).rounded() / 10)"
  }

  private static func milliseconds(_ time: Duration) -> String {
    "\((Double(time.components.attoseconds) / 1e12).rounded() / 1e3)"
  }
}
