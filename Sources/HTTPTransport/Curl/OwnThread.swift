internal import Glibc

/// A thread of our own, for calls that wait: the cooperative pool must never do so.
///
/// Invariants of the unsafe part: the body is handed to the thread as one retained reference, which
/// the thread takes over; where no thread starts it is released here.
enum OwnThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread that runs `body` once; false where the system gives none.
  ///
  /// SIGPIPE is blocked on it: TLS libraries write to sockets that the other side has closed.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let retained = unsafe Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        let body = unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue()
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        body.run()
        return nil
      }, retained.toOpaque())
    guard status == 0 else {
      unsafe retained.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}
