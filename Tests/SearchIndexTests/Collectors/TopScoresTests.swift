import TestSupport
import Testing

@testable import SearchIndex

@Suite struct TopScoresTests {
  @Test func `the best are kept, equals in order of segment and document`() {
    var seed = Seed()
    for top in [1, 2, 3, 10, 100, 1_000] {
      var best = TopScores(top: top)
      var all: [TopDocs.Hit] = []
      for segment in 0..<2 {
        for base in [0, DocBits.size] {
          var window = Window(scored: true)
          for slot in 0..<DocBits.size where Int.random(in: 0..<10, using: &seed) == 0 {
            window.bits.insert(slot)
            window.scores[slot] = Double(Int.random(in: 0..<20, using: &seed))
            all.append(
              TopDocs.Hit(
                segment: segment, docID: DocID(base + slot), score: Float(window.scores[slot])))
          }
          best.collect(window, segment: segment, base: base)
        }
      }
      // `all` is in order of segment and document, and the sort is stable.
      let expected = all.sorted { $0.score > $1.score }.prefix(top)
      #expect(best.hits() == Array(expected), "seed \(seed.value)")
    }
  }
}
