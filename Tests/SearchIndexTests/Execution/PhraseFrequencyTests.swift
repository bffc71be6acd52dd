import TestSupport
import Testing

@testable import SearchIndex

@Suite struct PhraseFrequencyTests {
  @Test func `an exact phrase counts its matches`() {
    #expect(frequency([[0, 5, 9], [1, 6, 20]], slop: 0) == 2)
    #expect(frequency([[0, 5], [2, 7]], slop: 0) == 0)
  }

  @Test func `slop 1 bridges one word, slop 2 finds neighbours the wrong way round`() {
    #expect(frequency([[0], [2]], slop: 0) == 0)
    #expect(frequency([[0], [2]], slop: 1) == 0.5)
    #expect(frequency([[1], [0]], slop: 1) == 0)
    #expect(frequency([[1], [0]], slop: 2) == Float(1) / 3)
  }

  @Test func `in their order, words match with others between and never the wrong way round`() {
    #expect(frequency([[0], [3]], slop: 2, isOrdered: true) == Float(1) / 3)
    #expect(frequency([[0], [3]], slop: 1, isOrdered: true) == 0)
    #expect(frequency([[1], [0]], slop: 9, isOrdered: true) == 0)
    #expect(frequency([[1, 4], [0, 5], [7]], slop: 1, isOrdered: true) == 0.5)
  }

  @Test func `a word that is missing makes no match`() {
    #expect(frequency([[0, 1, 2], []], slop: 5) == 0)
    #expect(frequency([[]], slop: 0) == 0)
  }

  @Test func `alternatives at one position are one occurrence`() {
    var phrase = PhraseFrequency(wordCount: 1, slop: 0)
    phrase.add([3, 8], word: 0, place: 0)
    phrase.add([1, 3], word: 0, place: 0)
    #expect(phrase.frequency() == 3)
  }

  @Test func `a reused counter forgets the document before`() {
    var phrase = PhraseFrequency(wordCount: 1, slop: 0)
    phrase.add([1, 2], word: 0, place: 0)
    #expect(phrase.frequency() == 2)
    phrase.removeAll()
    phrase.add([7], word: 0, place: 0)
    #expect(phrase.frequency() == 1)
  }

  @Test func `random positions give what trying every choice gives`() {
    var seed = Seed()
    for _ in 0..<2_000 {
      let words = Int.random(in: 1...4, using: &seed)
      let positions = (0..<words).map { _ in
        Set(
          (0..<Int.random(in: 0...5, using: &seed)).map { _ in
            UInt32.random(in: 0...12, using: &seed)
          }
        ).sorted()
      }
      let slop = Int.random(in: 0...5, using: &seed)
      let isOrdered = Bool.random(using: &seed)
      let expected = sloppyFrequency(
        positions.enumerated().map { place, list in list.map { Int($0) - place } }, slop: slop,
        isOrdered: isOrdered)
      #expect(
        frequency(positions, slop: slop, isOrdered: isOrdered) == expected,
        "\(positions) ~\(slop) \(isOrdered) \(seed.value)")
    }
  }

  private func frequency(_ positions: [[UInt32]], slop: Int, isOrdered: Bool = false) -> Float {
    var phrase = PhraseFrequency(wordCount: positions.count, slop: slop, isOrdered: isOrdered)
    for (word, list) in positions.enumerated() { phrase.add(list, word: word, place: word) }
    return phrase.frequency()
  }
}
