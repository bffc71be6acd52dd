/// The moment after which a command gives up.
struct FTDeadline {
  private let end: ContinuousClock.Instant

  /// `milliseconds` from `start`.
  init(_ start: ContinuousClock.Instant, milliseconds: Int) {
    end = start.advanced(by: .milliseconds(milliseconds))
  }

  /// Throws where the moment has come.
  func check() throws(FTError) {
    if ContinuousClock.now >= end { throw .timeout }
  }
}
