import TestSupport
import Testing

@testable import SearchIndex

@Suite struct LevenshteinAutomatonTests {
  @Test(arguments: [
    ("cath", "cath", 0), ("cath", "cat", 1), ("cath", "caht", 1), ("cath", "xcath", 1),
    ("tŷ", "ty", 1), ("ca", "abc", 3), ("ab", "ba", 1), ("", "ab", 2), ("a", "", 1),
    ("plant", "blant", 1), ("🙂a", "a🙂", 1),
  ])
  func `distances are those of optimal string alignment`(
    _ query: String, _ text: String, _ distance: Int
  ) {
    #expect(editDistance(scalars(query), scalars(text)) == distance)
    for allowed in 0...2 {
      var automaton = LevenshteinAutomaton(
        scalars(query), distance: allowed, prefixLength: 0)
      #expect(automaton.match(scalars(text)) == (distance <= allowed ? distance : nil))
    }
  }

  @Test func `random strings match exactly when the whole matrix says so`() {
    var seed = Seed()
    for _ in 0..<400 {
      let query = randomWord(&seed, longest: 7)
      let distance = Int.random(in: 0...2, using: &seed)
      let prefixLength = Int.random(in: 0...3, using: &seed)
      var automaton = LevenshteinAutomaton(
        query, distance: distance, prefixLength: prefixLength)
      for _ in 0..<30 {
        let text = randomWord(&seed, longest: 8)
        let expected = expectedMatch(query, text, distance, prefixLength)
        #expect(
          automaton.match(text) == expected, "\(query) \(text) \(distance) seed \(seed.value)")
      }
    }
  }

  @Test func `leaping over an ordered dictionary finds what a scan finds and looks at less`() {
    var seed = Seed()
    let dictionary = allWords(over: scalars("abŷ🙂"), longest: 4).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    var looks = 0
    var walks = 0
    for _ in 0..<60 {
      let query = randomWord(&seed, longest: 6)
      let distance = Int.random(in: 0...2, using: &seed)
      let prefixLength = Int.random(in: 0...2, using: &seed)
      var automaton = LevenshteinAutomaton(
        query, distance: distance, prefixLength: prefixLength)
      var found: [[UInt32]] = []
      var index = 0
      walks += 1
      while index < dictionary.count {
        looks += 1
        if automaton.match(dictionary[index]) != nil {
          found.append(dictionary[index])
        } else if automaton.isDeadEnd {
          guard let target = automaton.successor() else { break }
          #expect(dictionary[index].lexicographicallyPrecedes(target))
          index =
            dictionary.firstIndex { !$0.lexicographicallyPrecedes(target) } ?? dictionary.count
          continue
        }
        index += 1
      }
      let expected = dictionary.filter {
        expectedMatch(query, $0, distance, prefixLength) != nil
      }
      #expect(found == expected, "\(query) \(distance) \(prefixLength) seed \(seed.value)")
    }
    #expect(looks < walks * dictionary.count * 2 / 3)
  }

  @Test func `the next possible string never is a surrogate nor past the last scalar`() {
    var automaton = LevenshteinAutomaton(scalars("ab"), distance: 1, prefixLength: 0)
    #expect(automaton.match([0xD7FF, 0xD7FF]) == nil)
    #expect(automaton.successor() == [0xE000])
    _ = automaton.match([0x10FFFF, 0x10FFFF, 0x10FFFF])
    #expect(automaton.isDeadEnd)
    #expect(automaton.successor() == nil)
  }

  @Test func `a prefix longer than the word asks for the whole word`() {
    var automaton = LevenshteinAutomaton(scalars("ab"), distance: 1, prefixLength: 9)
    #expect(automaton.match(scalars("abc")) == 1)
    #expect(automaton.match(scalars("ac")) == nil)
    #expect(automaton.match(scalars("a")) == nil)
    #expect(automaton.requiredPrefix == Array("ab".utf8))
  }

  @Test func `similarity is one less the edits' share of the shorter word, never negative`() {
    let automaton = LevenshteinAutomaton(scalars("plant"), distance: 2, prefixLength: 0)
    #expect(automaton.similarity(edits: 0, to: 5) == 1)
    #expect(automaton.similarity(edits: 1, to: 4) == 0.75)
    #expect(automaton.similarity(edits: 1, to: 6) == 1 - Float(1) / 5)
    let short = LevenshteinAutomaton(scalars("a"), distance: 2, prefixLength: 0)
    #expect(short.similarity(edits: 2, to: 2) == 0)
    let empty = LevenshteinAutomaton([], distance: 2, prefixLength: 0)
    #expect(empty.similarity(edits: 1, to: 1) == 0)
  }

  private func expectedMatch(
    _ query: [UInt32], _ text: [UInt32], _ distance: Int, _ prefixLength: Int
  ) -> Int? {
    let edits = editDistance(query, text)
    let length = min(prefixLength, query.count)
    return edits <= distance && text.starts(with: query[..<length]) ? edits : nil
  }

  private func randomWord(_ seed: inout Seed, longest: Int) -> [UInt32] {
    let alphabet = scalars("abŷ🙂")
    return (0..<Int.random(in: 0...longest, using: &seed)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &seed)]
    }
  }

  private func allWords(over alphabet: [UInt32], longest: Int) -> [[UInt32]] {
    var all: [[UInt32]] = []
    var last: [[UInt32]] = [[]]
    for _ in 0..<longest {
      last = last.flatMap { word in alphabet.map { word + [$0] } }
      all += last
    }
    return all
  }
}
