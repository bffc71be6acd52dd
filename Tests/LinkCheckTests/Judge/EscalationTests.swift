import HTTPTransport
import LinkCheck
import Records
import Testing

@Suite struct EscalationTests {
  private let url = "http://a.test/x.pdf"

  /// The states of a link that answers `replies`, one each day of `days`.
  private func states(
    _ replies: [FakeWeb.Reply], days: [Double], policy: (inout CheckPolicy) -> Void = { _ in }
  ) async throws -> [LinkState] {
    let bench = try CheckBench()
    let other = LinkTarget("http://other.test/y.pdf")
    bench.web.on(other.url, .file("application/pdf"))
    var states: [LinkState] = []
    for (reply, day) in zip(replies, days) {
      bench.web.on(url, reply)
      let report = try await bench.run([LinkTarget(url), other], day: day) {
        $0.retries = 0
        policy(&$0)
      }
      states.append(report.statuses[0].state)
    }
    return states
  }

  private let notFound = FakeWeb.Reply.status(404)
  private let fine = FakeWeb.Reply.file("application/pdf")

  @Test func `three failures over six days are a death`() async throws {
    let all = [notFound, notFound, notFound]
    #expect(try await states(all, days: [0, 3, 6]) == [.suspected, .suspected, .dead])
    #expect(try await states(all, days: [0, 3, 5.9]) == [.suspected, .suspected, .suspected])
    #expect(try await states([notFound, notFound], days: [0, 30]) == [.suspected, .suspected])
  }

  @Test func `how many and how long can be said otherwise`() async throws {
    let policy: (inout CheckPolicy) -> Void = {
      $0.failuresBeforeDead = 2
      $0.daysBeforeDead = 1
    }
    #expect(
      try await states([notFound, notFound], days: [0, 1], policy: policy) == [.suspected, .dead])
  }

  @Test func `failures of one afternoon are one failure`() async throws {
    #expect(
      try await states([notFound, notFound, notFound, notFound], days: [0, 0.1, 0.2, 7])
        == [.suspected, .suspected, .suspected, .suspected])
  }

  @Test func `one good answer and the count starts anew`() async throws {
    #expect(
      try await states([notFound, fine, notFound, notFound], days: [0, 3, 6, 7])
        == [.suspected, .alive, .suspected, .suspected])
  }

  @Test func `a wall neither counts nor ends the count`() async throws {
    #expect(
      try await states([notFound, .status(403), notFound, notFound], days: [0, 2, 4, 6])
        == [.suspected, .blocked, .suspected, .dead])
  }

  @Test func `a wall keeps the last verdict that said something`() async throws {
    let bench = try CheckBench()
    bench.web.on(url, fine)
    _ = try await bench.run([LinkTarget(url)])
    bench.web.on(url, .status(403))
    for day in [8.0, 16] {
      let status = try await bench.run([LinkTarget(url)], day: day).statuses[0]
      #expect(status.state == .blocked)
      #expect(status.before == .alive)
    }
  }

  @Test func `gone and nameless need two looks`() async throws {
    #expect(
      try await states([.status(410), .status(410)], days: [0, 1]) == [.suspected, .gone])
    let nameless = FakeWeb.Reply.failure(.nameNotFound(host: "a.test"))
    #expect(try await states([nameless, nameless], days: [0, 1]) == [.suspected, .dead])
  }

  @Test func `a server that is down is unreachable, and dead in the end`() async throws {
    let down = FakeWeb.Reply.failure(.connectionRefused)
    #expect(
      try await states([down, down, down], days: [0, 3, 6]) == [.unreachable, .unreachable, .dead])
  }

  @Test func `a verdict keeps the day it came`() async throws {
    let bench = try CheckBench()
    for day in [0.0, 3, 6, 9] {
      bench.web.on(url, notFound)
      _ = try await bench.run([LinkTarget(url)], day: day)
    }
    let status = try #require(try bench.history.statuses().first)
    #expect(status.state == .dead)
    #expect(status.since == CheckBench.time(6))
    #expect(status.checked == CheckBench.time(9))
    #expect(status.evidence.contains(.failures(count: 4, since: CheckBench.time(0))))
  }
}
