import Foundation
import TestSupport
import Testing

/// What goes wrong, in words and as a status.
@Suite struct FailureTests {
  /// Command lines that are wrong, each with its status.
  private static let wrong: [(String, [String], Int32)] = [
    ("unknown-command", ["serch"], 64),
    ("unknown-option", ["search", "--colur", "always"], 64),
    ("no-argument", ["show"], 64),
    ("both-or-neither", ["understand"], 64),
    ("bad-age", ["search", "--age", "eleven"], 64),
    ("empty-age", ["search", "--age", ""], 64),
    ("empty-value", ["search", "--language", ""], 64),
    ("bad-date", ["search", "--published", "yesterday"], 64),
    ("bad-sort", ["search", "--sort", "colour"], 64),
    ("unknown-value", ["search", "--audience", "parants"], 64),
    ("unknown-facet", ["facets", "--by", "colour"], 64),
    ("syntax", ["search", "(posters"], 64),
    ("unknown-field", ["search", "titel:posters"], 64),
    ("too-many", ["search", "--limit", "100000"], 64),
    ("no-index", ["search", "posters", "--index", "elsewhere"], 66),
    ("no-corpus", ["build", "--corpus", "elsewhere", "--index", "fresh"], 66),
    ("no-file", ["add", "elsewhere.html"], 66),
  ]

  @Test(arguments: wrong, ["en", "cy"])
  func `a wrong command line is told`(
    wrong: (String, [String], Int32), language: String
  ) throws {
    let corpus = try IndexedCorpus.shared()
    let run = try CanfodProcess.run(wrong.1, in: corpus.path, environment: ["LC_ALL": language])
    #expect(run.status == wrong.2)
    #expect(run.output == "")
    try Golden().expect(
      "error-\(wrong.0).\(language).txt", Placeholders.put(into: run.complaints))
  }

  @Test func `a program gets an error as the end line`() throws {
    let run = try IndexedCorpus.shared().run("search", "(posters", "--json")
    #expect(run.status == 64)
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("{\"ok\":false,\"code\":\"ESYNTAX\""))
    #expect(run.output.contains("\"at\":"))
    #expect(run.complaints.contains("syntax error"))
  }

  @Test(arguments: ["en", "cy"])
  func `every fault of a corpus is listed at once and the index stays`(language: String) throws {
    let corpus = try OwnCorpus(records: ["childline-keep-safe-under12-cy"])
    #expect(try corpus.run("build").status == 0)
    let before = try corpus.run("search", "--json").output
    try corpus.folder.write(
      "corpus/resources/broken.md",
      """
      ---
      id: broken
      work: broken
      published: "2020-13"
      kind: postr
      audience: [parents, childern]
      ageRange: "11-0"
      ---

      """)
    try corpus.folder.write("corpus/resources/no-front.md", "Only text.\n")
    let run = try corpus.run("build", "--lang", language)
    #expect(run.status == 65)
    #expect(run.output == "")
    try Golden().expect(
      "build-faults.\(language).txt", Placeholders.put(into: run.complaints))
    let after = try corpus.run("search", "--json").output
    #expect(Placeholders.put(into: after) == Placeholders.put(into: before))
  }

  @Test func `a damaged index is named by verify and by search`() throws {
    let corpus = try OwnCorpus(records: ["childline-keep-safe-under12-cy"])
    #expect(try corpus.run("build").status == 0)
    let index = URL(fileURLWithPath: corpus.folder.path("index"))
    let segments = try FileManager.default.contentsOfDirectory(
      at: index, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "seg" }
    let segment = try #require(segments.first)
    var bytes = try Data(contentsOf: segment)
    bytes[0] ^= 0x10
    try bytes.write(to: segment)
    let verified = try corpus.run("verify")
    #expect(verified.status == 2)
    #expect(verified.output.contains(segment.lastPathComponent))
    #expect(verified.output.contains("canfod build"))
    let searched = try corpus.run("search", "children")
    #expect(searched.status == 65)
    #expect(searched.complaints.contains("damaged"))
    #expect(searched.complaints.contains("canfod build"))
  }
}
