import Dispatch
import SocketServer
import Synchronization
import Testing

/// The threads on which searches run.
struct SearchPoolTests {
  /// A door that holds workers until it is opened.
  private final class Door: Sendable {
    let steps = AsyncStream.makeStream(of: Void.self)
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() {
      steps.continuation.yield()
      semaphore.wait()
    }

    func open() { semaphore.signal() }
  }

  @Test func `work beyond the queue is refused, and taken again when there is room`() async {
    let pool = SearchPool(workers: 1, queuedMax: 3)
    let door = Door()
    let done = AsyncStream.makeStream(of: Int.self)
    #expect(pool.submit { door.wait() })
    for await _ in door.steps.stream { break }
    // The worker is held; three more may wait.
    for number in 1...3 { #expect(pool.submit { done.continuation.yield(number) }) }
    #expect(!pool.submit { done.continuation.yield(4) })
    door.open()
    var order: [Int] = []
    for await number in done.stream {
      order.append(number)
      if order.count == 3 { break }
    }
    #expect(order == [1, 2, 3])
    #expect(pool.submit {})
    await pool.stop()
  }

  @Test func `a stopped pool does nothing more`() async {
    let pool = SearchPool(workers: 2, queuedMax: 10)
    await pool.stop()
    let count = Mutex(0)
    _ = pool.submit { count.withLock { $0 += 1 } }
    #expect(count.withLock { $0 } == 0)
  }
}
