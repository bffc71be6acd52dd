import SearchIndex
import TestSupport
import Testing

/// However few are asked for, they are the first of all there are.
@Suite struct RankSafetyTests {
  static let shapes: [(batches: [Int], changes: Int)] = [
    ([100, 3, 200], 60), ([4_097, 130], 100),
  ]

  @Test(arguments: shapes.indices)
  func `the top k are the first k of everything`(_ shape: Int) throws {
    var index = try makeIndex(shape)
    for _ in 0..<25 {
      let query = index.corpus.query(depth: 2)
      let all = try index.reader.search(query, top: 10_000)
      for top in [0, 1, 2, 10, 128] {
        let found = try index.reader.search(query, top: top)
        #expect(found.total == all.total)
        #expect(found.hits == Array(all.hits.prefix(top)), "\(query) \(index.corpus.seed.value)")
      }
    }
  }

  @Test(arguments: shapes.indices)
  func `the best of sums, conjunctions and phrases under a filter are the scan's`(
    _ shape: Int
  ) throws {
    var index = try makeIndex(shape)
    let words = index.naive.terms("body")
    let tags = index.naive.terms("kind").map { String(decoding: $0, as: UTF8.self) }
    for _ in 0..<40 {
      let terms = (0..<2 + index.corpus.number(below: 3)).map { _ in
        Query.term(FieldTerm("body", words[index.corpus.number(below: words.count)]))
      }
      let filter = Query.tags(
        field: "kind", [tags[index.corpus.number(below: tags.count)]])
      let phrase = Phrase(
        field: "body",
        words: (0..<2).map {
          Phrase.Word(place: $0, terms: [words[index.corpus.number(below: words.count)]])
        })
      for scored in [
        Query.or(terms), Query.and(Array(terms.prefix(2))), terms[0], .phrase(phrase),
        Query.and([.boosted(terms[0], by: 0), terms[1]]),
        .prefix(FieldTerm("body", Array(words[index.corpus.number(below: words.count)].prefix(1)))),
      ] {
        let query = Query.boolean(BooleanQuery(must: [scored], filter: [filter]))
        let expected = index.naive.ranked(query)
        for top in [1, 3, 10] {
          let found = try index.reader.search(
            query, top: top, options: SearchOptions(countsHits: false))
          #expect(
            found.hits == Array(expected.prefix(top)),
            "\(query) \(index.corpus.seed.value)")
          let counted = try index.reader.search(query, top: top)
          #expect(counted.hits == found.hits && counted.total == expected.count)
        }
        for sort in Self.scoreFirst {
          let expected = index.naive.ranked(query, by: sort)
          for (top, countsHits) in [(1, true), (3, false), (10, true), (10, false)] {
            let found = try index.reader.search(
              query, top: top, sort: sort, options: SearchOptions(countsHits: countsHits))
            #expect(
              found.hits == Array(expected.prefix(top)),
              "\(query) by \(sort), seed \(index.corpus.seed.value)")
            #expect(!countsHits || found.total == expected.count)
          }
        }
      }
    }
  }

  /// Orders in which other keys decide between equal scores.
  private static let scoreFirst: [[SortKey]] = [
    [.score, .tag(field: "kind", descending: true)],
    [.score, .number(field: "year", descending: false), .tag(field: "kind", descending: false)],
  ]

  @Test(arguments: shapes.indices)
  func `sorted hits are the first of the scan's in that order`(_ shape: Int) throws {
    var index = try makeIndex(shape)
    for _ in 0..<20 {
      let query = index.corpus.query(depth: 1)
      let sort = index.corpus.sort()
      let expected = index.naive.ranked(query, by: sort)
      for top in [1, 10, 10_000] {
        let found = try index.reader.search(query, top: top, sort: sort)
        #expect(found.total == expected.count)
        #expect(
          found.hits == Array(expected.prefix(top)),
          "\(query) by \(sort), seed \(index.corpus.seed.value)")
      }
    }
  }

  @Test(arguments: shapes.indices)
  func `an explanation has the score of the search`(_ shape: Int) throws {
    var index = try makeIndex(shape)
    for _ in 0..<20 {
      let query = index.corpus.query(depth: 2)
      for hit in try index.reader.search(query, top: 3).hits {
        let explanation = try index.reader.explain(query, hit)
        #expect(explanation.isMatch)
        #expect(explanation.value == hit.score, "\(query) \(index.corpus.seed.value)")
      }
      let matched = index.naive.matches(query)
      guard
        let other = index.naive.places.first(where: { place in
          !matched.contains { $0.segment == place.segment && $0.docID == place.docID }
        })
      else { continue }
      let hit = TopDocs.Hit(segment: other.segment, docID: other.docID, score: 0)
      #expect(try !index.reader.explain(query, hit).isMatch)
    }
  }

  private func makeIndex(_ shape: Int) throws -> CorpusIndex {
    let (batches, changes) = Self.shapes[shape]
    return try CorpusIndex(batches: batches, changes: changes, seed: Seed())
  }
}
