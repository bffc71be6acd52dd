/// Times a piece of work that is too short for the clock by doing it many times.
enum Stopwatch {
  /// Nanoseconds that `work` takes, the least of several runs of `count`.
  static func nanoseconds(_ count: Int, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var least = Duration.seconds(1_000)
    for _ in 0..<7 {
      let start = clock.now
      for _ in 0..<count { try work() }
      least = min(least, clock.now - start)
    }
    return least / .nanoseconds(1) / Double(count)
  }

  /// A number with one digit after the point.
  static func rounded(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
