import Catalogue
import Records
import Testing

/// Answers of the shipped catalogue against the tables of facts that it was made from.
@Suite(.enabled(if: FactsTables.areThere)) struct TableTests {
  let catalogue: Catalogue
  let tables: FactsTables

  init() throws {
    catalogue = try ShippedCatalogue.shared.get()
    tables = try FactsTables()
  }

  private func found(
    _ filters: [FacetFilter], ages: [AgeRange] = [], of scope: AgeScope? = nil
  ) throws -> [String] {
    var request = SearchRequest.all("", filters)
    request.ages = ages
    request.ageOf = scope
    return try catalogue.search(request).ids.sorted()
  }

  /// Whether the row's ages overlap `ages`; a row without ages has none.
  private func overlaps(_ row: FactsTables.Row, _ ages: ClosedRange<Int>) -> Bool {
    let (low, high) = (row["age_min"] ?? "", row["age_max"] ?? "")
    if low.isEmpty, high.isEmpty { return false }
    return (Int(low) ?? 0) <= ages.upperBound && (Int(high) ?? .max) >= ages.lowerBound
  }

  @Test func `every row is a resource and every resource a row`() throws {
    #expect(tables.rows.count == 291)
    #expect(tables.aliases["audience"]?["parents/carers"] == ["parents", "carers"])
    #expect(try found([]) == tables.ids { _ in true })
  }

  @Test(arguments: ["poster", "animation", "video", "research report", "workshop", "leaflet"])
  func `a kind finds the rows of its words`(kind: String) throws {
    let expected = tables.ids { tables.values("kind", of: $0, facet: "kind").contains(kind) }
    #expect(!expected.isEmpty)
    #expect(try found([FacetFilter(.kind, [kind])]) == expected)
  }

  @Test(arguments: [
    "practitioners", "parents", "carers", "children", "young people", "education settings",
    "policy makers", "survivors", "health staff",
  ])
  func `an audience finds the rows of its words`(audience: String) throws {
    let expected = tables.ids {
      tables.values("audience", of: $0, facet: "audience").contains(audience)
    }
    #expect(!expected.isEmpty)
    #expect(try found([FacetFilter(.audience, [audience])]) == expected)
  }

  @Test func `the counts of all audiences, kinds and languages are those of the tables`() throws {
    let columns: [(Facet, String)] = [
      (.audience, "audience"), (.kind, "kind"), (.language, "languages"),
    ]
    for (facet, column) in columns {
      var expected: [String: Int] = [:]
      for row in tables.rows {
        for value in Set(tables.values(column, of: row, facet: facet.rawValue)) {
          expected[value, default: 0] += 1
        }
      }
      var request = SearchRequest.all()
      request.facets = [facet]
      request.facetLimit = .max
      let values = try #require(try catalogue.search(request).facets.first).values
      let counts = Dictionary(values.map { ($0.value, $0.count) }) { $0 + $1 }
      #expect(counts == expected, "\(facet)")
    }
  }

  @Test func `English for over-12s finds the rows whose readers' ages overlap`() throws {
    let expected = tables.ids { row in
      tables.values("languages", of: row, facet: "language").contains("en")
        && row["age_of"] == "reader" && overlaps(row, 12...120)
    }
    #expect(!expected.isEmpty)
    let ages = try #require(AgeExpression.range("over-12"))
    #expect(try found([FacetFilter(.language, ["en"])], ages: [ages]) == expected)
  }

  @Test func `Welsh for under-12s finds the rows whose readers' ages overlap`() throws {
    let expected = tables.ids { row in
      tables.values("languages", of: row, facet: "language").contains("cy")
        && row["age_of"] == "reader" && overlaps(row, 0...11)
    }
    #expect(!expected.isEmpty)
    #expect(
      try catalogue.search(.all("what exists in Welsh for under-12s")).ids.sorted() == expected)
  }

  @Test func `the ages of children concerned are kept apart from those of readers`() throws {
    let ages = try #require(AgeRange(min: 0, max: 11))
    let scopes: [(AgeScope, String)] = [(.reader, "reader"), (.child, "child concerned")]
    for (scope, name) in scopes {
      let expected = tables.ids { $0["age_of"] == name && overlaps($0, 0...11) }
      #expect(!expected.isEmpty)
      #expect(try found([], ages: [ages], of: scope) == expected)
    }
  }

  @Test func `what was promised and is not there is wanted`() throws {
    let expected = tables.ids { row in
      let plan = row["plan_status"] ?? ""
      return row["url_status"]?.hasPrefix("not published") == true || plan.contains("delayed")
        || plan.contains("announced")
    }
    #expect(expected.count == 4)
    #expect(try found([FacetFilter(.status, ["wanted"])]) == expected)
  }
}
