import TestSupport
import TextAnalysis
import Testing

@testable import SearchIndex

struct SlicePostingsTests {
  @Test(arguments: [1, 2, 3], [1, 10, 1_000_000])
  func `slices have all occurrences in the order of terms, documents and positions`(
    inverters: Int, countMax: Int
  ) {
    var seed = Seed()
    var fields = (0..<inverters).map { _ in FieldInverter(name: "t", kind: .text) }
    var expected: [String: [[Int]]] = [:]
    for docID in 0..<200 {
      let field = Int.random(in: 0..<inverters, using: &seed)
      // Some documents have two texts, some have alternatives at one position and holes.
      var base = 0
      for text in 0..<Int.random(in: 1...2, using: &seed) {
        if text > 0 { base += FieldInverter.positionGap }
        var batch = TokenBatch()
        var position = 0
        for _ in 0..<Int.random(in: 1..<12, using: &seed) {
          let term = "sharedprefix\(Int.random(in: 0..<30, using: &seed))"
          batch.append(term: term.utf8, position: position, start: 0, end: 0)
          expected[term, default: []].append([docID, base + position])
          position += [0, 1, 1, 1, 3].randomElement(using: &seed) ?? 1
        }
        let last = batch.tokens[batch.count - 1].position
        fields[field].add(batch, to: DocID(docID))
        base += last + 1
      }
    }
    let sources = fields.map { SortedField($0) }
    let slices = TermSlice.cut(sources, pieces: 2, countMax: countMax)
    var terms: [String] = []
    for slice in slices {
      let postings = SlicePostings(slice, of: sources)
      for (index, term) in postings.terms.enumerated() {
        let bytes = sources[term.source].field.table.term(term.number)
        let name = String(decoding: bytes, as: UTF8.self)
        terms.append(name)
        #expect(
          postings.occurrences[postings.range(index)].map {
            [Int($0 >> 32), Int($0 & 0xFFFF_FFFF)]
          }
            == expected[name], "\(name), seed \(seed.value)")
      }
    }
    #expect(terms == expected.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
