import Catalogue
import Records
import TestSupport
import Testing

@Suite struct FacetCountTests {
  let folder: TemporaryFolder
  let small: Catalogue

  init() throws {
    (folder, small) = try SmallCatalogue.built()
  }

  private func counts(_ facet: FacetAnswer) -> [String: Int] {
    var counts: [String: Int] = [:]
    for value in facet.values { counts[value.value, default: 0] += value.count }
    return counts
  }

  @Test func `a facet's counts ignore its own filter and obey all others`() throws {
    var request = SearchRequest.all(
      "", [FacetFilter(.language, ["en"]), FacetFilter(.kind, ["guide"])])
    request.facets = [.language, .kind]
    let answer = try small.search(request)
    #expect(answer.ids == ["teenage-guide-en"])
    try #require(answer.facets.count == 2)
    #expect(counts(answer.facets[0]) == ["cy": 1, "en": 1])
    #expect(
      counts(answer.facets[1]) == [
        "web page": 1, "video": 1, "guide": 1, "leaflet": 1, "research report": 1,
      ])
  }

  @Test func `totals and counts equal a scan over all resources for any filters`() throws {
    let catalogue = try ShippedCatalogue.shared.get()
    let scan = try ResourceScan(catalogue)
    var seed = Seed()
    for _ in 0..<150 {
      var request = scan.randomRequest(&seed)
      request.facets = Facet.allCases
      request.facetLimit = .max
      let answer = try catalogue.search(request)
      let expected = scan.matching(request).map(\.id.slug).sorted()
      #expect(answer.total == expected.count, "\(request) seed \(seed.value)")
      #expect(answer.ids.sorted() == expected, "\(request) seed \(seed.value)")
      #expect(answer.facets.map(\.facet) == Facet.allCases)
      for facet in answer.facets {
        #expect(
          counts(facet) == scan.counts(facet.facet, request),
          "\(facet.facet) of \(request) seed \(seed.value)")
      }
    }
  }

  @Test func `the commonest values come first, and no more than were asked for`() throws {
    let catalogue = try ShippedCatalogue.shared.get()
    var request = SearchRequest.all()
    request.facets = [.topic]
    request.facetLimit = .max
    let all = try #require(try catalogue.search(request).facets.first).values
    for (value, next) in zip(all, all.dropFirst()) { #expect(value.count >= next.count) }
    request.facetLimit = 5
    #expect(try catalogue.search(request).facets.first?.values == Array(all.prefix(5)))
  }
}
