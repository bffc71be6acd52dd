import TestSupport
import Testing

@testable import SearchIndex

struct TermTableTests {
  @Test func `a table is a dictionary from bytes to the order of appearance`() {
    var seed = Seed()
    var table = TermTable()
    var expected: [[UInt8]: UInt32] = [:]
    for _ in 0..<20_000 {
      // Few letters, zeros among them, around the border of eight bytes and past sixteen.
      let length = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17].randomElement(using: &seed) ?? 0
      let term = (0..<length).map { index in
        index < 6 || index > 14 ? UInt8.random(in: 0..<3, using: &seed) : 7
      }
      let slack = Int.random(in: 0..<10, using: &seed)
      let bytes = [0] + term + [UInt8](repeating: 9, count: slack)
      let number = table.insert(bytes.span, 1, term.count)
      #expect(number == expected[term, default: UInt32(expected.count)])
      expected[term] = number
    }
    #expect(expected.count > 3_000)
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
    for term in terms { _ = table.insert(term) }
    #expect(
      table.sorted().map { table.term($0.number) }
        == terms.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `many terms are sorted as few are`() {
    var seed = Seed()
    var table = TermTable()
    var terms: Set<[UInt8]> = []
    for _ in 0..<5_000 {
      let term = (0..<Int.random(in: 0..<12, using: &seed)).map { _ in
        UInt8.random(in: 0...255, using: &seed) & 0b1001_0001
      }
      _ = table.insert(term)
      terms.insert(term)
    }
    #expect(
      table.sorted().map { table.term($0.number) }
        == terms.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
