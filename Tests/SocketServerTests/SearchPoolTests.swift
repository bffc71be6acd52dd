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

  @Test
  func `the only search of a connection goes before further ones, which get a fifth of the turns`()
    async
  {
    let pool = SearchPool(workers: 1, queuedMax: 20)
    let door = Door()
    let done = AsyncStream.makeStream(of: String.self)
    #expect(pool.submit { door.wait() })
    for await _ in door.steps.stream { break }
    for number in 1...3 {
      #expect(pool.submit(isFurther: true) { done.continuation.yield("further \(number)") })
    }
    for number in 1...6 { #expect(pool.submit { done.continuation.yield("only \(number)") }) }
    door.open()
    var order: [String] = []
    for await name in done.stream {
      order.append(name)
      if order.count == 9 { break }
    }
    #expect(
      order == [
        "only 1", "only 2", "only 3", "only 4", "further 1", "only 5", "only 6", "further 2",
        "further 3",
      ])
    await pool.stop()
  }

  @Test func `further searches leave a quarter of the room to others`() async {
    let pool = SearchPool(workers: 1, queuedMax: 4)
    let door = Door()
    #expect(pool.submit { door.wait() })
    for await _ in door.steps.stream { break }
    for _ in 1...3 { #expect(pool.submit(isFurther: true) {}) }
    #expect(!pool.submit(isFurther: true) {})
    #expect(pool.submit {})
    #expect(!pool.submit {})
    door.open()
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
