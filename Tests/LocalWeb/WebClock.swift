import Synchronization

/// What all hosts of a web share: the day, and how long they think.
final class WebClock: Sendable {
  /// How long each answer waits.
  let latency: Duration
  private let current = Atomic<Int>(0)

  /// Makes a clock that stands at day 0.
  init(latency: Duration) { self.latency = latency }

  /// The day of the run.
  var day: Int { current.load(ordering: .relaxed) }

  /// Sets the day.
  func setDay(_ day: Int) { current.store(day, ordering: .relaxed) }
}
