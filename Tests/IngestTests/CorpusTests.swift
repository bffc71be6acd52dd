import Ingest
import Records
import Storage
import TestSupport
import Testing

struct CorpusTests {
  @Test func `a good corpus is read without faults, in the order of its file names`() throws {
    let corpus = try SampleCorpus()
    try corpus.record("b-2")
    try corpus.record("b")
    let (vocabularies, faults) = corpus.reader().vocabularies()
    #expect(faults.isEmpty)
    #expect(vocabularies["kind"]?.values.map(\.id) == ["poster", "web page", "video"])
    let results = try corpus.results()
    #expect(results.map(\.file) == ["resources/a.md", "resources/b-2.md", "resources/b.md"])
    #expect(results.allSatisfy { $0.faults.isEmpty })
    #expect(results[0].bytes.starts(with: Array("---\nid: a\n".utf8)))
  }

  @Test func `a word with an alias becomes the values it stands for`() throws {
    let corpus = try SampleCorpus()
    try corpus.record("b", "audience: [children, parents/carers, parents]")
    let result = try #require(try corpus.results().last)
    #expect(result.resource?.audience == ["children", "parents", "carers"])
    #expect(result.faults.isEmpty)
  }

  @Test func `an unknown vocabulary value is told with line and nearest value`() throws {
    let corpus = try SampleCorpus()
    try corpus.record("b", "audience:\n  - children\n  - practioners\ntopics: [onlne safety]")
    #expect(
      try corpus.faults() == [
        RecordFault(
          file: "resources/b.md", line: 10, field: "audience",
          problem: .unknownValue(found: "practioners", nearest: "practitioners")),
        RecordFault(
          file: "resources/b.md", line: 11, field: "topics",
          problem: .unknownValue(found: "onlne safety", nearest: "online safety")),
      ])
  }

  @Test func `a value after an alias keeps its own line`() throws {
    let corpus = try SampleCorpus()
    try corpus.record("b", "audience:\n  - parents/carers\n  - zzzzzz")
    #expect(try corpus.faults().map(\.line) == [10])
  }

  @Test func `a duplicate id names the file that has it first`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write(
      "resources/b.md", "---\nid: a\nwork: a\ntitle: {en: T}\nlanguage: [cy]\n---\n")
    #expect(
      try corpus.faults() == [
        RecordFault(
          file: "resources/b.md", line: 2, field: "id", problem: .idIsNotFileName(id: "a")),
        RecordFault(
          file: "resources/b.md", line: 2, field: "id",
          problem: .duplicateID(id: "a", firstFile: "resources/a.md")),
      ])
  }

  @Test func `a missing content file is told on its line`() throws {
    let corpus = try SampleCorpus()
    try corpus.record("b", "content: [page.html]")
    #expect(
      try corpus.faults() == [
        RecordFault(
          file: "resources/b.md", line: 8, field: "content",
          problem: .missingContentFile(name: "page.html"))
      ])
  }

  @Test(arguments: [
    "../secret.html", "/etc/x.html", "a/../../x.html", "./x.html", "a//x.html", "..\\x.html",
  ])
  func `a content path that leaves the folder is refused`(name: String) throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("secret.html", "<p>x")
    try corpus.record("b", "content: ['\(name)']")
    #expect(
      try corpus.faults().map(\.problem)
        == [.badForm(found: name, expected: "the name of a file beside the record")])
  }

  @Test func `an unknown format lists the known ones`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.exe", "x")
    try corpus.record("b", "content: [x.exe]")
    #expect(
      try corpus.faults().map(\.problem) == [
        .unknownFormat(
          name: "x.exe", known: [".htm", ".html", ".md", ".srt", ".txt", ".vtt", ".xhtml"])
      ])
  }

  @Test func `a content file named twice is refused on its line`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.txt", "x")
    try corpus.record("b", "content:\n  - x.txt\n  - x.txt")
    let faults = try corpus.faults()
    #expect(faults.map(\.line) == [10])
    #expect(
      faults.map(\.problem) == [.badForm(found: "x.txt", expected: "each content file once")])
  }

  @Test func `a hundred content files are read and one more is refused`() throws {
    let corpus = try SampleCorpus()
    let names = (1...102).map { "x\($0).txt" }
    for name in names { try corpus.folder.write("resources/" + name, "x") }
    try corpus.record("b", "content: [\(names.prefix(100).joined(separator: ", "))]")
    #expect(try corpus.faults() == [])
    try corpus.record("b", "content: [\(names.joined(separator: ", "))]")
    #expect(
      try corpus.faults().map(\.problem)
        == [.badForm(found: "x101.txt", expected: "at most 100 content files")])
  }

  @Test func `a content file above the limit is too large`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.html", String(repeating: "x", count: 101))
    try corpus.record("b", "content: [x.html]")
    let faults = try corpus.faults(IngestLimits(contentBytesMax: 100))
    #expect(faults.map(\.problem) == [.tooLarge(bytes: 101, bytesMax: 100)])
    #expect(faults.map(\.file) == ["resources/x.html"])
  }

  @Test func `a page of 100 MB is too large and is not read`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.html", [UInt8](repeating: 0x61, count: 100 << 20))
    try corpus.record("b", "content: [x.html]")
    #expect(try corpus.faults().map(\.problem) == [.tooLarge(bytes: 100 << 20, bytesMax: 32 << 20)])
  }

  @Test func `a deep-nesting page is refused with its file and line`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write(
      "resources/x.html", "<p>\n" + String(repeating: "<div>", count: 100_000))
    try corpus.record("b", "content: [x.html]")
    let fault = try #require(try corpus.faults().first)
    #expect(fault.file == "resources/x.html")
    #expect(fault.line == 2)
    #expect(fault.problem == .tooDeep(depthMax: 2_000))
    #expect(fault.severity == .error)
  }

  @Test func `an entity bomb is refused with its file and line`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write(
      "resources/x.xhtml", "<!DOCTYPE x [\n<!ENTITY a \"&b;&b;\">\n]><p>&a;</p>")
    try corpus.record("b", "content: [x.xhtml]")
    let fault = try #require(try corpus.faults().first)
    #expect(fault.file == "resources/x.xhtml")
    #expect(fault.line == 2)
    #expect(
      fault.problem
        == .unreadableContent(name: "x.xhtml", reason: "it declares entities of its own"))
  }

  @Test func `a page with NUL and broken bytes is read with warnings`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write(
      "resources/x.html", Array("<p>tŷ\na\0b tŷ".utf8) + [0xFF] + Array("c</p>".utf8))
    try corpus.record("b", "content: [x.html]")
    let result = try #require(try corpus.results().last)
    #expect(result.resource?.body.map(\.text) == ["tŷ ab tŷ\u{FFFD}c"])
    #expect(result.faults.map(\.problem) == [.nulByte(offset: 8), .notUTF8(offset: 14)])
    #expect(result.faults.map(\.line) == [2, 2])
    #expect(!result.hasErrors)
  }

  @Test func `a truncated page is read up to its cut`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.html", "<html><body><main><p>Un</p><p>Da")
    try corpus.record("b", "content: [x.html]")
    let result = try #require(try corpus.results().last)
    #expect(result.resource?.body == [BodyText(language: "cy", text: "Un\nDa")])
    #expect(result.faults.isEmpty)
  }

  @Test func `an empty record or content file is a fault`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.txt", "")
    try corpus.record("b", "content: [x.txt]")
    try corpus.folder.write("resources/c.md", "")
    #expect(
      try corpus.faults().map(\.problem) == [
        .unreadableContent(name: "x.txt", reason: "it is empty"),
        .unreadable(reason: "it is empty"),
      ])
  }

  @Test func `a page without text is a warning`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.html", "<nav>Home</nav>")
    try corpus.record("b", "content: [x.html]")
    let result = try #require(try corpus.results().last)
    #expect(
      result.faults.map(\.problem)
        == [.unreadableContent(name: "x.html", reason: "no text in it")])
    #expect(!result.hasErrors)
  }

  @Test func `all faults of all files are listed at once`() throws {
    let corpus = try SampleCorpus()
    try corpus.record("b", "published: soon\ncontent: [none.txt]\nurl: x\ncolour: red")
    try corpus.folder.write("resources/c.md", "no front matter")
    try corpus.folder.write("resources/d.md", [0x2D, 0x2D, 0x2D, 0x0A, 0xFF])
    let faults = try corpus.faults()
    #expect(
      faults.map { "\($0.file):\($0.line ?? 0) \($0.field ?? "")" } == [
        "resources/b.md:8 published", "resources/b.md:9 content", "resources/b.md:10 url",
        "resources/b.md:11 colour", "resources/c.md:1 ", "resources/d.md:2 ",
      ])
  }

  @Test func `content bytes are handed on for hashing, in the record's order`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/z.txt", "zed")
    try corpus.folder.write("resources/files/a.md", "# A\n\ntext")
    try corpus.record("b", "content: [z.txt, files/a.md]", body: "# Corff\n\nTestun *y* corff.")
    let result = try #require(try corpus.results().last)
    #expect(result.contents.map(\.name) == ["z.txt", "files/a.md"])
    #expect(result.contents.map(\.bytes) == [Array("zed".utf8), Array("# A\n\ntext".utf8)])
    #expect(
      result.resource?.body.map(\.text) == ["Corff\nTestun y corff.", "zed", "A\ntext"])
  }

  @Test func `a body has the record's language, the page's own, or the guessed one`() throws {
    let corpus = try SampleCorpus()
    try corpus.folder.write("resources/x.html", "<html lang='cy-GB'><p>Helo")
    try corpus.record("b", "content: [x.html]", body: "Body")
    for (file, language) in [("c", "[cy, en]"), ("d", "[bfi]"), ("e", "[en]")] {
      try corpus.folder.write(
        "resources/\(file).md",
        """
        ---
        id: \(file)
        work: c
        title: {en: T}
        language: \(language)
        content: [x.html]
        ---
        Body
        """
      )
    }
    let results = try corpus.results { $0 == "Body" ? "guessed" : nil }
    let languages = results.dropFirst().map { $0.resource?.body.map(\.language) }
    #expect(
      languages == [["cy", "cy"], ["guessed", "cy"], ["guessed", "cy"], ["en", "en"]])
  }

  @Test func `a missing vocabulary is a fault and its facet is not checked`() throws {
    let corpus = try SampleCorpus()
    try DiskFileSystem().remove(corpus.folder.path("vocabulary/kind.yaml"))
    try corpus.record("b", "accessibility: [x]")
    let (_, faults) = corpus.reader().vocabularies()
    #expect(faults.contains { $0.file == "vocabulary/kind.yaml" && $0.severity == .error })
    #expect(try corpus.faults().map(\.field) == ["accessibility"])
  }

  @Test func `a corpus without a plan has an empty plan and warnings`() throws {
    let (plan, faults) = try SampleCorpus().reader().plan()
    #expect(plan == Plan())
    #expect(faults.count == 3)
    #expect(faults.allSatisfy { $0.severity == .warning })
  }

  @Test func `a missing corpus folder is an error`() throws {
    let folder = try TemporaryFolder()
    let reader = CorpusReader(fileSystem: DiskFileSystem(), folder: folder.path("none"))
    #expect(throws: StorageError.notFound(path: folder.path("none/resources"))) {
      try reader.forEachRecord(Vocabularies()) { _ in }
    }
  }

  /// The corpus that is shipped, where this checkout has it.
  private static let shipped =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }
    .joined() + "/corpus"

  private static var isShipped: Bool {
    ((try? DiskFileSystem().entry(at: shipped + "/resources")) ?? nil) != nil
  }

  @Test(.enabled(if: Self.isShipped))
  func `the shipped corpus is read without faults`() throws {
    let reader = CorpusReader(fileSystem: DiskFileSystem(), folder: Self.shipped)
    let (vocabularies, faults) = reader.vocabularies()
    #expect(faults.isEmpty)
    #expect(vocabularies.numbers["ddeuddeg"] == 12)
    #expect(!vocabularies.words.names.cy.isEmpty)
    #expect(vocabularies["age-group"]?.patterns.isEmpty == false)
    let (plan, planFaults) = reader.plan()
    #expect(planFaults.isEmpty)
    #expect(plan.actions.count == 13)
    #expect(plan.inconsistencies.count == 22)
    #expect(!plan.helplines.isEmpty)
    var count = 0
    try reader.forEachRecord(vocabularies) { result in
      count += 1
      // A language may be unknown: a warning.
      #expect(result.faults.filter { $0.severity == .error }.isEmpty)
      guard let resource = result.resource else { return }
      let text = RecordFile.text(of: resource)
      let again = RecordFile(Array(text.utf8), file: result.file)
      var written = resource
      written.body = []
      #expect(again.resource == written)
    }
    #expect(count == 291)
  }
}
