internal import Glibc

/// A counting semaphore: what threads of our own wait for.
///
/// Invariants of the unsafe part: the semaphore is initialised before anyone sees it and destroyed
/// when nobody holds it any more.
// @unchecked: the semaphore never moves, and its calls are safe from any thread (sem_overview(7)).
@safe final class Signal: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    unsafe semaphore = .allocate(capacity: 1)
    unsafe sem_init(semaphore, 0, 0)
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  /// Lets one waiting pass, now or later.
  func post() { _ = unsafe sem_post(semaphore) }

  /// Waits to be let pass.
  func wait() { while unsafe sem_wait(semaphore) != 0 {} }

  /// Waits to be let pass, `duration` at most as long as nobody sets the clock.
  func wait(atMost duration: Duration) {
    let (seconds, part) = duration.components
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let nanoseconds = time.tv_nsec + Int(part / 1_000_000_000)
    time.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    _ = unsafe sem_timedwait(semaphore, &time)
  }
}
