import TestSupport
import Testing

@testable import SearchIndex

struct TermTableTests {
  @Test func `a table is a dictionary from bytes to the order of appearance`() {
    var seed = Seed()
    var table = TermTable()
    var expected: [[UInt8]: Int] = [:]
    for _ in 0..<5_000 {
      let term = (0..<Int.random(in: 0..<5, using: &seed)).map { _ in
        UInt8.random(in: 97..<103, using: &seed)
      }
      let (number, isNew) = table.insert([0] + term + [0], 1..<term.count + 1)
      #expect(isNew == (expected[term] == nil))
      #expect(number == expected[term, default: expected.count])
      expected[term] = number
    }
    #expect(table.count == expected.count)
    for (term, number) in expected {
      #expect(table.find(term) == number)
      #expect(table.term(number) == term)
    }
    #expect(table.find(Array("zz".utf8)) == nil)
  }

  @Test func `terms are sorted by bytes, also past the eighth and with zeros`() {
    var table = TermTable()
    let terms = [
      "12345678b", "12345678", "12345678a", "", "1", "\u{0}", "1\u{0}", "ŵ", "z", "12345678\u{0}",
    ].map { Array($0.utf8) }
    for term in terms { _ = table.insert(term, term.indices) }
    #expect(
      table.sorted().map { table.term($0) } == terms.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
