import Foundation
import TestSupport
import Testing

/// What the binary suggests, on the shipped corpus.
@Suite struct SuggestTests {
  @Test(arguments: ["en", "cy"])
  func `a misspelt question is answered with the question to ask`(language: String) throws {
    let run = try IndexedCorpus.shared().run(
      "search", "groming advise for parants", "--language", "en", "--lang", language)
    #expect(run.status == 1)
    try Golden().expect("search-misspelt.\(language).txt", Placeholders.put(into: run.output))
  }

  @Test func `the command that is shown is one that finds something`() throws {
    let corpus = try IndexedCorpus.shared()
    for words in ["groming", "-- -training safegarding", "camdrinaeth \"cadw'n ddiogel\""] {
      let question = words.hasPrefix("-- ") ? String(words.dropFirst(3)) : words
      let run = try corpus.run("search", "--language", "cy,en", "--", question)
      let line = try #require(run.lines.first { $0.hasPrefix("  canfod search ") }, "\(run.output)")
      let shown = try CanfodProcess.words(ofShellLine: line)
      let again = try CanfodProcess.run(Array(shown.dropFirst()), in: corpus.path)
      #expect(again.status == 0, "\(line)")
    }
  }

  @Test func `the command that is shown asks the same index in the same language`() throws {
    let corpus = try IndexedCorpus.shared()
    let run = try corpus.run("search", "groming", "--index", "./index", "--lang", "cy")
    let line = try #require(run.lines.first { $0.hasPrefix("  canfod search ") }, "\(run.output)")
    #expect(line.contains("--index ./index") && line.contains("--lang cy"), "\(line)")
  }

  @Test func `the end line has the question put right`() throws {
    let run = try IndexedCorpus.shared().run("search", "groming", "--json", "--limit", "1")
    #expect(run.status == 1)
    #expect(run.lines.last?.contains(#""suggestion":"grooming""#) == true)
  }

  @Test(arguments: ["en", "cy"]) func `misspelt words in words`(language: String) throws {
    let run = try IndexedCorpus.shared()
      .run("spell", "ngamdrinaeth", "posteri", "qqqqqqqqqq", "--lang", language)
    #expect(run.status == 0)
    try Golden().expect("spell.\(language).txt", run.output)
    let none = try IndexedCorpus.shared().run("spell", "posters", "--lang", language)
    #expect(none.status == 1)
    try Golden().expect("spell-nothing.\(language).txt", none.output)
  }

  @Test(arguments: ["en", "cy"]) func `completions in words`(language: String) throws {
    let run = try IndexedCorpus.shared()
      .run("suggest", "gamdr", "--language", "cy", "--lang", language)
    #expect(run.status == 0)
    try Golden().expect("suggest.\(language).txt", run.output)
    let none = try IndexedCorpus.shared().run("suggest", "qqqq", "--lang", language)
    #expect(none.status == 1)
  }

  @Test func `both as lines of the protocol`() throws {
    let corpus = try IndexedCorpus.shared()
    let completions = try corpus.run("suggest", "keeping ch", "--fuzzy", "--json", "--limit", "3")
    #expect(completions.status == 0)
    try Golden().expect("suggest.jsonl", completions.output)
    let spelling = try corpus.run("spell", "groming \"postres\"", "--json")
    #expect(spelling.status == 0)
    try Golden().expect("spell.jsonl", spelling.output)
    #expect(try corpus.run("suggest", "qqqq", "--json").lines == [#"{"ok":true,"count":0}"#])
  }

  @Test(arguments: [
    ["suggest", "a", "--limit", "-1"], ["spell", "a", "--distance", "4"], ["spell"],
  ])
  func `what it does not take is wrong usage`(arguments: [String]) throws {
    let run = try CanfodProcess.run(arguments, in: IndexedCorpus.shared().path)
    #expect(run.status == 64)
  }
}

extension CanfodProcess {
  /// The words that a shell makes of a line.
  fileprivate static func words(ofShellLine line: String) throws -> [String] {
    let run = try run(shell: "printf '%s\\n' \(line)")
    return run.split(separator: "\n").map(String.init)
  }

  private static func run(shell text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", text]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
