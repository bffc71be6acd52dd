/// The moment after which a query gives up.
struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant?

  /// None where `instant` is nil.
  init(_ instant: ContinuousClock.Instant?) {
    self.instant = instant
  }

  /// Throws `IndexError.timeout` if the moment has come.
  ///
  /// - Complexity: A look at the clock, some 50 ns: once a window, not once a document.
  func check() throws(IndexError) {
    guard let instant else { return }
    if ContinuousClock.now >= instant { throw .timeout }
  }
}
