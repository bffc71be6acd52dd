import Catalogue
import Records
import TestSupport
import Testing

/// Lists stand in the alphabet of the language they are read in.
@Suite struct AlphabetTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    let small = try SmallCatalogue(records: [])
    let titles = [
      "e-lon": "Lôn y môr", "a-llyfr": "Llyfr", "c-lori": "lori", "b-chwarae": "Chwarae",
      "d-cylch": "Cylch",
    ]
    for (id, title) in titles {
      try small.write(id, titles: ["cy": title, "en": title], language: "cy")
    }
    // Four audiences that are equally common.
    let audiences = ["practitioners", "carers", "parents", "children", "young people"]
    for (number, audience) in audiences.enumerated() {
      try small.write(
        SmallCatalogue.Record(
          id: "x\(number)", title: "zzz \(number)",
          fields: ["audience: [\(audience)]", "publisher: [\"\(["Dwr", "Ddoe"][number % 2])\"]"]))
    }
    try small.build()
    (folder, catalogue) = (small.folder, try small.open())
  }

  private func titles(_ language: InterfaceLanguage, descending: Bool = false) throws -> [String] {
    var request = SearchRequest("language:cy")
    request.wording = language
    request.sort = [SortField(.title, descending: descending)]
    return try catalogue.search(request).hits.map { $0.resource.title.cy ?? "" }
  }

  @Test func `titles stand in Welsh order in Welsh and in English order in English`() throws {
    let welsh = ["Cylch", "Chwarae", "Lôn y môr", "lori", "Llyfr"]
    #expect(try titles(.welsh) == welsh)
    #expect(try titles(.welsh, descending: true) == welsh.reversed())
    #expect(try titles(.english) == ["Chwarae", "Cylch", "Llyfr", "Lôn y môr", "lori"])
  }

  @Test func `values that are equally common stand by label in the language of the request`() throws
  {
    for language in [InterfaceLanguage.english, .welsh] {
      var request = SearchRequest()
      request.facets = [.audience]
      request.wording = language
      let values = try #require(try catalogue.search(request).facets.first?.values)
      #expect(values.count == 5)
      let labels = values.map { $0.label.text(in: language) ?? "" }
      let expected =
        language == .english
        ? ["Carers", "Children", "Parents", "Practitioners", "Young people"]
        : ["Gofalwyr", "Plant", "Pobl ifanc", "Rhieni", "Ymarferwyr"]
      #expect(labels == expected)
      request.facetLimit = 2
      let first = try #require(try catalogue.search(request).facets.first?.values)
      #expect(first == Array(values.prefix(2)))
    }
  }

  @Test func `names in a matrix stand in the alphabet of the request`() throws {
    var request = SearchRequest()
    request.wording = .welsh
    let welsh = try catalogue.coverage(request, by: [.publisher])
    #expect(welsh.cells.map(\.values) == [["Dwr"], ["Ddoe"]])
    request.wording = .english
    let english = try catalogue.coverage(request, by: [.publisher])
    #expect(english.cells.map(\.values) == [["Ddoe"], ["Dwr"]])
  }
}
