import Catalogue
import Records
import TestSupport
import Testing

@Suite struct CoverageTests {
  let folder: TemporaryFolder
  let small: Catalogue

  init() throws {
    (folder, small) = try SmallCatalogue.built()
  }

  /// Holds each cell of the matrix against a look at every resource that `request` finds.
  private func expectScan(
    _ catalogue: Catalogue, _ request: SearchRequest, _ facets: [Facet],
    _ remark: Comment? = nil
  ) throws {
    let found = try ResourceScan(catalogue).matching(request)
    let coverage = try catalogue.coverage(request, by: facets)
    #expect(coverage.facets == facets, remark)
    #expect(coverage.total == found.count, remark)
    #expect(coverage.generation == catalogue.generation)
    for cell in coverage.cells {
      try #require(cell.values.count == facets.count)
      let expected = found.count { resource in
        zip(facets, cell.values).allSatisfy { facet, value in
          ResourceScan.values(facet, of: resource).contains(value)
        }
      }
      #expect(cell.count == expected, "\(cell.values) of \(request)")
    }
    #expect(coverage.gaps == coverage.cells.filter { $0.count == 0 }.count)
  }

  @Test func `cells equal a scan over the resources`() throws {
    let shipped = try ShippedCatalogue.shared.get()
    try expectScan(shipped, .all(), [.audience, .language])
    try expectScan(shipped, .all(), [.kind])
    try expectScan(shipped, .all(), [.status, .ageOf, .audience])
    try expectScan(small, .all(), [.language, .audience])
  }

  @Test func `there is a cell for each combination, in the vocabularies' order`() throws {
    let vocabularies = try small.vocabularies()
    let audiences = try #require(vocabularies["audience"]).values.map(\.id)
    let languages = try #require(vocabularies["language"]).values.map(\.id)
    let coverage = try small.coverage(.all(), by: [.audience, .language])
    let expected = audiences.flatMap { audience in languages.map { [audience, $0] } }
    #expect(coverage.cells.map(\.values) == expected)
  }

  @Test func `the same cells have the same counts whichever facet is outside`() throws {
    func counts(_ facets: [Facet]) throws -> [[String]: Int] {
      var counts: [[String]: Int] = [:]
      for cell in try small.coverage(.all(), by: facets).cells {
        counts[cell.values.sorted()] = cell.count
      }
      return counts
    }
    #expect(try counts([.audience, .language]) == counts([.language, .audience]))
  }

  @Test func `a filter on a facet of the matrix is kept`() throws {
    let request = SearchRequest.all("", [FacetFilter(.language, ["cy"])])
    try expectScan(small, request, [.audience, .language])
    try expectScan(small, request, [.language, .audience])
    let cells = try small.coverage(request, by: [.audience, .language]).cells
    #expect(cells.allSatisfy { $0.values[1].hasPrefix("cy") || $0.count == 0 })
    #expect(cells.contains { $0.values == ["children", "cy"] && $0.count == 3 })
    let typed = try small.coverage(.all("language:cy"), by: [.audience, .language])
    #expect(typed.cells == cells)
  }

  @Test func `cells equal a scan for any filters`() throws {
    let shipped = try ShippedCatalogue.shared.get()
    let scan = try ResourceScan(shipped)
    var seed = Seed()
    for _ in 0..<20 {
      let request = scan.randomRequest(&seed)
      try expectScan(shipped, request, [.audience, .status], "seed \(seed.value)")
    }
  }

  @Test func `a matrix by nothing, or with too many cells, is refused`() throws {
    #expect(
      throws: CatalogueError.badValue(option: "by", found: "", expected: "audience,language")
    ) { try small.coverage(.all(), by: []) }
    #expect(throws: CatalogueError.limit(name: "cells", max: 10_000)) {
      try small.coverage(.all(), by: [.audience, .language, .kind])
    }
  }
}
