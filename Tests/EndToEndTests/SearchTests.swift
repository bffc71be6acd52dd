import Foundation
import TestSupport
import Testing

/// `canfod search` on the shipped corpus.
@Suite struct SearchTests {
  private static let english = "what exists in Welsh for under-12s"
  private static let welsh = "beth sydd ar gael yn Gymraeg i blant dan 12"

  /// The ids of a search's hit lines.
  private func ids(_ run: CanfodProcess.Run) throws -> [String] {
    try run.lines.dropLast().compactMap { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }.compactMap { $0["id"] as? String }
  }

  @Test(arguments: [(english, "en"), (welsh, "cy")])
  func `the answer in words`(question: String, language: String) throws {
    let run = try IndexedCorpus.shared()
      .run("search", question, "--lang", language, "--limit", "4")
    #expect(run.status == 0)
    #expect(run.complaints == "")
    try Golden().expect("search-under-12s.\(language).txt", Placeholders.put(into: run.output))
  }

  @Test func `a question in Welsh finds what it finds in English`() throws {
    let corpus = try IndexedCorpus.shared()
    let english = try ids(corpus.run("search", Self.english, "--json", "--limit", "100"))
    let welsh = try ids(corpus.run("search", Self.welsh, "--json", "--limit", "100"))
    #expect(english.first == "childline-keep-safe-under12-cy")
    #expect(english.count > 1)
    #expect(english == welsh)
  }

  @Test func `versions of a work stand together`() throws {
    let run = try IndexedCorpus.shared().run("search", "posters", "--limit", "6")
    #expect(run.status == 0)
    try Golden().expect("search-posters.en.txt", Placeholders.put(into: run.output))
  }

  @Test(arguments: ["en", "cy"]) func `passages show the words found`(language: String) throws {
    let run = try IndexedCorpus.shared()
      .run("search", "grooming", "--limit", "3", "--lang", language)
    #expect(run.output.contains("*grooming*"))
    try Golden().expect("search-words.\(language).txt", Placeholders.put(into: run.output))
  }

  @Test func `colour is for terminals, and for those who ask`() throws {
    let corpus = try IndexedCorpus.shared()
    let piped = try corpus.run("search", "posters", "--limit", "1")
    #expect(!piped.output.contains("\u{1B}["))
    let asked = try corpus.run("search", "posters", "--limit", "1", "--colour", "always")
    #expect(asked.output.contains("\u{1B}[1m"))
    let plain = asked.output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    // Found words stand between asterisks only where no colour shows them.
    #expect(plain.replacing("*", with: "") == piped.output.replacing("*", with: ""))
  }

  @Test(arguments: [40, 60, 100]) func `lines fit the width`(columns: Int) throws {
    let run = try IndexedCorpus.shared()
      .run("search", "posters", environment: ["COLUMNS": "\(columns)"])
    for line in run.lines {
      let isOneWord = !line.drop { $0 == " " }.contains(" ")
      #expect(line.count <= columns || isOneWord, "\(line)")
    }
  }

  @Test func `an understood filter can be switched off`() throws {
    let corpus = try IndexedCorpus.shared()
    let run = try corpus.run(
      "search", Self.english, "--without", "age:0-11", "--json", "--limit", "1")
    let end = try #require(run.lines.last)
    #expect(end.contains("\"facet\":\"language\""))
    #expect(!end.contains("\"facet\":\"age\""))
  }

  @Test(arguments: ["en", "cy"])
  func `nothing found is an answer that says the way out`(language: String) throws {
    let run = try IndexedCorpus.shared().run(
      "search", "children", "--kind", "animation", "--published", "1850", "--lang", language)
    #expect(run.status == 1)
    try Golden().expect("search-nothing.\(language).txt", Placeholders.put(into: run.output))
  }

  @Test func `JSON is the lines of the protocol`() throws {
    let run = try IndexedCorpus.shared()
      .run("search", Self.english, "--json", "--limit", "2")
    #expect(run.status == 0)
    #expect(run.lines.count == 3)
    #expect(run.lines.map { $0.hasPrefix("{\"ok\":") } == [false, false, true])
    try Golden().expect("search-under-12s.jsonl", Placeholders.put(into: run.output))
  }

  @Test func `filters alone list what the facts tables say`() throws {
    let corpus = try IndexedCorpus.shared()
    for (arguments, facet, value) in [
      (["--audience", "practitioners"], "audience", "practitioners"),
      (["--kind", "animation"], "kind", "animation"),
    ] {
      let counts = try corpus.run("facets", "--by", facet, "--json")
      let line = try #require(counts.lines.first { $0.contains("\"value\":\"\(value)\"") })
      let count = try #require(line.firstMatch(of: /"count":(\d+)/)).1
      let run = try CanfodProcess.run(
        ["search", "--json", "--limit", "1"] + arguments, in: corpus.path)
      #expect(run.lines.last?.contains("\"total\":\(count),") == true)
    }
  }

  @Test func `the explanation tells the plan`() throws {
    let run = try IndexedCorpus.shared().run("search", "posters", "--explain", "--limit", "1")
    #expect(run.output.contains("How the question was planned"))
    #expect(run.output.contains("was scored"))
  }
}
