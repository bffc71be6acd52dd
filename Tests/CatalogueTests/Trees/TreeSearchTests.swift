import Catalogue
import Records
import TestSupport
import Testing

/// What a door's own grammar asks for, by the tree that it made.
@Suite struct TreeSearchTests {
  @Test func `a tree of filters finds, in the same order, what a request with them finds`() throws {
    let (folder, catalogue) = try SmallCatalogue.built()
    defer { withExtendedLifetime(folder) {} }
    let scan = try ResourceScan(catalogue)
    var seed = Seed()
    for _ in 0..<300 {
      let request = scan.randomRequest(&seed)
      var clauses = request.filters.map { Self.clause(.facet($0)) }
      if !request.ages.isEmpty { clauses.append(Self.clause(.or(request.ages.map { .age($0) }))) }
      if let scope = request.ageOf { clauses.append(Self.clause(.ageOf(scope))) }
      if let days = request.published { clauses.append(Self.clause(.published(days))) }
      guard !clauses.isEmpty else { continue }
      var search = TreeSearch(.sequence(clauses))
      search.limit = 1_000
      let ids = try catalogue.find(search).hits.map(\.id)
      #expect(try ids == catalogue.search(request).ids, "\(request) \(seed.value)")
      #expect(Set(ids) == Set(scan.matching(request).map(\.id.slug)), "\(seed.value)")
      #expect(try catalogue.count(search) == ids.count)
    }
  }

  @Test func `a page is a part of the whole, also where scores are equal`() throws {
    let (folder, catalogue) = try SmallCatalogue.built()
    defer { withExtendedLifetime(folder) {} }
    for words in [["lantern"], ["harbour", "lantern"], ["your"], ["a"]] {
      let tree = QueryTree.or(words.map { .word($0) })
      let whole = try Self.ids(tree, 0, 1_000, catalogue)
      #expect(!whole.isEmpty)
      for limit in 1...whole.count + 1 {
        #expect(try Self.ids(tree, 0, limit, catalogue) == Array(whole.prefix(limit)))
        #expect(
          try Self.ids(tree, 1, limit, catalogue) == Array(whole.dropFirst().prefix(limit)))
      }
    }
  }

  @Test func `what is only liked orders and hides nothing`() throws {
    let (folder, catalogue) = try SmallCatalogue.built()
    defer { withExtendedLifetime(folder) {} }
    let liked = QueryTree.Clause(.optional, .word("orchard"), at: 0..<0)
    let harbour = try Self.ids(.word("harbour"), 0, 1_000, catalogue)
    let ids = try Self.ids(
      .sequence([Self.clause(.word("harbour")), liked]), 0, 1_000, catalogue)
    #expect(Set(ids) == Set(harbour) && ids.first == "teenage-guide-en")
    #expect(
      try Self.ids(.sequence([liked]), 0, 1_000, catalogue).count == catalogue.resourceCount)
  }

  @Test func `named fields narrow the fields around them`() throws {
    let (folder, catalogue) = try SmallCatalogue.built()
    defer { withExtendedLifetime(folder) {} }
    let inTitle = QueryTree.fields([.title], .word("lantern"))
    #expect(try Self.ids(inTitle, 0, 10, catalogue) == [])
    #expect(try Self.ids(.fields([.title, .body], .word("lantern")), 0, 10, catalogue).count == 2)
    #expect(
      try Self.ids(.fields([.body], .fields([.title], .word("boat"))), 0, 10, catalogue) == [])
  }

  @Test func `an order goes by what the columns hold, what has nothing last`() throws {
    let (folder, catalogue) = try SmallCatalogue.built()
    defer { withExtendedLifetime(folder) {} }
    for isDescending in [false, true] {
      var search = TreeSearch(.everything)
      search.limit = 1_000
      search.givesSortValues = true
      search.orderings = [.init(.number(.published), isDescending: isDescending)]
      let hits = try catalogue.find(search).hits
      let numbers = hits.compactMap(\.sortNumber)
      #expect(numbers == (isDescending ? numbers.sorted(by: >) : numbers.sorted()))
      #expect(hits.prefix(numbers.count).allSatisfy { $0.sortNumber != nil })
      #expect(hits.count == catalogue.resourceCount)
    }
  }

  @Test func `values are found whatever their case, by their ends and by what is within`() throws {
    let (folder, catalogue) = try SmallCatalogue.built()
    defer { withExtendedLifetime(folder) {} }
    #expect(
      try catalogue.spellings(of: .kind, matching: [.equal("LEAFLET"), .equal("nothing")])
        == ["leaflet"])
    #expect(try catalogue.spellings(of: .kind, matching: [.prefix("Less")]) == ["lesson plan"])
    #expect(try catalogue.spellings(of: .kind, matching: [.suffix("PLAN")]) == ["lesson plan"])
    #expect(
      try catalogue.spellings(of: .kind, matching: [.containing("e")]).count
        == catalogue.foldedValues(of: .kind).count { $0.contains("e") })
  }

  private static func clause(_ tree: QueryTree) -> QueryTree.Clause {
    QueryTree.Clause(.needed, tree, at: 0..<0)
  }

  private static func ids(
    _ tree: QueryTree, _ offset: Int, _ limit: Int, _ catalogue: Catalogue
  ) throws -> [String] {
    var search = TreeSearch(tree)
    (search.offset, search.limit, search.content) = (offset, limit, .ids)
    return try catalogue.find(search).hits.map(\.id)
  }
}
