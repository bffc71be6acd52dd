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
      let automaton = LevenshteinAutomaton(
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
      let automaton = LevenshteinAutomaton(
        query, distance: distance, prefixLength: prefixLength)
      for _ in 0..<30 {
        let text = randomWord(&seed, longest: 8)
        let expected = expectedMatch(query, text, distance, prefixLength)
        #expect(
          automaton.match(text) == expected, "\(query) \(text) \(distance) seed \(seed.value)")
      }
    }
  }

  @Test func `the scalars that can follow are those that some match goes on with`() {
    var seed = Seed()
    let words = allWords(over: scalars("abŷ🙂"), longest: 4) + [[]]
    for _ in 0..<60 {
      let query = randomWord(&seed, longest: 5)
      let distance = Int.random(in: 0...2, using: &seed)
      let prefixLength = Int.random(in: 0...2, using: &seed)
      let automaton = LevenshteinAutomaton(query, distance: distance, prefixLength: prefixLength)
      let start = words[Int.random(in: 0..<words.count, using: &seed)]
      guard start.count < automaton.lengthMax else { continue }
      var state = automaton.start
      for (length, scalar) in start.enumerated() where !state.isDead {
        state = automaton.step(state, after: length, scalar)
      }
      guard !state.isDead else { continue }
      // What follows is at most what the query has, so longer matches need not be looked at.
      let least = scalars("abŷ🙂").randomElement(using: &seed) ?? 0
      let expected = (scalars("abŷ🙂") + [least]).filter { $0 >= least }.sorted().first { scalar in
        ([[]] + words + [query]).contains { rest in
          let text = start + [scalar] + rest
          return expectedMatch(query, text, distance, prefixLength) != nil
        }
      }
      if let next = automaton.scalar(from: least, after: start.count, state) {
        #expect(!automaton.step(state, after: start.count, next).isDead)
        #expect(next >= least && next <= expected ?? .max, "\(query) \(start) \(seed.value)")
      } else {
        #expect(expected == nil, "\(query) \(start) \(distance) seed \(seed.value)")
      }
    }
  }

  @Test func `the next scalar never is a surrogate nor past the last scalar`() {
    let automaton = LevenshteinAutomaton(scalars("ab"), distance: 1, prefixLength: 0)
    #expect(automaton.scalar(from: 0xD800, after: 0, automaton.start) == 0xE000)
    #expect(automaton.scalar(from: 0x110000, after: 0, automaton.start) == nil)
    #expect(automaton.scalar(from: 0, after: 0, automaton.start) == 0)
    let second = automaton.step(automaton.start, after: 0, 0x63)
    #expect(automaton.scalar(from: 0, after: 1, second) == 0x61)
    #expect(automaton.scalar(from: 0x62, after: 1, second) == 0x62)
    #expect(automaton.scalar(from: 0x63, after: 1, second) == nil)
  }

  @Test func `a prefix longer than the word asks for the whole word`() {
    let automaton = LevenshteinAutomaton(scalars("ab"), distance: 1, prefixLength: 9)
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
