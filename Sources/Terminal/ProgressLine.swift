/// Tells on the standard error how far a long task has come, once it has taken over a second.
///
/// On a terminal one line is written over and over; elsewhere there is a new line now and then, so
/// that a log shows that something is going on.
public final class ProgressLine {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant?
  private let isTerminal = StandardStream.error.isTerminal
  private var isShown = false

  /// Starts the clock.
  public init() {
    start = clock.now
  }

  /// Says `text` if it is time to.
  public func tell(_ text: @autoclosure () -> String) {
    let now = clock.now
    guard now - start > .seconds(1) else { return }
    if let last, now - last < (isTerminal ? .milliseconds(100) : .seconds(5)) { return }
    last = now
    isShown = true
    let line = PlainText.clean(text())
    _ = StandardStream.error.write(isTerminal ? "\r\u{1B}[K" + line : line + "\n")
  }

  /// Takes the line away.
  public func end() {
    if isTerminal, isShown { _ = StandardStream.error.write("\r\u{1B}[K") }
  }
}
