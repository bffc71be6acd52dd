internal import NIOPosix
internal import Synchronization

/// The threads on which searches run: so many at once, so many more waiting, the rest refused.
///
/// An event loop never searches.
package final class SearchPool: Sendable {
  private let threads: NIOThreadPool
  private let queuedMax: Int
  private let waiting = Mutex(0)

  /// Makes a pool of `workers` threads with room for `queuedMax` waiting searches, and starts it.
  package init(workers: Int, queuedMax: Int) {
    precondition(workers > 0 && queuedMax > 0)
    threads = NIOThreadPool(numberOfThreads: workers)
    self.queuedMax = queuedMax
    threads.start()
  }

  /// How many searches wait for a worker.
  package var waitingCount: Int { waiting.withLock { $0 } }

  /// Has `work` done by a worker, or says false where too much is waiting.
  ///
  /// Work that still waits when the pool is stopped is dropped.
  package func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
    let isTaken = waiting.withLock { count in
      guard count < queuedMax else { return false }
      count += 1
      return true
    }
    guard isTaken else { return false }
    threads.submit { [self] state in
      waiting.withLock { $0 -= 1 }
      switch state {
      case .active: work()
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
