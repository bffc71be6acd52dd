import ArgumentParser
import Records
import Terminal
import Testing

@Suite struct CheckLinksOptionsTests {
  @Test func `nothing given is a polite check of everything`() throws {
    let options = try CheckLinksOptions.parse([])
    #expect(options.records.isEmpty)
    #expect(options.historyFile == "index/links.sqlite")
    #expect(options.format == .table)
    #expect(options.asking.delay == 1)
    #expect(options.asking.perHost == 1)
    #expect(options.asking.archive == nil)
    #expect(options.judging.failStates == [.dead, .gone, .softNotFound, .parked])
    #expect(!options.asking.allowPrivate)
    #expect(!options.curating.fix)
  }

  @Test func `values are read as what they mean`() throws {
    let options = try CheckLinksOptions.parse([
      "keep-safe-en", "--index", "elsewhere", "--json", "--fail-on", "blocked, soft-404",
      "--since", "2026-05", "--resolve", "Example.org:127.0.0.1", "--resolve", "a.example:[::1]",
      "--contact", "links@example.org",
    ])
    #expect(options.records.map(\.slug) == ["keep-safe-en"])
    #expect(options.historyFile == "elsewhere/links.sqlite")
    #expect(options.format == .json)
    #expect(options.judging.failStates == [.blocked, .softNotFound])
    #expect(options.sinceDate?.firstDay == 20_260_501)
    #expect(options.asking.fixedAddresses.map(\.host) == ["example.org", "a.example"])
    #expect(options.asking.fixedAddresses.map(\.address) == ["127.0.0.1", "::1"])
  }

  @Test func `a person's word on a host has a state, an end and a reason`() throws {
    let options = try CheckLinksOptions.parse([
      "--host-state", "WWW.Example.org=alive", "--until", "2027-01", "--reason", "seen by eye",
    ])
    #expect(options.curating.hostStates.map(\.host) == ["www.example.org"])
    #expect(options.curating.hostStates.map(\.state) == [.alive])
    #expect(options.curating.untilDate?.lastDay == 20_270_131)
  }

  /// Command lines that are wrong, and a part of what is said of each, in English and in Welsh.
  private static let wrong: [([String], String, String)] = [
    (["--delay=-0.5"], "--delay takes", "--delay yn derbyn"),
    (["--delay", "nan"], "--delay takes", "--delay yn derbyn"),
    (["--per-host", "0"], "--per-host takes 1-16", "--per-host yn derbyn 1-16"),
    (["--concurrency", "1025"], "--concurrency", "--concurrency"),
    (["--timeout", "0"], "--timeout", "--timeout"),
    (["--retries", "11"], "--retries", "--retries"),
    (["--failures", "0"], "--failures", "--failures"),
    (["--days", "366"], "--days", "--days"),
    (["--max-age=-1"], "--max-age", "--max-age"),
    (["--since", "yesterday"], "expected 2026", "disgwyliwyd 2026"),
    (["--fail-on", "ded"], "Did you mean dead?", "Ai dead oedd gennych mewn golwg?"),
    (["--fail-on", ""], "no link state \"\"", "nid oes cyflwr dolen"),
    (["--host-state", "example.org", "--reason", "x"], "HOST=STATE", "HOST=STATE"),
    (["--host-state", "a b=alive", "--reason", "x"], "HOST=STATE", "HOST=STATE"),
    (["--host-state", "a.org=alife", "--reason", "x"], "mean alive?", "Ai alive"),
    (["--host-state", "a.org=alive"], "needs --reason", "angen --reason"),
    (["--until", "2027"], "needs --host-state", "angen --host-state"),
    (["--reason", "because"], "--reason needs", "ar gyfer --reason"),
    (["--resolve", "example.org"], "HOST:ADDRESS", "HOST:ADDRESS"),
    (["--resolve", "example.org:localhost"], "HOST:ADDRESS", "HOST:ADDRESS"),
    (["--archive", "web.archive.org"], "--archive does not take", "Nid yw --archive"),
    (["--contact", "me"], "--contact", "--contact"),
    (["--contact", "me@example.org\r\nX: y"], "--contact", "--contact"),
    (["Not an id"], "does not take \"Not an id\"", "Nid yw <id> yn derbyn"),
    (["--fix", "--report"], "--report and --fix do not", "Nid yw --report a --fix"),
    (["--dry-run", "--fix"], "--dry-run and --fix", "--dry-run a --fix"),
    (["--dry-run", "--since", "2026"], "--dry-run and --since", "--dry-run a --since"),
    (["--json", "--format", "csv"], "--json and --format csv", "--json a --format csv"),
    (["--accept", "a", "--status-only"], "--accept and --status-only", "--accept a --status-only"),
  ]

  @Test(arguments: wrong)
  func `a wrong command line is told in both languages`(
    wrong: (words: [String], english: String, welsh: String)
  ) {
    #expect(message(wrong.words + ["--lang", "en"]).contains(wrong.english))
    #expect(message(wrong.words + ["--lang", "cy"]).contains(wrong.welsh))
  }

  private func message(_ words: [String]) -> String {
    do {
      _ = try CheckLinksOptions.parse(words)
      return "nothing is wrong"
    } catch {
      return CheckLinksOptions.message(for: error)
    }
  }
}
