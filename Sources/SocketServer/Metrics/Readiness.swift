internal import Synchronization

/// Whether a server takes requests, for whoever sends them to it.
final class Readiness: Sendable {
  private let isStopping = Atomic(false)

  /// Whether an index is open, which it is for as long as there is a server, and no stop has begun.
  var isReady: Bool { !isStopping.load(ordering: .relaxed) }

  /// A stop has begun.
  func stop() { isStopping.store(true, ordering: .relaxed) }
}
