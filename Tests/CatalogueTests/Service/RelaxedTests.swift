import Catalogue
import TestSupport
import Testing

/// One record has *lantern* and *harbour*, one *lantern* alone, one *harbour orchard*.
@Suite struct RelaxedTests {
  let folder: TemporaryFolder
  let catalogue: Catalogue

  init() throws {
    (folder, catalogue) = try SmallCatalogue.built()
  }

  private func expect(
    _ text: String, _ ids: [String], isRelaxed: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try catalogue.search(.all(text))
    #expect(answer.ids.sorted() == ids, "\(text)", sourceLocation: sourceLocation)
    #expect(answer.total == ids.count, "\(text)", sourceLocation: sourceLocation)
    #expect(answer.isRelaxed == isRelaxed, "\(text)", sourceLocation: sourceLocation)
  }

  @Test func `all words are asked for first`() throws {
    try expect("lantern harbour", ["children-page-en"], isRelaxed: false)
    try expect("lantern", ["cartoon-en", "children-page-en"], isRelaxed: false)
  }

  @Test func `where nothing has all words, some will do`() throws {
    try expect(
      "lantern orchard", ["cartoon-en", "children-page-en", "teenage-guide-en"], isRelaxed: true)
    try expect("lantern zeppelin", ["cartoon-en", "children-page-en"], isRelaxed: true)
  }

  @Test func `what has more of the words comes first`() throws {
    let answer = try catalogue.search(.all("lantern harbour zeppelin"))
    #expect(answer.isRelaxed)
    #expect(answer.ids.first == "children-page-en")
    #expect(answer.total == 3)
  }

  @Test func `a word with a plus stays needed`() throws {
    try expect("+lantern orchard", ["cartoon-en", "children-page-en"], isRelaxed: true)
    try expect("+orchard lantern", ["teenage-guide-en"], isRelaxed: true)
    try expect("+lantern +orchard", [], isRelaxed: false)
    try expect("+zeppelin lantern", [], isRelaxed: false)
  }

  @Test func `a word with a minus stays away`() throws {
    try expect("lantern orchard -harbour", ["cartoon-en"], isRelaxed: true)
  }

  @Test func `filters stay needed`() throws {
    try expect("lantern orchard kind:guide", ["teenage-guide-en"], isRelaxed: true)
    try expect("lantern orchard kind:poster", [], isRelaxed: false)
  }

  @Test func `a phrase is one of the words`() throws {
    try expect(
      "\"the harbour\" zeppelin", ["children-page-en", "teenage-guide-en"], isRelaxed: true)
    try expect("\"orchard harbour\" zeppelin", [], isRelaxed: false)
  }
}
