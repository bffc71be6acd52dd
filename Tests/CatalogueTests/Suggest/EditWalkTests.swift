import TestSupport
import Testing

@testable import Catalogue

@Suite struct EditWalkTests {
  /// A made-up word of few pieces, so that near ones, and long spellings of one sound, are frequent.
  private func word(_ seed: inout Seed) -> String {
    let pieces = ["a", "b", "d", "f", "w", "tion", "shun", "ssion", "gh", "ough", "uff", "ll"]
    return (0..<Int.random(in: 1...5, using: &seed)).map { _ in
      pieces.randomElement(using: &seed) ?? "a"
    }.joined()
  }

  private func cost(_ typed: String, _ meant: String, _ costs: EditCosts, limit: Int = 100) -> Int {
    var walk = EditWalk(scalars(typed), costs: costs, limit: limit)
    for scalar in scalars(meant) { _ = walk.push(scalar) }
    return walk.cost
  }

  @Test func `with plain costs a cost is the number of edits`() {
    var seed = Seed()
    for _ in 0..<2_000 {
      let (one, other) = (word(&seed), word(&seed))
      #expect(
        cost(one, other, .plain) == 4 * editDistance(scalars(one), scalars(other)),
        "\(one) \(other), seed \(seed.value)")
    }
  }

  @Test func `a slip that people make costs no more than any other`() {
    var seed = Seed()
    for _ in 0..<2_000 {
      let (one, other) = (word(&seed), word(&seed))
      let weighted = cost(one, other, EditCosts())
      #expect(weighted <= cost(one, other, .plain), "\(one) \(other), seed \(seed.value)")
      #expect((weighted == 0) == (one == other))
    }
  }

  @Test(arguments: [
    ("ymthygiad", "ymddygiad", 2), ("camvanteisio", "camfanteisio", 2),
    ("animashun", "animation", 2), ("pornografy", "pornography", 2), ("consnet", "consent", 3),
    ("carrers", "carers", 2), ("saftey", "safety", 3), ("iechid", "iechyd", 2), ("cst", "cat", 3),
    ("qat", "cat", 4),
  ])
  func `slips have their price`(typed: String, meant: String, price: Int) {
    #expect(cost(typed, meant, EditCosts()) == price)
  }

  @Test func `walking a list in order finds what comparing each by itself finds`() throws {
    var seed = Seed()
    for round in 0..<40 {
      var words: Set<String> = []
      for _ in 0..<120 { words.insert(word(&seed)) }
      var list = SuggestionList()
      for word in words.sorted() {
        let entry = SuggestionEntry(key: word, language: "cy", count: 1, text: word)
        let isTaken = list.append(entry)
        #expect(isTaken)
      }
      let costs = round.isMultiple(of: 2) ? EditCosts() : .plain
      for limit in [0, 2, 4, 8] {
        let typed = word(&seed)
        var found: [String: Int] = [:]
        list.forEachNear(scalars(typed), costs, limit: limit) { found[list.text($0)] = $1 }
        var expected: [String: Int] = [:]
        for word in words {
          let cost = self.cost(typed, word, costs)
          if cost <= limit { expected[word] = cost }
        }
        #expect(found == expected, "\(typed) \(limit), seed \(seed.value)")
        var prefixed: Set<String> = []
        list.forEachNear(scalars(typed), costs, limit: limit, prefixes: true) { index, _ in
          prefixed.insert(list.text(index))
        }
        let beginning = words.filter { word in
          (0...word.count).contains { self.cost(typed, String(word.prefix($0)), costs) <= limit }
        }
        #expect(prefixed == beginning, "\(typed) \(limit), seed \(seed.value)")
      }
    }
  }

  @Test func `letters of any script are one edit each`() {
    #expect(cost("школa", "школа", .plain) == 4)
    #expect(cost("γλωσα", "γλωσσα", EditCosts()) == 2)
  }
}
