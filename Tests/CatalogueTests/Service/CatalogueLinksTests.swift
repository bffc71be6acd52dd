import Catalogue
import Curation
import Records
import TestSupport
import Testing

@Suite struct CatalogueLinksTests {
  let small: SmallCatalogue

  init() throws {
    small = try SmallCatalogue()
  }

  private func links() throws(CatalogueError) -> [CatalogueLink] {
    try CatalogueLinks(corpus: small.folder.path("corpus")).all()
  }

  @Test func `a link tells where it stands and what it leads to`() throws {
    try small.write(
      .init(
        id: "harbour-guide-cy", title: "The harbour",
        fields: [
          "language: [cy]", "published: \"2021-03\"", "publisher: [\"A Press\"]",
          "url: \"https://WWW.Example.org/harbour\"",
        ], body: "Llusern wrth yr harbwr."))
    let link = try #require(try links().first)
    #expect(try links().count == 1)
    #expect(link.id.slug == "harbour-guide-cy")
    #expect(link.file == "resources/harbour-guide-cy.md")
    let bytes = try small.text(of: link.file)
    let line = try #require(link.line)
    #expect(bytes.split(separator: "\n")[line - 1].hasPrefix("url:"))
    #expect(link.url == "https://WWW.Example.org/harbour")
    #expect(link.host == "www.example.org")
    #expect(link.title.en == "The harbour")
    #expect(link.language.map(\.tag) == ["cy"])
    #expect(link.published?.text == "2021-03")
    #expect(link.publisher == ["A Press"])
    #expect(link.text.map(\.text) == ["Llusern wrth yr harbwr."])
  }

  @Test func `records that cannot be read are told, not passed over`() throws {
    try small.write("resources/malformed.md", "no front matter")
    #expect {
      try links()
    } throws: { error in
      guard case .faults(let faults)? = error as? CatalogueError else { return false }
      return faults.map(\.file) == ["resources/malformed.md"]
    }
  }

  @Test func `a corpus that is not there is told`() {
    #expect(throws: CatalogueError.self) {
      try CatalogueLinks(corpus: small.folder.path("elsewhere")).all()
    }
  }
}
