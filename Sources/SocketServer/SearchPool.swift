internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// The threads on which searches run: so many at once, so many more waiting, the rest refused.
///
/// An event loop never searches. Who asks for one thing at a time need not wait for all that others ask for at
/// once: the only search of its connection goes before those of connections that have others under way, though
/// these get every fifth turn.
package final class SearchPool: Sendable {
  /// What waits for a worker.
  private struct Waiting {
    var first = CircularBuffer<@Sendable () -> Void>()
    var further = CircularBuffer<@Sendable () -> Void>()
    /// How many of `first` were begun since one of `further` was.
    var passed = 0

    var count: Int { first.count + further.count }

    /// What is to be done next.
    mutating func next() -> (@Sendable () -> Void)? {
      if passed < 4 || further.isEmpty, let work = first.popFirst() {
        passed = further.isEmpty ? 0 : passed + 1
        return work
      }
      passed = 0
      return further.popFirst()
    }
  }

  private let threads: NIOThreadPool
  private let queuedMax: Int
  private let waiting = Mutex(Waiting())

  /// Makes a pool of `workers` threads with room for `queuedMax` waiting searches, and starts it.
  package init(workers: Int, queuedMax: Int) {
    precondition(workers > 0 && queuedMax > 0)
    threads = NIOThreadPool(numberOfThreads: workers)
    self.queuedMax = queuedMax
    threads.start()
  }

  /// How many searches wait for a worker.
  package var waitingCount: Int { waiting.withLock { $0.count } }

  /// Has `work` done by a worker, or says false where too much is waiting.
  ///
  /// `isFurther` is for work beside which its connection has other work under way. Work that still waits when the
  /// pool is stopped is dropped.
  package func submit(isFurther: Bool = false, _ work: @escaping @Sendable () -> Void) -> Bool {
    let isTaken = waiting.withLock { waiting in
      // A quarter of the room is for those who wait for one thing.
      guard waiting.count < queuedMax,
        !isFurther || waiting.further.count < max(1, queuedMax - queuedMax / 4)
      else { return false }
      if isFurther { waiting.further.append(work) } else { waiting.first.append(work) }
      return true
    }
    guard isTaken else { return false }
    // As many turns as there is work, though not each its own.
    threads.submit { [self] state in
      let next = waiting.withLock { $0.next() }
      switch state {
      case .active: next?()
      case .cancelled: break
      }
    }
    return true
  }

  /// Waits for the searches that run and drops those that wait.
  package func stop() async {
    // The one error it knows is that the pool was stopped already.
    try? await threads.shutdownGracefully()
  }
}
