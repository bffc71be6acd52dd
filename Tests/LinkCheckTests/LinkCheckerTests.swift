import HTTPTransport
import LinkCheck
import Records
import Testing

@Suite struct LinkCheckerTests {
  @Test func `a run without a network says nothing of anybody`() async throws {
    let bench = try CheckBench()
    let targets = ["http://a.test/1", "http://b.test/2"].map { LinkTarget($0) }
    for day in [0.0, 3, 6, 9] {
      for target in targets {
        bench.web.on(target.url, .failure(.nameNotFound(host: "x")))
      }
      let report = try await bench.run(targets, day: day)
      #expect(report.statuses.map(\.state) == [.unreachable, .unreachable])
      #expect(report.statuses[0].evidence.first == .noNetwork)
      #expect(!report.heardSomebody)
    }
  }

  @Test func `what was known outlives a run without a network`() async throws {
    let bench = try CheckBench()
    let target = LinkTarget("http://a.test/1.pdf")
    bench.web.on(target.url, .file("application/pdf"))
    _ = try await bench.run([target])
    bench.web.on(target.url, .failure(.nameServiceFailed(host: "a.test")))
    let report = try await bench.run([target], day: 8)
    #expect(report.statuses.first?.state == .unreachable)
    #expect(report.statuses.first?.before == .alive)
    #expect(try bench.history.statuses().first?.state == .alive)
    #expect(
      try bench.history.looks(at: target.url, limit: 10).map(\.state) == [.unknown, .alive])
  }

  @Test func `addresses that differ in the fragment or the spelling are asked once`() async throws {
    let bench = try CheckBench()
    bench.web.on("http://a.test/x.pdf", .file("application/pdf"))
    let report = try await bench.run(
      ["http://a.test/x.pdf", "http://A.test:80/x.pdf", "http://a.test/y/../x.pdf#page=2"]
        .map { LinkTarget($0) })
    #expect(report.statuses.map(\.state) == [.alive, .alive, .alive])
    #expect(bench.web.asked == ["HEAD http://a.test/x.pdf"])
  }

  @Test func `what was found good is left alone for a week`() async throws {
    let bench = try CheckBench()
    let good = LinkTarget("http://a.test/good.pdf")
    let bad = LinkTarget("http://a.test/bad.pdf")
    bench.web.on(good.url, .file("application/pdf"))
    bench.web.on(bad.url, .status(404))
    _ = try await bench.run([good, bad])
    let next = try await bench.run([good, bad], day: 1, asksAll: false)
    #expect(next.asked == 1)
    #expect(next.fresh == 1)
    #expect(next.statuses.map(\.state) == [.alive, .suspected])
    #expect(try await bench.run([good, bad], day: 7, asksAll: false).asked == 2)
  }

  @Test func `a run that is cut short goes on where it stopped`() async throws {
    let bench = try CheckBench()
    let targets = (0..<200).map { LinkTarget("http://a.test/\($0).pdf") }
    for target in targets { bench.web.on(target.url, .file("application/pdf")) }
    let task = Task {
      try await bench.run(targets) { $0.delaySeconds = 0.001 }
    }
    while bench.web.asked.count < 20 { await Task.yield() }
    task.cancel()
    let first = try await task.value
    #expect(first.isInterrupted)
    #expect(first.asked < 200)
    let second = try await bench.run(targets)
    #expect(!second.isInterrupted)
    #expect(first.asked + second.asked == 200)
    #expect(second.statuses.allSatisfy { $0.state == .alive })
    // The next one is a run of its own.
    #expect(try await bench.run(targets).asked == 200)
  }

  @Test func `what is no address is unknown`() async throws {
    let bench = try CheckBench()
    let report = try await bench.run([LinkTarget("ftp://a.test/x"), LinkTarget("http://")])
    #expect(report.statuses.map(\.state) == [.unknown, .unknown])
    #expect(bench.web.asked.isEmpty)
  }

  @Test func `a person's word on a host stands in for what a program cannot tell`() async throws {
    let bench = try CheckBench()
    let target = LinkTarget("http://wall.test/x")
    bench.web.on(target.url, .status(403))
    try bench.history.keep(
      HostWord(
        host: "wall.test", state: .alive, reason: "opens in a browser", until: CheckBench.time(5)),
      now: CheckBench.time(0))
    let status = try await bench.run([target]).statuses[0]
    #expect(status.state == .alive)
    #expect(status.evidence.contains(.overruled(reason: "opens in a browser")))
    #expect(try await bench.state(target, day: 6) == .blocked)
  }

  @Test func `a dead link stays dead until it answers well, whoever does not ask it`() async throws
  {
    let bench = try CheckBench()
    let dead = LinkTarget("http://a.test/x.pdf")
    let other = LinkTarget("http://b.test/y.pdf")
    bench.web.on(other.url, .file("application/pdf"))
    for day in [0.0, 3, 6] { _ = try await bench.run([dead, other], day: day) }
    for reply in [
      FakeWeb.Reply.failure(.refusedPort(8_080)), .failure(.other(code: 1, "no memory")),
      .failure(.timedOut(.waiting)), .status(410), .status(500),
    ] {
      bench.web.on(dead.url, reply)
      let report = try await bench.run([dead, other], day: 9)
      #expect(report.statuses[0].state == .dead)
    }
    #expect(try bench.history.statuses().first { $0.url == dead.url }?.since == CheckBench.time(6))
    bench.web.on(dead.url, .file("application/pdf"))
    #expect(try await bench.state(dead, day: 10) == .alive)
  }

  @Test func `a first run without a network leaves all to be asked`() async throws {
    let bench = try CheckBench()
    let target = LinkTarget("http://a.test/x.pdf")
    bench.web.on(target.url, .failure(.nameNotFound(host: "a.test")))
    _ = try await bench.run([target])
    bench.web.on(target.url, .file("application/pdf"))
    let next = try await bench.run([target], day: 0.01, asksAll: false)
    #expect(next.asked == 1)
    #expect(next.statuses.first?.state == .alive)
  }

  @Test func `a wall that asks for a moment is asked again after it`() async throws {
    let bench = try CheckBench()
    bench.web.on(
      "http://a.test/x.pdf", .status(429, ("Retry-After", "1")), .file("application/pdf"))
    let report = try await bench.run([LinkTarget("http://a.test/x.pdf")]) {
      $0.retryAfterSecondsMax = 2
    }
    #expect(report.statuses.first?.state == .alive)
  }
}
