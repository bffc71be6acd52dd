import Catalogue
import Records
import TestSupport
import Testing

@Suite struct LeftOutTests {
  let catalogue: Catalogue
  let scan: ResourceScan

  init() throws {
    catalogue = try ShippedCatalogue.shared.get()
    scan = try ResourceScan(catalogue)
  }

  @Test func `those left out for having no age equal a scan for any filters`() throws {
    var seed = Seed()
    var askedCount = 0
    for _ in 0..<150 {
      let request = scan.randomRequest(&seed)
      let asksAge = !request.ages.isEmpty || request.ageOf == .reader || request.ageOf == .child
      if asksAge { askedCount += 1 }
      let expected = asksAge ? scan.leftOutNoAge(request) : nil
      #expect(
        try catalogue.search(request).leftOutNoAge == expected, "\(request) seed \(seed.value)")
    }
    #expect(askedCount > 30)
  }

  @Test(arguments: ["abuse", "online", "rhieni", "poster", "zeppelin"])
  func `those left out have the word that was asked for`(word: String) throws {
    var request = SearchRequest.all(word)
    request.isLiteral = true
    let found = try catalogue.search(request).hits.map(\.resource)
    request.ages = [try #require(AgeRange(min: 0, max: 11))]
    let expected = found.filter { $0.ageRange == nil }.count
    #expect(try catalogue.search(request).leftOutNoAge == expected)
  }

  @Test func `an answer to no question of age says nothing of it`() throws {
    #expect(try catalogue.search(.all("posters in Welsh")).leftOutNoAge == nil)
  }
}
