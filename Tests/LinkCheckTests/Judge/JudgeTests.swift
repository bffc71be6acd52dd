import HTTPTransport
import LinkCheck
import Records
import Testing

@Suite struct JudgeTests {
  private let page = "http://a.test/guides/safe"

  /// What one look at `page` finds, with what else is on the web.
  private func look(
    _ reply: FakeWeb.Reply, title: String = "Helping children keep safe online", cy: String? = nil,
    languages: [String] = ["en"], else more: (FakeWeb) -> Void = { _ in }
  ) async throws -> LinkStatus {
    let bench = try CheckBench()
    bench.web.on(page, reply)
    more(bench.web)
    let target = LinkTarget(page, title: title, cy: cy, languages: languages)
    return try #require(try await bench.run([target]).statuses.first)
  }

  @Test(arguments: [401, 403, 429, 503, 999])
  func `a wall is neither life nor death`(status: Int) async throws {
    #expect(try await look(.status(status)).state == .blocked)
  }

  @Test func `a page that asks for a person is a wall, whatever its status`() async throws {
    let wall = FakeWeb.Reply.page("Just a moment...", "Checking that you are human.")
    #expect(try await look(wall).state == .blocked)
  }

  @Test(arguments: [404, 400, 418, 500])
  func `one failure is a suspicion`(status: Int) async throws {
    let found = try await look(.status(status))
    #expect(found.state == .suspected)
    #expect(found.code == status)
  }

  @Test(arguments: [
    HTTPError.timedOut(.connecting), .connectionRefused, .connectionLost, .networkUnreachable,
    .nameServiceFailed(host: "a.test"),
  ])
  func `no answer is not death`(error: HTTPError) async throws {
    let bench = try CheckBench()
    bench.web.on(page, .failure(error))
    bench.web.on("http://b.test/x.pdf", .file("application/pdf"))
    let report = try await bench.run([LinkTarget(page), LinkTarget("http://b.test/x.pdf")])
    #expect(report.statuses.map(\.state) == [.unreachable, .alive])
    #expect(!report.statuses[0].evidence.contains(.noNetwork))
  }

  @Test(arguments: [TLSFault.expired, .wrongHost, .untrusted, .handshake])
  func `a server that cannot show who it is is insecure`(fault: TLSFault) async throws {
    let found = try await look(.failure(.tls(fault)))
    #expect(found.state == .insecure)
    #expect(found.evidence == [.tls(fault: fault.rawValue)])
  }

  @Test func `a refused address is unknown, and a redirect to one leads nowhere`() async throws {
    let refusal = FakeWeb.Reply.failure(.refusedAddress(host: "a.test", address: "10.0.0.1"))
    #expect(try await look(refusal).state == .unknown)
    let led = try await look(.redirect(302, "http://in.test/")) { web in
      web.on("http://in.test/", .failure(.refusedAddress(host: "in.test", address: "10.0.0.1")))
    }
    #expect(led.state == .suspected)
  }

  @Test(arguments: [(301, LinkState.moved), (308, .moved), (302, .redirected), (307, .redirected)])
  func `permanent and temporary redirects are told apart`(
    status: Int, state: LinkState
  ) async throws {
    let found = try await look(.redirect(status, "/new#part")) { web in
      web.on(
        "http://a.test/new",
        .page("Keeping children safe online", Prose.english + "<b id=part>x</b>"))
    }
    #expect(found.state == state)
    #expect(found.replacement == (state == .moved ? "http://a.test/new#part" : nil))
  }

  @Test func `one temporary hop makes the whole way temporary`() async throws {
    let found = try await look(.redirect(301, "/b")) { web in
      web.on("http://a.test/b", .redirect(302, "/c"))
      web.on("http://a.test/c", .page("Keeping children safe online", Prose.english))
    }
    #expect(found.state == .redirected)
  }

  @Test func `a missing fragment is told but kills nothing`() async throws {
    let bench = try CheckBench()
    bench.web.on(page, .html("<title>x</title><h2 id=there>\(Prose.english)</h2>"))
    let report = try await bench.run([LinkTarget(page + "#there"), LinkTarget(page + "#gone")])
    #expect(report.statuses.map(\.state) == [.alive, .alive])
    #expect(report.statuses.map(\.evidence) == [[], [.fragmentMissing("gone")]])
    #expect(bench.web.asked.filter { $0.hasSuffix(page) }.count == 1)
  }

  @Test func `a certificate that ends soon is told`() async throws {
    let ends = CheckBench.time(10)
    var response = HTTPResponse(head: HTTPHead(status: 200))
    response.tls = TLSFacts(notAfter: ends, issuer: "x")
    #expect(try await look(.answer(response)).evidence == [.certificateEnds(days: 10)])
  }
}

/// Whether a good status hides that the resource is not there.
@Suite struct SoftNotFoundTests {
  private let page = "http://a.test/guides/safe"

  private func state(
    _ reply: FakeWeb.Reply, anythingElse: FakeWeb.Reply = .status(404),
    title: String = "Helping children keep safe online",
    else more: (FakeWeb) -> Void = { _ in }
  ) async throws -> LinkState? {
    let bench = try CheckBench()
    // Whatever a made-up address beside the page is called.
    let probe = LinkTarget(page, title: title)
    bench.web.on(page, .page("x", "y"))
    _ = try await bench.run([probe])
    let sibling = bench.web.asked.last { $0.contains("/guides/") && !$0.hasSuffix("/safe") }
    if let sibling { bench.web.on(String(sibling.dropFirst(4)), anythingElse) }
    let fresh = try CheckBench()
    fresh.web.on(page, reply)
    if let sibling { fresh.web.on(String(sibling.dropFirst(4)), anythingElse) }
    more(fresh.web)
    return try await fresh.state(probe)
  }

  @Test(arguments: [
    ("Page not found", "Sorry, we could not find what you were looking for."),
    ("Heb ddod o hyd i'r dudalen", "Mae'n ddrwg gennym, ni allwn ddod o hyd i'r dudalen."),
    ("404", "Nothing is here."),
  ])
  func `a site that answers not found to everything is seen through`(
    title: String, text: String
  ) async throws {
    let answer = FakeWeb.Reply.page(title, text)
    #expect(try await state(answer, anythingElse: answer) == .softNotFound)
    // Where it knows how to say no, a short page that says so is one all the same.
    #expect(try await state(answer) == .softNotFound)
  }

  @Test func `so is one that answers the same of everything without saying so`() async throws {
    let answer = FakeWeb.Reply.page("Welcome to our site", Prose.other)
    #expect(try await state(answer, anythingElse: answer) == .softNotFound)
  }

  @Test func `a real page of such a site is alive`() async throws {
    #expect(
      try await state(
        .page("Helping children keep safe online", Prose.english),
        anythingElse: .page("Page not found", "Sorry, that page is not there.")) == .alive)
  }

  @Test func `a page about pages that are not found is alive`() async throws {
    #expect(
      try await state(
        .page("Page not found: what children feel online", Prose.english + Prose.other),
        title: "Page not found: what children feel online") == .alive)
    #expect(
      try await state(
        .page("Keeping safe", "Version 2: the old form has been removed. " + Prose.english))
        == .alive)
  }

  @Test func `an empty shell that a script fills is alive`() async throws {
    let shell = FakeWeb.Reply.html("<title>App</title><div id=root></div>")
    #expect(try await state(shell, anythingElse: shell) == .alive)
  }

  @Test func `a deep link that ends on the front page is lost`() async throws {
    for front in ["/", "/en/", "/cy"] {
      #expect(
        try await state(.redirect(301, front)) { web in
          web.on("http://a.test" + front, .page("Welcome", Prose.other))
        } == .softNotFound)
    }
  }

  @Test func `a front page that names the resource is where it moved`() async throws {
    #expect(
      try await state(.redirect(301, "/")) { web in
        web.on("http://a.test/", .page("Helping children keep safe online", Prose.english))
      } == .moved)
  }

  @Test func `a page to which many unlike links are led is none of theirs`() async throws {
    let bench = try CheckBench()
    let targets = (1...3).map { LinkTarget("http://a.test/old/\($0)") }
    for target in targets { bench.web.on(target.url, .redirect(301, "/news")) }
    bench.web.on("http://a.test/news", .page("News", Prose.other))
    let report = try await bench.run(targets)
    #expect(report.statuses.allSatisfy { $0.state == .softNotFound })
    #expect(report.statuses[0].evidence.contains(.sharedTarget(count: 3)))
    let two = try CheckBench()
    for target in targets.prefix(2) { two.web.on(target.url, .redirect(301, "/news")) }
    two.web.on("http://a.test/news", .page("News", Prose.other))
    #expect(
      try await two.run(Array(targets.prefix(2))).statuses.allSatisfy { $0.state == .drifted })
  }
}

/// Whether somebody else has the address.
@Suite struct ParkingTests {
  private func status(
    _ reply: FakeWeb.Reply, title: String = "Helping children keep safe online",
    else more: (FakeWeb) -> Void = { _ in }
  ) async throws -> LinkState? {
    let bench = try CheckBench()
    bench.web.on("http://help.wales/safe", reply)
    more(bench.web)
    return try await bench.state(LinkTarget("http://help.wales/safe", title: title))
  }

  @Test func `a parking host on the way or in a frame settles it`() async throws {
    #expect(
      try await status(.redirect(302, "http://ww1.sedoparking.com/x")) { web in
        web.on("http://ww1.sedoparking.com/x", .page("help.wales", "Related searches"))
      } == .parked)
    #expect(
      try await status(
        .html("<title>help.wales</title><iframe src='//ww1.parkingcrew.net/?d=1'></iframe>"))
        == .parked)
  }

  @Test func `an offer of the name is one, and an article about it is not`() async throws {
    #expect(
      try await status(.page("help.wales", "This domain is for sale. Make an offer.")) == .parked)
    #expect(
      try await status(
        .page("How to buy this domain: advice for charities", Prose.english),
        title: "How to buy this domain: advice for charities") == .alive)
  }

  @Test func `another site that has nothing to do with the record is one`() async throws {
    #expect(
      try await status(.redirect(301, "http://museum.example.com/visit")) { web in
        web.on("http://museum.example.com/visit", .page("Visit the museum", Prose.other))
      } == .parked)
    #expect(
      try await status(.redirect(301, "http://newhome.org.uk/safe")) { web in
        web.on("http://newhome.org.uk/safe", .page("Keeping safe", Prose.english))
      } == .moved)
  }

  @Test func `the trades that buy up names are known`() async throws {
    let casino = """
      Best online casino bonus offers of the year. Play slots, roulette and blackjack and win the \
      jackpot tonight. Our casino has the best slots and the fastest way to your bonus, with new \
      games every week for every player in the world.
      """
    #expect(try await status(.page("Best casino 2026", casino)) == .parked)
  }
}

/// Whether a page for signing in stands where the resource should be.
@Suite struct SignInTests {
  @Test func `a redirect to a page for signing in is a wall`() async throws {
    let bench = try CheckBench()
    bench.web.on("http://a.test/safe", .redirect(301, "/account/login?next=/safe"))
    bench.web.on("http://a.test/account/login?next=/safe", .page("Sign in", "Your name"))
    #expect(try await bench.state(LinkTarget("http://a.test/safe")) == .blocked)
  }

  @Test func `so is a form for it in place of the page`() async throws {
    let bench = try CheckBench()
    bench.web.on(
      "http://a.test/safe",
      .html("<title>Mewngofnodi</title><form><input type=password></form>"))
    #expect(try await bench.state(LinkTarget("http://a.test/safe")) == .blocked)
  }
}

/// Whether what is there is still what was catalogued.
@Suite struct DriftTests {
  private let url = "http://a.test/guides/safe"

  private func second(
    _ first: FakeWeb.Reply, _ second: FakeWeb.Reply, _ target: LinkTarget? = nil
  ) async throws -> LinkStatus {
    let bench = try CheckBench()
    let target = target ?? LinkTarget(url)
    bench.web.on(target.url, first)
    _ = try await bench.run([target])
    bench.web.on(target.url, second)
    return try #require(try await bench.run([target], day: 8).statuses.first)
  }

  @Test func `another text under another title is drift`() async throws {
    let found = try await second(
      .page("Helping children keep safe online", Prose.english),
      .page("Visit the museum", Prose.other))
    #expect(found.state == .drifted)
  }

  @Test func `another text under the same title is drift where it lost the subject`() async throws {
    let found = try await second(
      .page("Our pages", Prose.english + " Keep safe online."), .page("Our pages", Prose.other))
    #expect(found.state == .drifted)
  }

  @Test func `an edit, a date or a new title over the same text is none`() async throws {
    let before = FakeWeb.Reply.page("Helping children keep safe online", Prose.english)
    for after in [
      FakeWeb.Reply.page("Helping children keep safe online", Prose.english + " Updated today."),
      .page("Safety for families", Prose.english),
      .page(
        "Helping children keep safe online",
        Prose.english.replacing("parents and carers", with: "families")),
    ] {
      #expect(try await second(before, after).state == .alive)
    }
  }

  @Test func `drift stays until a person says that it is right`() async throws {
    let bench = try CheckBench()
    let target = LinkTarget(url)
    bench.web.on(url, .page("Helping children keep safe online", Prose.english))
    _ = try await bench.run([target])
    bench.web.on(url, .page("Visit the museum", Prose.other))
    #expect(try await bench.state(target, day: 8) == .drifted)
    #expect(try await bench.state(target, day: 16) == .drifted)
    try bench.history.accept([url], reason: "The museum is what we meant", now: CheckBench.time(17))
    #expect(try await bench.state(target, day: 18) == .alive)
    #expect(try await bench.state(target, day: 19) == .alive)
  }

  @Test func `a Welsh record that answers in English is drift`() async throws {
    let bench = try CheckBench()
    bench.web.on(url, .page("Cadw plant yn ddiogel ar-lein", Prose.english))
    let welsh = LinkTarget(
      url, title: "Keeping children safe online", cy: "Cadw plant yn ddiogel ar-lein",
      languages: ["cy"])
    let found = try #require(try await bench.run([welsh]).statuses.first)
    #expect(found.state == .drifted)
    #expect(found.evidence == [.language(expected: "cy", found: "en")])
    bench.web.on(url, .page("Cadw plant yn ddiogel ar-lein", Prose.welsh))
    #expect(try await bench.state(welsh, day: 1) == .alive)
  }

  @Test func `a page in both languages fits either`() async throws {
    for languages in [["cy"], ["en"], ["cy", "en"]] {
      let bench = try CheckBench()
      bench.web.on(url, .page("Keeping children safe", Prose.english + "<p>" + Prose.welsh))
      let target = LinkTarget(url, title: "Keeping children safe online", languages: languages)
      #expect(try await bench.state(target) == .alive)
    }
  }

  @Test func `a document that became a page is drift`() async throws {
    let pdf = LinkTarget("http://a.test/safe.pdf")
    let page = FakeWeb.Reply.page("Helping children keep safe online", Prose.english)
    #expect(try await second(page, page, pdf).state == .drifted)
    let handout = LinkTarget("http://a.test/download?id=7")
    #expect(try await second(.file("application/pdf"), page, handout).state == .drifted)
  }
}
