internal import Records
internal import SearchIndex
internal import TextAnalysis

/// Fills the coverage matrix of a catalogue.
struct CoverageReport {
  /// The most cells of one matrix.
  static let cellsMax = 10_000

  let execution: QuestionExecution
  let vocabularies: Vocabularies

  /// The counts of every combination of the facets' values among the resources of the plan, all
  /// filters kept; one search per combination of all facets but the last.
  func coverage(by facets: [Facet]) throws(CatalogueError) -> Coverage {
    guard let last = facets.last else {
      throw CatalogueError.badValue(option: "by", found: "", expected: "audience,language")
    }
    do throws(IndexError) {
      let (query, total) = try execution.settled()
      let values = try facets.map { facet throws(IndexError) in try self.values(facet, query) }
      guard Self.cellCount(values) <= Self.cellsMax else {
        throw IndexError.tooComplex(what: "cells", limit: Self.cellsMax)
      }
      var cells: [Coverage.Cell] = []
      for combination in Self.combinations(values.dropLast()) {
        // A cell is its values to the letter: cy is not cy-simple here.
        let row = zip(facets, combination).map { Query.tags(field: $0.rawValue, [$1]) }
        let counts = try execution.counts(
          .boolean(BooleanQuery(filter: [query] + row)), of: last)
        for value in values[facets.count - 1] {
          let count = counts.first { $0.value == value }?.count ?? 0
          cells.append(Coverage.Cell(values: combination + [value], count: count))
        }
      }
      return Coverage(
        facets: facets, cells: cells, total: total, generation: execution.reader.generation)
    } catch {
      switch error {
      case .timeout: throw CatalogueError.timeout
      case .tooComplex(let what, let limit): throw CatalogueError.limit(name: what, max: limit)
      default: throw CatalogueError.index(error)
      }
    }
  }

  /// A facet's values: its vocabulary's, or those in use.
  private func values(_ facet: Facet, _ query: Query) throws(IndexError) -> [String] {
    if let name = facet.vocabulary, let vocabulary = vocabularies[name] {
      return vocabulary.values.map(\.id)
    }
    let order = Collation.order(for: execution.request.wording.rawValue)
    return order.sorted(try execution.counts(query, of: facet).map(\.value), by: \.self)
  }

  private static func cellCount(_ values: [[String]]) -> Int {
    values.reduce(1) { product, list in
      let (result, overflow) = product.multipliedReportingOverflow(by: list.count)
      return overflow ? Int.max : result
    }
  }

  private static func combinations(_ lists: some Collection<[String]>) -> [[String]] {
    lists.reduce([[]]) { prefixes, list in
      prefixes.flatMap { prefix in list.map { prefix + [$0] } }
    }
  }
}
