import Foundation
import HTTPTransport
import LinkCheck
import Records
import TestSupport
import Testing

@Suite struct LinkHistoryTests {
  @Test func `what was kept is there when the file is opened again`() async throws {
    let bench = try CheckBench()
    let target = LinkTarget("http://a.test/x")
    bench.web.on(target.url, .redirect(301, "/y"))
    bench.web.on("http://a.test/y", .page("Keeping children safe online", Prose.english))
    let before = try await bench.run([target]).statuses
    let again = try LinkHistory(file: bench.history.file)
    #expect(try again.statuses() == before)
    let look = try #require(try again.looks(at: target.url, limit: 1).first)
    #expect(look.hops == ["301 http://a.test/y"])
    #expect(look.final == "http://a.test/y")
    #expect(look.mediaType == "text/html")
    #expect(look.fingerprint != nil)
  }

  @Test func `changes tell what broke, what came back and what is new`() async throws {
    let bench = try CheckBench()
    let steady = LinkTarget("http://a.test/steady.pdf")
    let breaking = LinkTarget("http://a.test/breaking.pdf")
    let fresh = LinkTarget("http://a.test/new.pdf")
    for target in [steady, breaking, fresh] { bench.web.on(target.url, .file("application/pdf")) }
    _ = try await bench.run([steady, breaking])
    bench.web.on(breaking.url, .status(410))
    _ = try await bench.run([steady, breaking], day: 10)
    _ = try await bench.run([steady, breaking, fresh], day: 11)
    let changes = try bench.history.changes(since: CheckBench.time(5))
    #expect(changes.map(\.status.url) == [breaking.url, fresh.url])
    #expect(changes.map(\.before) == [.alive, nil])
    #expect(changes[0].isBreak)
    bench.web.on(breaking.url, .file("application/pdf"))
    _ = try await bench.run([breaking], day: 20)
    let back = try bench.history.changes(since: CheckBench.time(15))
    #expect(back.count == 1)
    #expect(back[0].isRecovery)
    #expect(try bench.history.changes(since: CheckBench.time(21)).isEmpty)
  }

  @Test func `uptime counts the looks that said something`() async throws {
    let bench = try CheckBench()
    let target = LinkTarget("http://a.test/x.pdf")
    for (day, reply) in [
      FakeWeb.Reply.file("application/pdf"), .status(403), .status(404), .file("application/pdf"),
    ].enumerated() {
      bench.web.on(target.url, reply)
      _ = try await bench.run([target], day: Double(day))
    }
    let record = try #require(try bench.history.tallies()[target.url])
    #expect(record.looks == 3)
    #expect(record.good == 2)
    #expect(record.firstBroken == nil)
  }

  @Test func `a host's half-life is what its deaths say`() async throws {
    let bench = try CheckBench()
    let targets = (0..<4).map { LinkTarget("http://a.test/\($0).pdf") }
    for target in targets { bench.web.on(target.url, .file("application/pdf")) }
    _ = try await bench.run(targets)
    bench.web.on(targets[0].url, .status(410))
    _ = try await bench.run(targets, day: 99)
    _ = try await bench.run(targets, day: 100)
    let lives = try bench.history.hostLives(now: CheckBench.time(100)) { HTTPAddress($0)?.host }
    #expect(lives.map(\.host) == ["a.test"])
    #expect(lives[0].broken == 1)
    #expect(lives[0].days == 400)
    let halfLife = try #require(lives[0].halfLifeDays)
    #expect(abs(halfLife - 400 * 0.693_147) < 0.01)
  }

  @Test func `a file that is no history is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/links.sqlite"
    let text = String(repeating: "This is a letter, not a database. ", count: 100)
    try Data(text.utf8).write(to: URL(filePath: file))
    #expect(throws: LinkCheckError.self) { try LinkHistory(file: file) }
    #expect(try Data(contentsOf: URL(filePath: file)) == Data(text.utf8))
  }

  @Test func `a history of a later version is refused`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/links.sqlite"
    do {
      let history = try LinkHistory(file: file)
      try history.pretendMigration("99: of the future")
    }
    #expect(throws: LinkCheckError.historyTooNew(file: file)) { try LinkHistory(file: file) }
  }
}
