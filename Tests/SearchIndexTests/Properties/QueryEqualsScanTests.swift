import SearchIndex
import TestSupport
import Testing

/// Every operator, and every tree of them, finds and scores what a scan over all documents does.
@Suite struct QueryEqualsScanTests {
  /// Several segments, with deletes; and sizes on the borders of blocks and windows.
  static let shapes: [(batches: [Int], changes: Int)] = [
    ([0], 0), ([1], 0), ([1], 1), ([127], 0), ([128], 9), ([129], 0), ([60, 1, 130], 40),
    ([4_095], 0), ([4_096], 100), ([4_097, 300], 200),
  ]

  @Test(arguments: shapes.indices)
  func `every operator equals the scan`(_ shape: Int) throws {
    var index = try makeIndex(shape)
    for kind in 0..<RandomCorpus.leafKinds {
      for _ in 0..<4 { try check(index.corpus.leaf(kind: kind), index) }
    }
  }

  @Test(arguments: shapes.indices)
  func `random trees of operators equal the scan`(_ shape: Int) throws {
    var index = try makeIndex(shape)
    for _ in 0..<(index.naive.places.count > 1_000 ? 20 : 150) {
      try check(index.corpus.query(depth: 3), index)
    }
  }

  @Test func `a limit on expansions cuts where the scan cuts, and says so`() throws {
    var index = try CorpusIndex(batches: [50, 50, 50], changes: 10, seed: Seed())
    let naive = NaiveIndex(index.naive.places, expansionsMax: 2)
    let options = SearchOptions(expansionsMax: 2)
    var cuts = 0
    for _ in 0..<200 {
      let query = index.corpus.leaf(kind: 7 + index.corpus.number(below: 2))
      let found = try index.reader.search(query, top: 1_000, options: options)
      let expected = naive.ranked(query)
      #expect(found.hits == expected, "\(query) seed \(index.corpus.seed.value)")
      if found.isCut { cuts += 1 }
      let whole = try index.reader.search(query, top: 1_000)
      #expect(!whole.isCut)
      if whole.total != found.total { #expect(found.isCut) }
      #expect(try index.reader.search(query, top: 0, options: options).isCut == found.isCut)
    }
    #expect(cuts > 20)
  }

  @Test(arguments: [0, 3, 6, 9])
  func `facet counts equal the scan's`(_ shape: Int) throws {
    var index = try makeIndex(shape)
    for _ in 0..<20 {
      let query = index.corpus.query(depth: 2)
      for field in RandomCorpus.tagFields + ["body", "nothing"] {
        let found = try index.reader.facets(query, field: field)
        let expected =
          RandomCorpus.tagFields.contains(field)
          ? index.naive.facets(query, field: field) : []
        #expect(
          found.map { Array($0.value.utf8) } == expected.map { Array($0.value.utf8) }
            && found.map { $0.count } == expected.map { $0.count },
          "\(query) by \(field), seed \(index.corpus.seed.value)")
      }
    }
  }

  @Test(arguments: [1, 5, 6, 9])
  func `the terms of a field and their frequencies equal the scan's`(_ shape: Int) throws {
    let index = try makeIndex(shape)
    for field in RandomCorpus.textFields + RandomCorpus.tagFields + ["nothing"] {
      for prefix in ["", "c", "ca", "cath", "zz"] {
        let all = index.naive.terms(field).filter { $0.starts(with: Array(prefix.utf8)) }
        for limit in [0, 1, 3, 1_000] {
          let found = try index.reader.terms(
            startingWith: Array(prefix.utf8), field: field, limit: limit)
          #expect(found.map { $0.term } == Array(all.prefix(limit)))
          for (term, frequency) in found {
            let fieldTerm = FieldTerm(field, term)
            #expect(frequency == index.naive.documentFrequency(fieldTerm))
            #expect(try frequency == index.reader.documentFrequency(fieldTerm))
          }
        }
      }
    }
  }

  @Test func `the corpora have several segments with deleted documents among them`() throws {
    let segments = try makeIndex(6).reader.statistics.segments
    #expect(segments.count >= 2)
    #expect(segments.contains { $0.deletedCount > 0 })
  }

  private func firstDifference(_ found: [TopDocs.Hit], _ expected: [TopDocs.Hit]) -> String {
    let rank = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }
    guard let (rank, hits) = rank else { return "\(found.count), not \(expected.count) hits" }
    return "hit \(rank) is \(hits.0), not \(hits.1);"
  }

  private func makeIndex(_ shape: Int) throws -> CorpusIndex {
    let (batches, changes) = Self.shapes[shape]
    return try CorpusIndex(batches: batches, changes: changes, seed: Seed())
  }

  private func check(_ query: Query, _ index: CorpusIndex) throws {
    let expected = index.naive.ranked(query)
    let found = try index.reader.search(query, top: index.naive.places.count + 1)
    let place = "\(query), seed \(index.corpus.seed.value)"
    #expect(found.total == expected.count, "\(place)")
    // Not the lists themselves: a failure would print thousands of hits.
    let isEqual = found.hits == expected
    #expect(isEqual, "\(firstDifference(found.hits, expected)) \(place)")
    #expect(try index.reader.count(query) == expected.count, "\(place)")
    #expect(!found.isCut, "\(place)")
  }
}
