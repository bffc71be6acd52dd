/// Tells how long something has been going on.
///
/// A value rather than a clock, so that tests decide how fast time passes.
public struct Stopwatch: Sendable {
  private let elapsed: @Sendable () -> Duration

  /// Makes a stopwatch that reads `elapsed`.
  public init(elapsed: @escaping @Sendable () -> Duration) {
    self.elapsed = elapsed
  }

  /// Starts a stopwatch on the monotonic clock.
  public static func start() -> Stopwatch {
    let begin = ContinuousClock.now
    return Stopwatch { ContinuousClock.now - begin }
  }

  /// Whether more than `seconds` have gone by.
  public func hasPassed(seconds: Int) -> Bool { elapsed() > .seconds(seconds) }
}
