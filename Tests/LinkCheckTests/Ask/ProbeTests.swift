import HTTPTransport
import LinkCheck
import Records
import Testing

@Suite struct ProbeTests {
  @Test func `a page is asked for once, and a made-up address beside it once`() async throws {
    let bench = try CheckBench()
    bench.web.on("http://a.test/guides/safe", .page("Keeping children safe online", Prose.english))
    #expect(try await bench.state(LinkTarget("http://a.test/guides/safe")) == .alive)
    #expect(bench.web.asked.count == 2)
    #expect(bench.web.asked.first == "GET http://a.test/guides/safe")
  }

  @Test func `a file is asked for by HEAD only`() async throws {
    let bench = try CheckBench()
    bench.web.on("http://a.test/guide.pdf", .file("application/pdf"))
    #expect(try await bench.state(LinkTarget("http://a.test/guide.pdf")) == .alive)
    #expect(bench.web.asked == ["HEAD http://a.test/guide.pdf"])
  }

  @Test(arguments: [405, 403, 404, 500, 501, 999])
  func `a HEAD that is refused or lies is asked again as GET`(status: Int) async throws {
    let bench = try CheckBench()
    bench.web.on(.head, "http://a.test/guide.pdf", .status(status))
    bench.web.on(.get, "http://a.test/guide.pdf", .file("application/pdf"))
    let report = try await bench.run([LinkTarget("http://a.test/guide.pdf")])
    #expect(report.statuses.first?.state == .alive)
    #expect(report.statuses.first?.evidence == [.headLied(status: status)])
  }

  @Test func `a HEAD that gets no answer is asked again as GET`() async throws {
    let bench = try CheckBench()
    bench.web.on(.head, "http://a.test/guide.pdf", .failure(.timedOut(.waiting)))
    bench.web.on(.get, "http://a.test/guide.pdf", .file("application/pdf"))
    #expect(try await bench.state(LinkTarget("http://a.test/guide.pdf")) == .alive)
  }

  @Test func `what passes in a moment is asked again`() async throws {
    let bench = try CheckBench()
    bench.web.on(
      "http://a.test/x", .status(500), .failure(.connectionLost),
      .page("Keeping children safe online", Prose.english))
    let report = try await bench.run([LinkTarget("http://a.test/x")])
    #expect(report.statuses.first?.state == .alive)
    #expect(report.statuses.first?.evidence == [.retried(2)])
  }

  @Test func `a circle of redirects is lost, unless a cookie breaks it`() async throws {
    let bench = try CheckBench()
    bench.web.on("http://a.test/a", .redirect(302, "/b"))
    bench.web.on("http://a.test/b", .redirect(302, "/a"))
    let circle = try await bench.run([LinkTarget("http://a.test/a")])
    #expect(circle.statuses.first?.state == .suspected)
    #expect(circle.statuses.first?.evidence.first == .redirectLoop)

    bench.web.on(
      "http://a.test/c", .status(302, ("Location", "/c"), ("Set-Cookie", "seen=1; Path=/")),
      .page("Keeping children safe online", Prose.english))
    #expect(try await bench.state(LinkTarget("http://a.test/c")) == .redirected)
    #expect(
      bench.web.requests.last { $0.address.path == "/c" }?.headers.contains(
        HTTPHeader("Cookie", "seen=1")) == true)
  }

  @Test func `a cookie goes back to the host that set it and to nobody else`() async throws {
    let bench = try CheckBench()
    bench.web.on(
      "http://a.test/a", .status(302, ("Location", "http://b.test/b"), ("Set-Cookie", "k=secret")))
    bench.web.on("http://b.test/b", .page("Keeping children safe online", Prose.english))
    _ = try await bench.run([LinkTarget("http://a.test/a")])
    let elsewhere = bench.web.requests.filter { $0.address.host == "b.test" }
    #expect(!elsewhere.isEmpty)
    #expect(elsewhere.allSatisfy { !$0.headers.contains { $0.name == "Cookie" } })
  }

  @Test(arguments: ["ftp://a.test/x", "javascript:alert(1)", "", "http://"])
  func `a redirect to what is no address is lost`(location: String) async throws {
    let bench = try CheckBench()
    bench.web.on("http://a.test/a", .redirect(301, location))
    #expect(try await bench.state(LinkTarget("http://a.test/a")) == .suspected)
  }

  @Test func `more redirects than the limit are lost`() async throws {
    let bench = try CheckBench()
    for hop in 0..<30 { bench.web.on("http://a.test/\(hop)", .redirect(301, "/\(hop + 1)")) }
    bench.web.on("http://a.test/30", .page("Keeping children safe online", Prose.english))
    let report = try await bench.run([LinkTarget("http://a.test/0")])
    #expect(report.statuses.first?.evidence.first == .tooManyRedirects(20))
    #expect(try await bench.state(LinkTarget("http://a.test/15")) == .moved)
  }

  @Test func `a page that sends browsers on is a redirect for now`() async throws {
    let bench = try CheckBench()
    bench.web.on(
      "http://a.test/old",
      .html("<meta http-equiv=refresh content='0; url=/new'><title>Wait</title>"))
    bench.web.on("http://a.test/new", .page("Keeping children safe online", Prose.english))
    #expect(try await bench.state(LinkTarget("http://a.test/old")) == .redirected)
  }

  @Test func `a host that cannot be reached three times is left alone`() async throws {
    let bench = try CheckBench()
    let targets = (0..<10).map { LinkTarget("http://down.test/\($0)") }
    for target in targets { bench.web.on(target.url, .failure(.connectionRefused)) }
    bench.web.on("http://a.test/x", .page("Keeping children safe online", Prose.english))
    let report = try await bench.run(targets + [LinkTarget("http://a.test/x")]) { $0.retries = 0 }
    #expect(report.statuses.filter { $0.state == .unreachable }.count == 10)
    #expect(bench.web.asked.filter { $0.contains("down.test") }.count == 3)
  }

  @Test func `robots txt is obeyed only where asked for`() async throws {
    let bench = try CheckBench()
    bench.web.on(
      "http://a.test/robots.txt",
      .answer(
        HTTPResponse(
          head: HTTPHead(status: 200), body: Array("User-agent: *\nDisallow: /private".utf8))))
    bench.web.on("http://a.test/private/x", .page("Keeping children safe online", Prose.english))
    let target = LinkTarget("http://a.test/private/x")
    #expect(try await bench.state(target) == .alive)
    // What is known of a link stays where it is not asked.
    let report = try await bench.run([target]) { $0.respectsRobots = true }
    #expect(report.statuses.first?.state == .alive)
    #expect(report.statuses.first?.evidence == [.robots])
    let other = LinkTarget("http://a.test/private/y")
    let first = try await bench.run([other]) { $0.respectsRobots = true }
    #expect(first.statuses.first?.state == .unknown)
    #expect(first.statuses.first?.evidence == [.robots])
  }
}
