import Foundation
import Glibc
import TestSupport
import Testing

/// `canfod check-links` against a small web.
@Suite struct LinkRotTests {
  private let corpus: OwnCorpus
  private let web: SmallWeb

  init() throws {
    corpus = try OwnCorpus(records: [])
    web = try SmallWeb(in: corpus.folder.path)
  }

  /// Writes a record of `path` on the small web.
  private func record(_ id: String, _ path: String, publisher: String = "NSPCC") throws {
    try corpus.folder.write(
      "corpus/resources/\(id).md",
      """
      ---
      id: \(id)
      work: \(id)
      title:
        en: "A resource on keeping safe"
      url: "http://127.0.0.1:\(web.port)\(path)"
      publisher: ["\(publisher)"]
      published: "2019"
      language: [en]
      ---

      """)
  }

  private func writeAll() throws {
    try record("alive-page", "/page")
    try record("alive-pdf", "/poster.pdf", publisher: "Barnardo's <Cymru>")
    try record("moved-pdf", "/moved")
    try record("gone-pdf", "/gone")
    try record("wall-page", "/wall", publisher: "Barnardo's <Cymru>")
    try record("lost-page", "/lost")
  }

  /// Checks on a day of the test's calendar.
  private func check(_ day: Int, _ words: String...) throws -> CanfodProcess.Run {
    try CanfodProcess.run(
      ["check-links", "--allow-private", "--delay", "0", "--retries", "0", "--all"] + words,
      in: corpus.folder.path, environment: Self.calendar(day))
  }

  private static func calendar(_ day: Int) -> [String: String] {
    ["CANFOD_NOW": String(1_800_000_000 + day * 86_400)]
  }

  /// The text without what differs from run to run.
  private func steady(_ text: String) -> String {
    text.replacingOccurrences(of: "127.0.0.1:\(web.port)", with: "127.0.0.1:PORT")
  }

  @Test func `three checks over a week tell who is dead, and search knows it`() throws {
    try writeAll()
    #expect(try corpus.run("build").status == 0)
    #expect(try check(0).status == 0)
    #expect(try check(3).status == 2)
    let last = try check(7, "--json")
    #expect(last.status == 2)
    #expect(
      last.lines.last?.contains(
        #""states":{"dead":1,"gone":1,"moved":1,"blocked":1,"alive":2}"#) == true)

    let dead = try corpus.run("search", "link:dead", "--json")
    #expect(dead.status == 0)
    #expect(dead.output.contains("lost-page"))
    #expect(!dead.output.contains("alive-page"))
    // A broken link never hides a record.
    let all = try corpus.run("search", "keeping safe", "--json")
    #expect(all.lines.last?.contains(#""total":6"#) == true)
    #expect(
      all.lines.first?.contains("alive") == true || all.lines.first?.contains("moved") == true)
    #expect(try corpus.run("verify").status == 0)
  }

  @Test(arguments: ["en", "cy"])
  func `every form of report says the same`(language: String) throws {
    try writeAll()
    for day in [0, 3, 7] { _ = try check(day) }
    for format in ["table", "json", "csv", "junit", "sarif", "markdown", "html", "atom"] {
      let run = try CanfodProcess.run(
        ["check-links", "--report", "--format", format, "--lang", language],
        in: corpus.folder.path, environment: Self.calendar(8))
      #expect(run.status == 2, "\(format)")
      try Golden().expect("links-\(format).\(language).txt", steady(run.output))
    }
  }

  @Test func `reports are well-formed`() throws {
    try writeAll()
    for day in [0, 3, 7] { _ = try check(day) }
    for format in ["junit", "atom"] {
      let run = try check(8, "--report", "--format", format, "--output", "report.xml")
      #expect(run.status == 2)
      #expect(run.output == "")
      let file = try Data(contentsOf: URL(fileURLWithPath: corpus.folder.path("report.xml")))
      #expect(throws: Never.self) { try XMLWellFormedness.check(file) }
    }
    let sarif = try check(8, "--report", "--format", "sarif")
    let log = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any]
    #expect(log?["version"] as? String == "2.1.0")
    let runs = try #require(log?["runs"] as? [[String: Any]])
    #expect((runs.first?["results"] as? [[String: Any]])?.count == 4)
  }

  @Test func `what changed since a day is told alone`() throws {
    try record("lost-page", "/lost")
    try record("alive-pdf", "/poster.pdf")
    for day in [0, 3] { _ = try check(day) }
    _ = try check(7)
    let run = try CanfodProcess.run(
      ["check-links", "--report", "--since", "2027-01-20", "--json"], in: corpus.folder.path,
      environment: Self.calendar(8))
    #expect(run.lines.count == 2)
    #expect(run.lines.first?.contains(#""was":"suspected""#) == true)
  }

  @Test func `a moved address is written into the record, on a clean tree only`() throws {
    try writeAll()
    _ = try check(0)
    let outside = try check(0, "--fix")
    #expect(outside.status == 73)
    #expect(outside.complaints.contains("git"))
    func git(_ words: String...) throws {
      let run = try CanfodProcess.run(
        ["-c", "user.name=t", "-c", "user.email=t@example.org"] + words,
        in: corpus.folder.path("corpus"), by: URL(fileURLWithPath: "/usr/bin/git"))
      #expect(run.status == 0, "\(run.complaints)")
    }
    try git("init", "-q")
    try git("add", ".")
    #expect(try check(0, "--fix").status == 73)
    try git("commit", "-qm", "x")
    let fixed = try check(0, "--fix")
    #expect(fixed.status == 0)
    #expect(fixed.output.contains("+url: \"http://127.0.0.1:\(web.port)/new-place.pdf\""))
    let record = try String(
      contentsOfFile: corpus.folder.path("corpus/resources/moved-pdf.md"), encoding: .utf8)
    #expect(record.contains("/new-place.pdf\""))
    #expect(!record.contains("/moved"))
    #expect(try check(1, "--json").output.contains("new-place.pdf\",\"state\":\"alive\""))
  }

  @Test func `a private address is not asked unless told`() throws {
    try writeAll()
    let run = try corpus.run("check-links", "--delay", "0", "--json")
    #expect(run.output.contains(#""state":"unknown""#))
    #expect(run.output.contains(#""code":"refused-port""#))
    #expect(web.asked.isEmpty)
  }

  @Test func `a run without a network holds nothing against anybody`() throws {
    try record("a", "/page")
    let file = corpus.folder.path("corpus/resources/a.md")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for (id, host) in [("a", "one.invalid"), ("b", "two.invalid")] {
      try corpus.folder.write(
        "corpus/resources/\(id).md",
        text.replacingOccurrences(of: "127.0.0.1:\(web.port)", with: host)
          .replacingOccurrences(of: ": a\n", with: ": \(id)\n"))
    }
    for day in [0, 3, 7, 9] {
      let run = try check(day, "--json")
      #expect(run.status == 69)
      #expect(run.lines.last?.contains(#""states":{"unreachable":2}"#) == true)
    }
    let report = try corpus.run("check-links", "--report", "--json")
    #expect(report.lines.last?.contains(#""states":{"unreachable":2}"#) == true)
    // The looks are kept and say nothing.
    #expect(report.output.contains(#""code":"no-network""#))
    #expect(report.output.contains(#""looks":0"#))
  }

  @Test func `an archived copy of what is broken is found near its day`() throws {
    try record("gone-pdf", "/gone")
    try record("alive-pdf", "/poster.pdf")
    _ = try check(0)
    let gate = "http://127.0.0.1:\(web.port)/timegate/"
    let run = try check(3, "--archive", gate, "--json")
    #expect(run.output.contains("/copy/http://127.0.0.1:\(web.port)/gone\""))
    #expect(!web.asked.contains { $0.contains("timegate") && $0.contains("poster") })
    let later = try check(6, "--report", "--json")
    #expect(later.output.contains("\"archived\":"))
  }

  @Test func `a person's word is kept`() throws {
    try record("wall-page", "/wall")
    try record("alive-pdf", "/poster.pdf")
    #expect(try check(0, "--json").output.contains(#""state":"blocked""#))
    let word = try corpus.run(
      "check-links", "--host-state", "127.0.0.1=alive", "--reason", "opens in a browser")
    #expect(word.status == 0)
    let run = try check(1, "--json")
    #expect(run.output.contains("opens in a browser"))
    #expect(!run.output.contains(#""state":"blocked""#))
    #expect(try corpus.run("check-links", "--accept", "wall-page").status == 0)
  }

  @Test func `a check killed at any moment keeps its history, and the next goes on`() throws {
    var seed = Seed()
    for number in 0..<60 { try record("slow-\(number)", "/slow/\(number).pdf") }
    for round in 0..<6 {
      let process = CanfodProcess.prepared(
        ["check-links", "--allow-private", "--delay", "0", "--per-host", "2"],
        in: corpus.folder.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...700_000, using: &seed))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let report = try corpus.run("check-links", "--report", "--json")
      #expect(report.status == 0, "round \(round), CANFOD_SEED=\(seed.value)")
    }
    let rest = try corpus.run(
      "check-links", "--allow-private", "--delay", "0", "--per-host", "4", "--json")
    #expect(rest.status == 0)
    #expect(rest.lines.last?.contains(#""states":{"alive":60}"#) == true)
  }

  @Test func `an interrupted check ends with what it has`() throws {
    for number in 0..<60 { try record("slow-\(number)", "/slow/\(number).pdf") }
    let process = CanfodProcess.prepared(
      ["check-links", "--allow-private", "--delay", "0.02"], in: corpus.folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while web.asked.count < 5 { usleep(1_000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    let rest = try corpus.run("check-links", "--allow-private", "--delay", "0", "--json")
    #expect(rest.lines.last?.contains(#""states":{"alive":60}"#) == true)
    #expect(rest.lines.last?.contains(#""asked":60"#) == false)
  }

  @Test func `a history that is no database is told and left alone`() throws {
    try record("alive-pdf", "/poster.pdf")
    let text = String(repeating: "not a database\n", count: 200)
    try corpus.folder.write("index/links.sqlite", text)
    let run = try check(0)
    #expect(run.status == 74)
    #expect(run.complaints.contains("links.sqlite"))
    #expect(
      try String(contentsOfFile: corpus.folder.path("index/links.sqlite"), encoding: .utf8) == text)
  }
}

/// Whether a text is XML that a parser takes.
private enum XMLWellFormedness {
  /// Throws where it is not.
  static func check(_ data: Data) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys, xml.etree.ElementTree as t; t.fromstring(sys.stdin.buffer.read())",
    ]
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: data)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    struct Malformed: Error {}
    guard process.terminationStatus == 0 else { throw Malformed() }
  }
}
