import Catalogue
import Records
import TestSupport
import Testing

@Suite struct AgeSemanticsTests {
  let folder: TemporaryFolder
  let catalogue: Catalogue

  init() throws {
    (folder, catalogue) = try SmallCatalogue.built()
  }

  private func found(
    _ ages: String, _ audiences: [String] = [], of scope: AgeScope? = nil
  ) throws -> [String] {
    var request = SearchRequest.all()
    request.ages = [try #require(AgeExpression.range(ages))]
    if !audiences.isEmpty { request.filters = [FacetFilter(.audience, audiences)] }
    request.ageOf = scope
    return try catalogue.search(request).ids.sorted()
  }

  @Test func `one age finds the ranges that contain it`() throws {
    #expect(try found("8") == ["cartoon-en", "children-page-cy", "children-page-en"])
    #expect(try found("11") == ["children-page-cy", "children-page-en", "teenage-guide-en"])
    #expect(try found("12") == ["teenage-guide-cy", "teenage-guide-en"])
  }

  @Test func `a range finds the ranges that overlap it`() throws {
    #expect(
      try found("under-12") == [
        "cartoon-en", "children-page-cy", "children-page-en", "classroom-poster-cy",
        "teenage-guide-en",
      ])
    #expect(
      try found("8-11") == [
        "cartoon-en", "children-page-cy", "children-page-en", "teenage-guide-en",
      ])
  }

  @Test func `an open end has no bound`() throws {
    #expect(try found("19+") == ["teenage-guide-cy"])
    #expect(try found("120") == ["teenage-guide-cy"])
    #expect(try found("-4") == ["children-page-cy", "children-page-en"])
  }

  @Test func `any of several ages will do`() throws {
    var request = SearchRequest.all()
    request.ages = [AgeRange("6"), AgeRange("30")].compactMap { $0 }
    try #require(request.ages.count == 2)
    #expect(
      try catalogue.search(request).ids.sorted() == [
        "children-page-cy", "children-page-en", "classroom-poster-cy", "teenage-guide-cy",
      ])
  }

  @Test func `an age alone, or with young readers, is the reader's`() throws {
    #expect(
      try found("9", ["children"]) == ["cartoon-en", "children-page-cy", "children-page-en"])
    #expect(try found("9", ["young people"]) == [])
  }

  @Test func `an age with the adults around a child is the child's`() throws {
    #expect(try found("under-5", ["parents"]) == ["home-leaflet-cy", "home-leaflet-en"])
    #expect(try found("9", ["carers"]) == ["home-leaflet-cy"])
    #expect(try found("9", ["education settings"]) == ["lesson-cy"])
  }

  @Test func `an age with readers and adults together is anybody's`() throws {
    #expect(
      try found("9", ["children", "parents"]) == [
        "cartoon-en", "children-page-cy", "children-page-en", "home-leaflet-cy",
      ])
  }

  @Test func `whose age it is can be said`() throws {
    #expect(try found("9", of: .child) == ["home-leaflet-cy", "lesson-cy"])
    #expect(try found("9", ["parents"], of: .reader) == [])
    #expect(
      try found("9", of: .any) == [
        "cartoon-en", "children-page-cy", "children-page-en", "home-leaflet-cy", "lesson-cy",
      ])
    #expect(
      try catalogue.search(.all("age:9 age_of:child")).ids.sorted()
        == ["home-leaflet-cy", "lesson-cy"])
  }

  @Test func `a resource without an age range never matches, and is counted`() throws {
    var request = SearchRequest.all()
    request.ages = [try #require(AgeRange(min: 0, max: nil))]
    request.ageOf = .any
    let answer = try catalogue.search(request)
    #expect(answer.total == 9)
    #expect(answer.leftOutNoAge == 3)
    #expect(answer.hits.allSatisfy { $0.resource.ageRange != nil })
  }

  @Test func `under 12s are readers, and parents of under 12s have children of that age`() throws {
    let readers = try catalogue.search(.all("for under-12s")).hits.map(\.resource)
    #expect(readers.count == 5)
    #expect(readers.allSatisfy { $0.ageOf == .reader })
    #expect(
      try catalogue.search(.all("for parents of under-12s")).ids.sorted()
        == ["home-leaflet-cy", "home-leaflet-en"])
  }

  @Test func `an implied audience hides nobody whose age overlaps`() throws {
    let implied = try catalogue.search(.all("for under-12s"))
    let said = try catalogue.search(.all("for children under 12"))
    #expect(implied.ids.contains("teenage-guide-en"))
    #expect(said.ids == implied.ids)
  }

  @Test(arguments: [
    ("what exists in Welsh for under-12s", "beth sydd ar gael yn Gymraeg i blant dan 12"),
    (
      "what is there in Welsh for parents of under-5s",
      "beth sydd ar gael i rieni plant dan 5 yn Gymraeg?"
    ),
  ])
  func `a question has the same answers in both languages`(
    english: String, welsh: String
  ) throws {
    let shipped = try ShippedCatalogue.shared.get()
    for asked in [catalogue, shipped] {
      let answer = try asked.search(.all(english))
      #expect(answer.total > 0)
      #expect(try asked.search(.all(welsh)).ids == answer.ids)
    }
  }
}
