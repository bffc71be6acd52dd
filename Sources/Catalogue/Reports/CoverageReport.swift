internal import Records

/// Fills the coverage matrix of a catalogue.
struct CoverageReport {
  /// The most cells of one matrix.
  static let cellsMax = 10_000

  let catalogue: Catalogue

  /// The counts of every combination of the vocabularies' values among the resources that `request`
  /// finds, by one search per combination of all facets but the last.
  func coverage(
    _ request: SearchRequest, by facets: [Facet]
  ) throws(CatalogueError) -> Coverage {
    guard let last = facets.last else {
      throw CatalogueError.badValue(option: "by", found: "", expected: "audience,language")
    }
    let values = try facets.map { (facet) throws(CatalogueError) in try self.values(facet) }
    let cellCount = values.reduce(1) { product, list in
      let (result, overflow) = product.multipliedReportingOverflow(by: list.count)
      return overflow ? Int.max : result
    }
    guard cellCount <= Self.cellsMax else {
      throw CatalogueError.limit(name: "cells", max: Self.cellsMax)
    }
    var base = request
    base.limit = 0
    base.offset = 0
    // The time allowed is for the whole matrix.
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .milliseconds(request.timeoutMilliseconds))
    let total = try catalogue.search(base).total
    var cells: [Coverage.Cell] = []
    for combination in Self.combinations(values.dropLast()) {
      var row = base
      row.filters += zip(facets, combination).map { FacetFilter($0, [$1]) }
      row.facets = [last]
      row.facetLimit = .max
      let left = (deadline - clock.now).components
      let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { throw CatalogueError.timeout }
      row.timeoutMilliseconds = Int(milliseconds)
      let counts = try catalogue.search(row).facets.first?.values ?? []
      for value in values[facets.count - 1] {
        let count = counts.first { $0.value == value }?.count ?? 0
        cells.append(Coverage.Cell(values: combination + [value], count: count))
      }
    }
    return Coverage(
      facets: facets, cells: cells, total: total, generation: catalogue.generation)
  }

  /// A facet's values: its vocabulary's, or those in use.
  private func values(_ facet: Facet) throws(CatalogueError) -> [String] {
    if let name = facet.vocabulary, let vocabulary = try catalogue.vocabularies()[name] {
      return vocabulary.values.map(\.id)
    }
    var all = SearchRequest()
    all.limit = 0
    all.facets = [facet]
    all.facetLimit = .max
    return try (catalogue.search(all).facets.first?.values ?? []).map(\.value).sorted()
  }

  private static func combinations(_ lists: some Collection<[String]>) -> [[String]] {
    lists.reduce([[]]) { prefixes, list in
      prefixes.flatMap { prefix in list.map { prefix + [$0] } }
    }
  }
}
