import Foundation
import TestSupport
import Testing

/// `canfod check-links`, as far as it asks nobody.
@Suite struct CheckLinksTests {
  /// A small corpus: two records with one address, one on another host, one without any.
  private static func corpus() throws -> OwnCorpus {
    let corpus = try OwnCorpus(records: ["childline-keep-safe-under12-cy"])
    let links = [
      ("guide-cy", "https://www.example.org/guide?part=1"),
      ("guide-en", "https://www.example.org/guide?part=1"),
      ("poster-en", "https://www.example.org/posters/"),
      ("lesson-cy", "http://Llyfrgell.example:8080/gwers"),
    ]
    for (id, url) in links {
      try corpus.folder.write(
        "corpus/resources/\(id).md",
        """
        ---
        id: \(id)
        work: \(id)
        title:
          en: "A resource"
        url: "\(url)"
        language: [\(id.hasSuffix("cy") ? "cy" : "en")]
        ---

        """)
    }
    return corpus
  }

  @Test(arguments: ["en", "cy"])
  func `a dry run lists addresses by host`(language: String) throws {
    let run = try Self.corpus().run("check-links", "--dry-run", "--lang", language)
    #expect(run.status == 0)
    #expect(run.complaints == "")
    try Golden().expect("check-links-dry-run.\(language).txt", run.output)
  }

  @Test func `a dry run as lines of JSON`() throws {
    let run = try Self.corpus().run("check-links", "--dry-run", "--json")
    #expect(run.status == 0)
    try Golden().expect("check-links-dry-run.jsonl", run.output)
  }

  @Test func `only the records named are asked for, and an unknown one is told`() throws {
    let corpus = try Self.corpus()
    let one = try corpus.run("check-links", "lesson-cy", "--dry-run", "--json")
    #expect(one.lines.count == 2)
    #expect(one.lines.first?.contains("gwers") == true)
    let none = try corpus.run("check-links", "no-such-thing", "--dry-run")
    #expect(none.status == 1)
    #expect(none.complaints.contains("no-such-thing"))
  }

  @Test func `words reach the other program as they were typed`() throws {
    let corpus = try Self.corpus()
    try FileManager.default.moveItem(
      atPath: corpus.folder.path("corpus"), toPath: corpus.folder.path("my corpus; é"))
    let run = try corpus.run("check-links", "--corpus", "my corpus; é", "--dry-run", "--json")
    #expect(run.status == 0)
    #expect(run.lines.count == 4)
  }

  @Test(arguments: ["en", "cy"])
  func `what a check found is shown with the resource`(language: String) throws {
    let corpus = try Self.corpus()
    try corpus.folder.write(
      "index/links.json",
      """
      {"links":[{"evidence":[],"since":1764115200,"state":"alive",\
      "url":"http://Llyfrgell.example:8080/gwers"},\
      {"evidence":[{"status":{"_0":404}}],"since":1764115200,"state":"dead",\
      "url":"https://www.example.org/guide?part=1"}],"version":1}
      """)
    #expect(try corpus.run("build").status == 0)
    for (name, words) in [
      ("search", ["search", "resource"]), ("show", ["show", "guide-en"]),
      ("facets", ["facets", "--by", "link"]),
    ] {
      let run = try CanfodProcess.run(words + ["--lang", language], in: corpus.folder.path)
      #expect(run.status == 0)
      try Golden().expect("links-\(name).\(language).txt", run.output)
    }
  }

  @Test(arguments: ["en", "cy"])
  func `wrong usage is answered by canfod itself`(language: String) throws {
    let run = try CanfodProcess.run(
      ["check-links", "--fail-on", "ded"], in: "/", environment: ["LC_ALL": language])
    #expect(run.status == 64)
    try Golden().expect("error-check-links.\(language).txt", run.complaints)
  }

  @Test(arguments: ["en", "cy"])
  func `a missing program is named with the remedy`(language: String) throws {
    let folder = try TemporaryFolder()
    let alone = URL(fileURLWithPath: folder.path("canfod"))
    try FileManager.default.copyItem(at: CanfodProcess.binary, to: alone)
    let run = try CanfodProcess.run(
      ["check-links", "--dry-run", "--json"], in: folder.path, environment: ["LC_ALL": language],
      by: alone)
    #expect(run.status == 69)
    #expect(run.lines.first?.hasPrefix("{\"ok\":false,\"code\":\"ENOPROGRAM\"") == true)
    try Golden().expect(
      "error-no-link-checker.\(language).txt",
      run.complaints.replacingOccurrences(of: folder.path, with: "FOLDER"))
  }
}
