import Catalogue
import Curation
import Records
import Storage
import TestSupport
import Testing

@Suite struct BuildTests {
  let small: SmallCatalogue

  init() throws {
    small = try SmallCatalogue()
  }

  /// The counts of a report.
  private func counts(_ report: BuildReport) -> [String: Int] {
    [
      "resources": report.resources, "added": report.added, "removed": report.removed,
      "unchanged": report.unchanged,
    ]
  }

  /// The names and bytes of the index's files, the lock left out.
  private func indexFiles() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try DiskFileSystem().list(small.index) where entry.name != "write.lock" {
      files[entry.name] = try bytes(entry.name)
    }
    return files
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try DiskFileSystem().read(small.index + "/" + name, bytesMax: 10_000_000)
  }

  @Test func `the first build adds everything`() throws {
    let report = try small.build()
    #expect(counts(report) == ["resources": 12, "added": 12, "removed": 0, "unchanged": 0])
    let catalogue = try small.open()
    #expect(catalogue.generation == report.generation)
    #expect(catalogue.resourceCount == 12)
    #expect(
      try catalogue.search(.all()).ids.sorted() == SmallCatalogue.records.map(\.id).sorted())
  }

  @Test func `a corpus that did not change commits nothing`() throws {
    let first = try small.build()
    let files = try indexFiles()
    let second = try small.build()
    #expect(counts(second) == ["resources": 12, "added": 0, "removed": 0, "unchanged": 12])
    #expect(second.generation == first.generation)
    #expect(try indexFiles() == files)
  }

  @Test func `only what is new, changed or gone is touched`() throws {
    let first = try small.build()
    let fields = ["language: [en]", "kind: poster", "audience: [parents]"]
    try small.write(.init(id: "new-poster-en", title: "A kite", fields: fields))
    try small.write(.init(id: "cartoon-en", title: "The ship", fields: fields))
    try small.remove("lesson-cy")
    try small.remove("findings-en")
    let report = try small.build()
    #expect(counts(report) == ["resources": 11, "added": 2, "removed": 2, "unchanged": 9])
    #expect(report.generation > first.generation)
    let catalogue = try small.open()
    #expect(catalogue.resourceCount == 11)
    #expect(try catalogue.search(.all("ship")).ids == ["cartoon-en"])
    #expect(try catalogue.search(.all("boat")).ids == [])
    #expect(try catalogue.search(.all("kite")).ids == ["new-poster-en"])
  }

  @Test func `deleting a record removes it from answers, counts and its sisters`() throws {
    try small.build()
    #expect(
      try small.open().resource("teenage-guide-cy")?.sisters.map(\.id.slug) == ["teenage-guide-en"])
    try small.remove("teenage-guide-en")
    try small.build()
    let catalogue = try small.open()
    #expect(try catalogue.resource("teenage-guide-en") == nil)
    #expect(try catalogue.resource("teenage-guide-cy")?.sisters == [])
    #expect(try catalogue.search(.all("orchard")).total == 0)
    var request = SearchRequest.all()
    request.facets = [.kind]
    let answer = try catalogue.search(request)
    #expect(answer.total == 11)
    let guides = answer.facets.first?.values.first { $0.value == "guide" }
    #expect(guides?.count == 1)
  }

  @Test func `a build in steps answers as a build at once`() throws {
    let steps = try SmallCatalogue()
    for record in SmallCatalogue.records.dropFirst(4) { try steps.remove(record.id) }
    try steps.build()
    for record in SmallCatalogue.records.dropFirst(4) { try steps.write(record) }
    try steps.build()
    try small.build()
    let (one, other) = (try small.open(), try steps.open())
    for text in ["lantern orchard", "for under-12s", "posters in Welsh", ""] {
      #expect(try one.search(.all(text)).ids == other.search(.all(text)).ids, "\(text)")
    }
  }

  @Test func `a vocabulary that changed is taken over though no record did`() throws {
    let first = try small.build()
    let path = small.folder.path("corpus/vocabulary/link.yaml")
    let before = String(
      decoding: try DiskFileSystem().read(path, bytesMax: 1_000_000), as: UTF8.self)
    try small.write(
      "vocabulary/link.yaml",
      before + "  - id: lost in the post\n    label: {en: Lost in the post, cy: Ar goll}\n")
    let second = try small.build()
    #expect(second.unchanged == 12)
    #expect(second.generation > first.generation)
    #expect(try small.open().vocabularies()["link"]?.value("lost in the post") != nil)
  }

  @Test func `all faults are listed at once, and the index stays as it was`() throws {
    try small.build()
    let files = try indexFiles()
    try small.write(
      .init(id: "unknown-value", title: "A", fields: ["language: [en]", "audience: [childern]"]))
    try small.write(
      .init(id: "broken-date", title: "B", fields: ["language: [en]", "published: \"2021-13\""]))
    try small.write(
      .init(id: "lost-content", title: "C", fields: ["language: [en]", "content: [lost.txt]"]))
    try small.write(
      "resources/zz-twin.md",
      "---\nid: cartoon-en\nwork: cartoon\ntitle:\n  en: \"D\"\nlanguage: [en]\n---\n")
    try small.write("resources/malformed.md", "---\nid: malformed\nwork: [malformed\n---\n")
    try small.remove("wall-poster-cy")

    let faults = try faultsOfBuild()
    func problems(_ id: String) -> [RecordFault.Problem] {
      faults.filter { $0.file == "resources/\(id).md" }.map(\.problem)
    }
    #expect(
      Set(faults.map(\.file)) == [
        "resources/unknown-value.md", "resources/broken-date.md", "resources/lost-content.md",
        "resources/zz-twin.md", "resources/malformed.md",
      ])
    #expect(faults.allSatisfy { $0.severity == .error })
    #expect(problems("unknown-value") == [.unknownValue(found: "childern", nearest: "children")])
    #expect(problems("lost-content") == [.missingContentFile(name: "lost.txt")])
    #expect(
      problems("zz-twin") == [
        .idIsNotFileName(id: "cartoon-en"),
        .duplicateID(id: "cartoon-en", firstFile: "resources/cartoon-en.md"),
      ])
    guard case .badForm(found: "2021-13", expected: _) = problems("broken-date").first else {
      Issue.record("found \(problems("broken-date"))")
      return
    }
    guard case .malformedYAML = problems("malformed").first else {
      Issue.record("found \(problems("malformed"))")
      return
    }

    #expect(try indexFiles() == files)
    let catalogue = try small.open()
    #expect(catalogue.resourceCount == 12)
    #expect(try catalogue.resource("wall-poster-cy") != nil)
  }

  @Test func `a first build with faults leaves no index`() throws {
    try small.write("resources/malformed.md", "no front matter")
    #expect(try faultsOfBuild().map(\.problem) == [.noFrontMatter])
    #expect(throws: CatalogueError.self) { try small.open() }
  }

  /// The faults with which a build is refused.
  private func faultsOfBuild() throws -> [RecordFault] {
    do throws(CatalogueError) {
      _ = try CatalogueBuilder(
        corpus: small.folder.path("corpus"), index: small.index, holder: "test"
      ).build()
    } catch .faults(let faults) {
      return faults
    }
    Issue.record("the build was not refused")
    return []
  }

  @Test(arguments: [".seg", "manifest.json", "catalogue", "questions"])
  func `a damaged index is refused, and rebuilt by a build`(file: String) throws {
    try small.build()
    let names = try DiskFileSystem().list(small.index).map(\.name)
    let name = try #require(names.first { $0.contains(file) })
    var damaged = try bytes(name)
    damaged[damaged.count / 2] ^= 1
    try small.folder.write("index/" + name, damaged)
    #expect(throws: CatalogueError.self) { _ = try small.open().vocabularies() }

    let report = try small.build()
    #expect(report.resources == 12)
    let catalogue = try small.open()
    #expect(catalogue.generation == report.generation)
    #expect(
      try catalogue.search(.all()).ids.sorted() == SmallCatalogue.records.map(\.id).sorted())
    #expect(try catalogue.vocabularies()["kind"] != nil)
    #expect(try IndexHealth.check(index: small.index).faults == [])
  }

  @Test func `a build anew adds everything again`() throws {
    let first = try small.build()
    let report = try CatalogueBuilder(
      corpus: small.folder.path("corpus"), index: small.index, holder: "test"
    ).build(anew: true)
    #expect(counts(report) == ["resources": 12, "added": 12, "removed": 0, "unchanged": 0])
    #expect(report.generation > first.generation)
    #expect(try small.open().resourceCount == 12)
  }

  @Test func `progress counts every record file once`() throws {
    var seen: [Int] = []
    _ = try CatalogueBuilder(
      corpus: small.folder.path("corpus"), index: small.index, holder: "test"
    ).build { progress in
      #expect(progress.of == 12)
      seen.append(progress.done)
    }
    #expect(seen == Array(1...12))
  }
}
