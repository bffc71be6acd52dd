import TestSupport
import Testing

@testable import Catalogue

@Suite struct EditWalkTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// A made-up word of few letters, so that near ones are frequent.
  private func word(_ seed: inout Seed) -> String {
    String(
      (0..<Int.random(in: 1...7, using: &seed)).map { _ in
        "abdfw".randomElement(using: &seed) ?? "a"
      })
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
        cost(one, other, .plain) == 4 * EditDistance.between(scalars(one), scalars(other)),
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

/// The obvious optimal string alignment distance.
enum EditDistance {
  static func between(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
    for i in 0...one.count {
      for j in 0...other.count {
        guard i > 0, j > 0 else {
          rows[i][j] = i + j
          continue
        }
        var least = min(rows[i - 1][j], rows[i][j - 1]) + 1
        least = min(least, rows[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        rows[i][j] = least
      }
    }
    return rows[one.count][other.count]
  }
}
