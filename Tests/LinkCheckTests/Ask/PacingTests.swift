import Synchronization
import Testing

@testable import LinkCheck

@Suite struct PacingTests {
  /// What went on at a host: how many at once, and the shortest rest between two.
  private final class Meter: Sendable {
    struct State {
      var running = 0
      var mostAtOnce = 0
      var lastStart: ContinuousClock.Instant?
      var lastEnd: ContinuousClock.Instant?
      var shortestRest = Duration.seconds(1_000)
      var shortestGap = Duration.seconds(1_000)
    }
    let state = Mutex(State())

    func begin() {
      let now = ContinuousClock.now
      state.withLock { state in
        state.running += 1
        state.mostAtOnce = max(state.mostAtOnce, state.running)
        if let end = state.lastEnd { state.shortestRest = min(state.shortestRest, now - end) }
        if let start = state.lastStart { state.shortestGap = min(state.shortestGap, now - start) }
        state.lastStart = now
      }
    }

    func end() {
      let now = ContinuousClock.now
      state.withLock { state in
        state.running -= 1
        state.lastEnd = now
      }
    }
  }

  private func run(_ policy: CheckPolicy, hosts: Int, requests: Int) async -> ([Meter], Meter) {
    let pacing = Pacing(policy, clock: ContinuousClock())
    let meters = (0..<hosts).map { _ in Meter() }
    let all = Meter()
    await withTaskGroup(of: Void.self) { group in
      for request in 0..<requests {
        let host = request % hosts
        group.addTask {
          await pacing.turn(of: "h\(host)") {
            meters[host].begin()
            all.begin()
            await Task.yield()
            all.end()
            meters[host].end()
          }
        }
      }
    }
    return (meters, all)
  }

  @Test func `a host is asked by one at a time and rests between`() async {
    var policy = CheckPolicy()
    policy.delaySeconds = 0.01
    let (meters, _) = await run(policy, hosts: 4, requests: 40)
    for meter in meters {
      let state = meter.state.withLock { $0 }
      #expect(state.mostAtOnce == 1)
      #expect(state.shortestRest >= .milliseconds(10))
    }
  }

  @Test func `a host that asks for rest gets it from all, and others none`() async {
    var policy = CheckPolicy()
    policy.delaySeconds = 0
    let pacing = Pacing(policy, clock: ContinuousClock())
    let start = ContinuousClock.now
    await pacing.hold("h", seconds: 0.05)
    let other = await pacing.turn(of: "other") { ContinuousClock.now - start }
    let first = await pacing.turn(of: "h") { ContinuousClock.now - start }
    #expect(first >= .milliseconds(50))
    #expect(other < first)
  }

  @Test func `two at once still start apart`() async {
    var policy = CheckPolicy()
    policy.delaySeconds = 0.01
    policy.perHost = 2
    let (meters, _) = await run(policy, hosts: 1, requests: 12)
    let state = meters[0].state.withLock { $0 }
    #expect(state.mostAtOnce <= 2)
    #expect(state.shortestGap >= .milliseconds(9))
  }

  @Test func `all together are no more than the limit, and all get their turn`() async {
    var policy = CheckPolicy()
    policy.delaySeconds = 0
    policy.concurrency = 3
    let (meters, all) = await run(policy, hosts: 20, requests: 400)
    #expect(all.state.withLock { $0.mostAtOnce } <= 3)
    #expect(meters.allSatisfy { $0.state.withLock { $0.lastEnd != nil && $0.running == 0 } })
  }
}
