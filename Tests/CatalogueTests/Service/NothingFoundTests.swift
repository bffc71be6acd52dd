import Catalogue
import Records
import TestSupport
import Testing

@Suite struct NothingFoundTests {
  let folder: TemporaryFolder
  let catalogue: Catalogue

  init() throws {
    (folder, catalogue) = try SmallCatalogue.built()
  }

  private func without(_ request: SearchRequest) throws -> [String] {
    let answer = try catalogue.search(request)
    #expect(answer.total == 0)
    return answer.without.map { "\($0.filter) \($0.total)" }
  }

  @Test func `the filter that empties a result is named with the total without it`() throws {
    let request = SearchRequest.all(
      "", [FacetFilter(.language, ["bfi"]), FacetFilter(.audience, ["children"])])
    #expect(try without(request) == ["language:bfi 5"])
  }

  @Test func `each of two filters that exclude each other is named`() throws {
    let request = SearchRequest.all(
      "", [FacetFilter(.language, ["en"]), FacetFilter(.kind, ["poster"])])
    #expect(try without(request) == ["language:en 2", "kind:poster 5"])
  }

  @Test func `an age goes together with whose it is`() throws {
    var request = SearchRequest.all("", [FacetFilter(.audience, ["children"])])
    request.ages = [try #require(AgeRange(min: 13, max: nil))]
    #expect(try without(request) == ["audience:children 2", "age:13- 5"])
  }

  @Test func `words are named where no filter by itself empties the result`() throws {
    #expect(
      try without(.all("lantern", [FacetFilter(.language, ["cy"])])) == ["language:cy 2"])
    #expect(
      try without(.all("zeppelin", [FacetFilter(.language, ["cy"])])) == ["text 7"])
  }

  @Test func `a result that is not empty blames no filter`() throws {
    let answer = try catalogue.search(.all("", [FacetFilter(.language, ["en"])]))
    #expect(answer.total > 0)
    #expect(answer.without.isEmpty)
  }

  @Test func `totals without a filter equal a scan for any filters that leave nothing`() throws {
    let catalogue = try ShippedCatalogue.shared.get()
    let scan = try ResourceScan(catalogue)
    var seed = Seed()
    var emptyCount = 0
    for _ in 0..<200 {
      let request = scan.randomFilters(4, &seed)
      let answer = try catalogue.search(request)
      guard answer.total == 0 else {
        #expect(answer.without.isEmpty)
        continue
      }
      emptyCount += 1
      var expected: [String] = []
      for (place, filter) in request.filters.enumerated() {
        var less = request
        less.filters.remove(at: place)
        let total = scan.matching(less).count
        guard total > 0 else { continue }
        expected.append("\(filter.facet.rawValue):\(filter.values.joined(separator: ",")) \(total)")
      }
      #expect(
        answer.without.map { "\($0.filter) \($0.total)" } == expected,
        "\(request) seed \(seed.value)")
    }
    #expect(emptyCount > 10, "seed \(seed.value)")
  }
}
