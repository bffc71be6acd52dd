import Foundation
import TestSupport
import Testing

/// `canfod add`: files to records.
@Suite struct AddTests {
  private static let page = """
    <!DOCTYPE html>
    <html lang="cy"><head><title>Cadw'n ddiogel</title>
    <meta name="description" content="Tudalen i blant."></head>
    <body><main><p>Dyma dudalen am gadw'n ddiogel.</p></main></body></html>

    """

  @Test func `a page becomes a record that can be found`() throws {
    let corpus = try OwnCorpus(records: ["childline-keep-safe-under12-cy"])
    try corpus.folder.write("Cadw'n Ddiogel.html", Self.page)
    let run = try corpus.run(
      "add", "Cadw'n Ddiogel.html", "--audience", "plant", "--age", "dan-12", "--kind", "web page")
    #expect(run.status == 0)
    try Golden().expect("add.en.txt", run.output)
    let record = try String(
      contentsOfFile: corpus.folder.path("corpus/resources/cadw-n-ddiogel.md"), encoding: .utf8)
    try Golden().expect("add-record.md", record)
    #expect(try corpus.run("build").status == 0)
    let found = try corpus.run("search", "gadw'n ddiogel", "--age", "8", "--json")
    #expect(found.output.contains("\"id\":\"cadw-n-ddiogel\""))
  }

  @Test func `nothing is overwritten`() throws {
    let corpus = try OwnCorpus(records: ["childline-keep-safe-under12-cy"])
    try corpus.folder.write("page.html", Self.page)
    let path = corpus.folder.path("corpus/resources/childline-keep-safe-under12-cy.md")
    let before = try String(contentsOfFile: path, encoding: .utf8)
    let run = try corpus.run("add", "page.html", "--id", "childline-keep-safe-under12-cy")
    #expect(run.status == 65)
    #expect(run.complaints.contains("childline-keep-safe-under12-cy"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
  }

  @Test func `a wrong value is refused with the nearest right one and nothing is written`() throws {
    let corpus = try OwnCorpus(records: [])
    try corpus.folder.write("page.html", Self.page)
    let run = try corpus.run("add", "page.html", "--kind", "postr")
    #expect(run.status == 64)
    #expect(run.complaints.contains("poster"))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: corpus.folder.path("corpus/resources"))
    #expect(left == [])
  }

  @Test func `an empty file is refused`() throws {
    let corpus = try OwnCorpus(records: [])
    try corpus.folder.write("empty.txt", "")
    let run = try corpus.run("add", "empty.txt")
    #expect(run.status == 65)
    #expect(run.complaints.contains("empty.txt"))
    #expect(try Self.resources(corpus) == [])
  }

  @Test(arguments: [
    ["--publisher", ""], ["--title-en", "a\u{1}b"], ["--note", "\u{1B}[2J"], ["--source", ""],
  ])
  func `what the next build would refuse is refused`(words: [String]) throws {
    let corpus = try OwnCorpus(records: [])
    try corpus.folder.write("page.html", Self.page)
    let run = try corpus.run("add", "page.html", words[0], words[1])
    #expect(run.status == 65)
    #expect(try Self.resources(corpus) == [])
  }

  @Test func `a language that was only guessed is listed`() throws {
    let corpus = try OwnCorpus(records: [])
    try corpus.folder.write(
      "leaflet.txt", "If something is worrying you, talk to an adult you trust.")
    let run = try corpus.run("add", "leaflet.txt")
    #expect(run.output.contains("please check: language"))
    try corpus.folder.write("plain.txt", "plain text")
    let json = try corpus.run("add", "plain.txt", "--json")
    #expect(json.output.contains("\"language\""))
    #expect(json.output.contains("\"guessed\":[]"))
  }

  private static func resources(_ corpus: OwnCorpus) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: corpus.folder.path("corpus/resources"))
  }

  @Test func `a file of no known format is refused`() throws {
    let corpus = try OwnCorpus(records: [])
    try corpus.folder.write("film.mp4", [0, 1, 2, 3])
    let run = try corpus.run("add", "film.mp4")
    #expect(run.status == 65)
    #expect(run.complaints.contains(".html"))
  }
}
