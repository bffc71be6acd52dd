import Storage
import Synchronization
import Testing

struct ParallelTests {
  private final class Calls: Sendable {
    let numbers = Mutex<[Int]>([])
  }

  @Test(arguments: [0, 1, 2, 9])
  func `each piece of work is done once before all return`(count: Int) {
    let calls = Calls()
    Parallel.run(count) { index in calls.numbers.withLock { $0.append(index) } }
    #expect(calls.numbers.withLock { $0.sorted() } == Array(0..<count))
  }
}
