import Storage
import Synchronization

/// Works done side by side on a few threads.
enum ParallelMap {
  private struct Progress<Value: Sendable>: Sendable {
    var next = 0
    var values: [Value?]
  }

  /// The values of `body` for 0 ..< `count`, each thread taking the next that is left.
  static func values<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let progress = Shared(Progress(values: [Value?](repeating: nil, count: count)))
    Parallel.run(min(threads, count)) { _ in
      while true {
        let index = progress.mutex.withLock { progress in
          progress.next += 1
          return progress.next - 1
        }
        guard index < count else { return }
        let value = body(index)
        progress.mutex.withLock { $0.values[index] = value }
      }
    }
    return progress.mutex.withLock { $0.values.compactMap { $0 } }
  }

  /// As above with works that may fail; the first failure, by number, is thrown.
  static func values<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(IndexError) -> Value
  ) throws(IndexError) -> [Value] {
    let results = values(count, threads: threads) { index in
      Result { () throws(IndexError) in try body(index) }
    }
    var values: [Value] = []
    for result in results { values.append(try result.get()) }
    return values
  }
}

/// Something that threads share under a lock.
final class Shared<Value: Sendable>: Sendable {
  /// The thing.
  let mutex: Mutex<Value>

  /// Starts with `value`.
  init(_ value: Value) {
    mutex = Mutex(value)
  }
}
