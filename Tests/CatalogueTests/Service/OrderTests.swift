import Catalogue
import Records
import TestSupport
import Testing

@Suite struct OrderTests {
  let folder: TemporaryFolder
  let small: Catalogue

  init() throws {
    (folder, small) = try SmallCatalogue.built()
  }

  @Test func `equal ages come first, then those inside, then those that overlap`() throws {
    var request = SearchRequest.all()
    request.ages = [try #require(AgeRange(min: 0, max: 11))]
    request.ageOf = .any
    #expect(
      try small.search(request).ids == [
        // Equal, the newest first.
        "home-leaflet-cy", "children-page-cy", "children-page-en",
        // Inside, the newest first, the undated last and by id.
        "classroom-poster-cy", "home-leaflet-en", "cartoon-en", "lesson-cy",
        // Overlapping.
        "teenage-guide-en",
      ])
  }

  @Test func `a question without words left is ordered by fit too`() throws {
    #expect(
      try small.search(.all("for under-12s")).ids == [
        "children-page-cy", "children-page-en", "classroom-poster-cy", "cartoon-en",
        "teenage-guide-en",
      ])
  }

  @Test func `the order by fit equals a sort of all resources for any ages`() throws {
    let catalogue = try ShippedCatalogue.shared.get()
    let scan = try ResourceScan(catalogue)
    var seed = Seed()
    for _ in 0..<100 {
      guard let ages = ResourceScan.randomAges(&seed) else { continue }
      var request = SearchRequest.all()
      request.ages = [ages]
      request.ageOf = .any
      let expected = scan.matching(request).sorted { left, right in
        (fit(right, ages), day(right), left.id) < (fit(left, ages), day(left), right.id)
      }
      #expect(
        try catalogue.search(request).ids == expected.map(\.id.slug),
        "\(ages) seed \(seed.value)")
    }
  }

  /// 2 where the ages are the same, 1 where the resource's lie inside those asked for.
  private func fit(_ resource: Resource, _ ages: AgeRange) -> Int {
    guard let own = resource.ageRange?.years else { return 0 }
    if own == ages.years { return 2 }
    return ages.years.contains(own.lowerBound) && ages.years.contains(own.upperBound) ? 1 : 0
  }

  /// The first day of publication, before all others where there is none.
  private func day(_ resource: Resource) -> Int { resource.published?.firstDay ?? 0 }

  @Test(arguments: ["abuse", "online", "keep safe", "cam-drin", "plant", "\"sexual abuse\""])
  func `words are ordered by score, and equal scores by id`(words: String) throws {
    var request = SearchRequest.all(words)
    request.isLiteral = true
    let hits = try ShippedCatalogue.shared.get().search(request).hits
    try #require(hits.count > 1)
    for (hit, next) in zip(hits, hits.dropFirst()) {
      #expect(hit.score >= next.score)
      if hit.score == next.score { #expect(hit.resource.id < next.resource.id) }
    }
    #expect(hits.map(\.rank) == Array(1...hits.count))
  }

  @Test func `pages follow each other without a gap`() throws {
    let catalogue = try ShippedCatalogue.shared.get()
    for text in ["abuse", "for under-12s", ""] {
      let all = try catalogue.search(.all(text)).ids
      var paged: [String] = []
      for offset in stride(from: 0, to: all.count, by: 7) {
        var request = SearchRequest.all(text)
        request.offset = offset
        request.limit = 7
        paged += try catalogue.search(request).ids
      }
      #expect(paged == all, "\(text)")
    }
  }

  @Test(arguments: ["lantern harbour", "for under-12s", "language:cy", "posters", "zeppelin", ""])
  func `the same question of the same index has the same bytes`(text: String) throws {
    let again = try Catalogue(index: folder.path("index"))
    var request = SearchRequest.all(text)
    request.facets = Facet.allCases
    request.highlights = true
    request.explains = true
    request.groupsWorks = true
    let lines = try [small, small, again].map { catalogue in
      var answer = try catalogue.search(request)
      answer.milliseconds = 0
      return AnswerJSON.search(answer)
    }
    #expect(lines[0] == lines[1])
    #expect(lines[0] == lines[2])
  }

  @Test func `a sort that was asked for comes before the id`() throws {
    var request = SearchRequest.all("", [FacetFilter(.kind, ["guide", "poster", "video"])])
    request.sort = [SortField(.published)]
    #expect(
      try small.search(request).ids == [
        "wall-poster-cy", "teenage-guide-cy", "teenage-guide-en", "classroom-poster-cy",
        "cartoon-en",
      ])
    request.sort = [SortField(.id, descending: true)]
    #expect(try small.search(request).ids.first == "wall-poster-cy")
  }
}
