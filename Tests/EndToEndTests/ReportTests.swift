import TestSupport
import Testing

/// The commands that tell of the catalogue, in both languages.
@Suite struct ReportTests {
  /// A golden file for each: its name and the command line.
  private static let reports: [(String, [String])] = [
    ("show", ["show", "childline-keep-safe-under12-cy"]),
    ("facets", ["facets", "posters", "--by", "language,kind"]),
    ("status", ["status"]),
    ("plan", ["plan", "A14"]),
    ("coverage", ["coverage", "posters", "--by", "audience,status"]),
    ("understand", ["understand", "guides in Polish for parents of under-5s about grooming"]),
    ("analyze", ["analyze", "--language", "cy", "Cadw'n ddiogel yn y tŷ"]),
    ("verify", ["verify"]),
  ]

  @Test(arguments: reports, ["en", "cy"])
  func `a report in words`(report: (String, [String]), language: String) throws {
    let corpus = try IndexedCorpus.shared()
    let run = try CanfodProcess.run(report.1 + ["--lang", language], in: corpus.path)
    #expect(run.status == 0)
    #expect(run.complaints == "")
    try Golden().expect(
      "\(report.0).\(language).txt", Placeholders.put(into: run.output))
  }

  @Test(arguments: reports) func `a report as lines of JSON`(report: (String, [String])) throws {
    let corpus = try IndexedCorpus.shared()
    let run = try CanfodProcess.run(report.1 + ["--json"], in: corpus.path)
    #expect(run.status == 0)
    #expect(run.lines.dropLast().allSatisfy { !$0.hasPrefix("{\"ok\":") })
    #expect(run.lines.last?.hasPrefix("{\"ok\":true") == true)
    try Golden().expect("\(report.0).jsonl", Placeholders.put(into: run.output))
  }

  @Test func `the locale chooses the language`() throws {
    let corpus = try IndexedCorpus.shared()
    let welsh = try corpus.run("status", environment: ["LC_ALL": "cy_GB.UTF-8"])
    #expect(welsh.output.contains("Adnoddau: "))
    let english = try corpus.run("status", environment: ["LC_ALL": "", "LANG": "en_GB.UTF-8"])
    #expect(english.output.contains("Resources: "))
  }

  @Test func `a table of questions has the columns of the reference`() throws {
    let run = try IndexedCorpus.shared().run(
      "understand", "--tsv",
      input: "what exists in Welsh for under-12s\nposters for parents in Polish\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        query\tlanguage\tage_min\tage_max\taudience\tkind\taccessibility\tremaining text
        what exists in Welsh for under-12s\tcy\t0\t11\tchildren\t\t\t
        posters for parents in Polish\tpl\t\t\tparents\tposter\t\t

        """)
  }

  @Test func `a question with a syntax error keeps its row and is told by its line`() throws {
    let run = try IndexedCorpus.shared().run(
      "understand", "--tsv", input: "(guides\nposters\n")
    #expect(run.status == 65)
    #expect(
      run.lines.dropFirst() == [
        "(guides\t\t\t\t\t\t\t(guides", "posters\t\t\t\t\tposter\t\t",
      ])
    #expect(run.complaints.contains("canfod: 1: syntax error"))
  }

  @Test func `a table of forms keeps every line`() throws {
    let run = try IndexedCorpus.shared().run(
      "analyze", "--language", "en", "--tsv", input: "Keeping\n\nsafe\n")
    #expect(run.status == 0)
    #expect(run.output == "Keeping\tkeep\n\t\nsafe\tsafe\n")
  }

  @Test func `what is not there is told and counted`() throws {
    let run = try IndexedCorpus.shared().run("show", "no-such-thing", "--json")
    #expect(run.status == 1)
    #expect(run.lines.first == "{\"missing\":\"no-such-thing\"}")
    #expect(run.complaints.contains("no-such-thing"))
  }
}
