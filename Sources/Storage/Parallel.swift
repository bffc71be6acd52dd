import Glibc

/// Runs a piece of work on several threads at once and waits for all of them.
public enum Parallel {
  /// Calls `body` once for each of 0 ..< `count`, each on a thread of its own but the first, which
  /// runs on the caller's; returns when all have returned.
  ///
  /// A thread that cannot be started is not missed: the caller does its part.
  public static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var left: [Int] = []
    for index in 1..<max(1, count) {
      let work = unsafe Unmanaged.passRetained(Work { body(index) })
      var thread: pthread_t = 0
      let status = unsafe pthread_create(
        &thread, nil,
        { argument in
          // `argument` is the `Work` retained above, handed over once.
          if let argument = unsafe argument {
            unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          }
          return nil
        }, work.toOpaque())
      if status == 0 {
        threads.append(thread)
      } else {
        unsafe work.release()
        left.append(index)
      }
    }
    if count > 0 { body(0) }
    for index in left { body(index) }
    for thread in threads { pthread_join(thread, nil) }
  }

  /// What a thread is to do.
  private final class Work {
    let body: () -> Void

    init(_ body: @escaping () -> Void) {
      self.body = body
    }
  }
}
