import HTTPTransport
import LinkCheck
import LocalWeb
import Records
import TestSupport
import Testing

/// The whole truth table, over the network: each link of the local web on each of its days.
@Suite struct LocalWebTests {
  /// What was said of a link on a day, and what is true.
  struct Verdict {
    var scenario: Scenario
    var truth: Truth
    var status: LinkStatus

    var isRight: Bool { truth.accepts(status.state) }
  }

  @Test func `the verdict on each link of the local web is the true one`() async throws {
    let web = try await LocalWeb.start()
    let verdicts = try await Self.verdicts(on: web)
    try await web.stop()
    let wrong = verdicts.filter { !$0.isRight }
    #expect(Self.reportedAccuracy(of: verdicts) >= 0.99)
    // Nobody is ever told that something is lost which is there.
    let falseAlarms = wrong.filter { $0.status.state.isBroken && !$0.truth.state.isBroken }
    #expect(falseAlarms.map(\.scenario.name) == [])
  }

  @Test func `most verdicts are true on a second web, written without sight of the rules`()
    async throws
  {
    let web = try await LocalWeb.start(.second)
    let verdicts = try await Self.verdicts(on: web)
    try await web.stop()
    // The first run reached 0.871, which is the honest estimate for links elsewhere: rules were mended
    // afterwards, so that what is reached now (0.972) says only that it is not lost again.
    #expect(Self.reportedAccuracy(of: verdicts) >= 0.96)
  }

  /// How many of the verdicts are right; prints those that are not.
  private static func reportedAccuracy(of verdicts: [Verdict]) -> Double {
    let wrong = verdicts.filter { !$0.isRight }
    for one in wrong {
      print(
        "day \(one.truth.day) \(one.scenario.name): \(one.status.state), true: \(one.truth.state)",
        one.status.evidence, one.scenario.url)
    }
    let accuracy = 1 - Double(wrong.count) / Double(verdicts.count)
    print("\(verdicts.count) verdicts, accuracy \(accuracy)")
    return accuracy
  }

  private static func verdicts(on web: LocalWeb) async throws -> [Verdict] {
    let folder = try TemporaryFolder()
    let history = try LinkHistory(file: folder.path + "/links.sqlite")
    var names: [String: [IPAddress]] = [:]
    for name in web.names {
      if let address = IPAddress(name.address) { names[name.name] = [address] }
    }
    var policy = CheckPolicy()
    policy.delaySeconds = 0
    policy.timeoutSeconds = 2
    policy.backoffSeconds = 0.05
    policy.retryAfterSecondsMax = 3
    policy.concurrency = 64
    let targets = web.scenarios.map { scenario in
      LinkTarget(
        url: scenario.url,
        records: [
          LinkedRecord(
            id: scenario.name,
            title: BilingualText(en: scenario.record.titleEn, cy: scenario.record.titleCy),
            languages: scenario.record.languages)
        ])
    }
    var verdicts: [Verdict] = []
    for (place, day) in LocalWeb.days.enumerated() {
      web.beginRun(day: day)
      let transport = HTTPTransport(
        HTTPTransport.Configuration(
          userAgent: "Canfod/0 (link check)", addressGuard: AddressGuard(allowsPrivate: true),
          extraCA: web.authorityFile),
        resolver: FixedNameResolver(names, else: SystemNameResolver()))
      let checker = LinkChecker(client: transport, history: history, policy: policy) {
        CheckBench.time(Double(day))
      }
      let report = try await checker.run(targets, asksAll: true)
      transport.close()
      for (scenario, status) in zip(web.scenarios, report.statuses) {
        verdicts.append(
          Verdict(scenario: scenario, truth: scenario.truth[place], status: status))
      }
    }
    return verdicts
  }
}
