/// Turns: who may ask which host when.
///
/// A host gets at most so many requests at once and rests between them, from the end of one to the
/// start of the next, so that the rest holds at the server's end too; all together are at most so
/// many. Who came first goes first.
actor Pacing<C: Clock> where C.Duration == Duration {
  private struct Host {
    var running = 0
    var free: C.Instant
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  nonisolated let clock: C
  private let delay: Duration
  private let perHost: Int
  private var hosts: [String: Host] = [:]
  private var places: Int
  private var waitingForPlace: [CheckedContinuation<Void, Never>] = []

  /// Makes turns after `policy`.
  init(_ policy: CheckPolicy, clock: C) {
    self.clock = clock
    delay = .seconds(policy.delaySeconds)
    perHost = max(1, policy.perHost)
    places = max(1, policy.concurrency)
  }

  /// Does `body` when it is `host`'s turn.
  nonisolated func turn<Result: Sendable>(
    of host: String, _ body: @Sendable () async -> Result
  ) async -> Result {
    await enter(host)
    let result = await body()
    await leave(host)
    return result
  }

  /// Lets nobody ask `host` for so many seconds, or longer where it rests longer.
  func hold(_ host: String, seconds: Double) {
    rest(host, until: clock.now.advanced(by: .seconds(seconds)))
  }

  private func rest(_ host: String, until time: C.Instant) {
    let known = hosts[host]?.free ?? time
    hosts[host, default: Host(free: time)].free = max(known, time)
  }

  private func enter(_ host: String) async {
    if hosts[host, default: Host(free: clock.now)].running < perHost {
      hosts[host, default: Host(free: clock.now)].running += 1
    } else {
      await withCheckedContinuation { hosts[host]?.waiting.append($0) }
    }
    while true {
      while let free = hosts[host]?.free, free > clock.now {
        do { try await clock.sleep(until: free, tolerance: nil) } catch { break }
      }
      await takePlace()
      // While it waited for a place another request to the host may have ended.
      guard let free = hosts[host]?.free, free > clock.now, !Task.isCancelled else { break }
      givePlace()
    }
    // For those that may ask at the same time.
    rest(host, until: clock.now.advanced(by: delay))
  }

  private func leave(_ host: String) {
    givePlace()
    guard var state = hosts[host] else { return }
    state.free = max(state.free, clock.now.advanced(by: delay))
    if state.waiting.isEmpty {
      state.running -= 1
    } else {
      state.waiting.removeFirst().resume()
    }
    hosts[host] = state
  }

  private func takePlace() async {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waitingForPlace.append($0) }
    }
  }

  private func givePlace() {
    if waitingForPlace.isEmpty {
      places += 1
    } else {
      waitingForPlace.removeFirst().resume()
    }
  }
}
