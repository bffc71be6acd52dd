import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct FuzzyWalkTests {
  /// Words that share beginnings of any length, in order.
  private func words(_ count: Int, _ seed: inout Seed) -> [String] {
    let alphabet = Array("abcŷ🙂")
    let beginnings = [
      "", "a", "ŷb", "abcabcabc", "rhagymadroddiadaucymraeg", "漢", "字仮", "仮名交じりの文字列です", "7",
    ]
    var words: Set<String> = []
    while words.count < count {
      let beginning = beginnings[Int.random(in: 0..<beginnings.count, using: &seed)]
      let letters = (0..<Int.random(in: 1...6, using: &seed)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &seed)]
      }
      words.insert(beginning + String(letters))
    }
    return words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test(arguments: [1, 32, 33, 700])
  func `a walk finds what a scan finds, with its infos`(count: Int) throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let words = words(count, &seed)
    let documents = words.enumerated().map { number, word in
      var document = Document(key: "\(number)")
      document.add("t", .tags([word]))
      return document
    }
    try folder.index([documents])
    let segment = try IndexReader.open(at: folder.path).segments[0]
    let field = try #require(segment.field("t"))
    for _ in 0..<60 {
      var query = scalars(words[Int.random(in: 0..<count, using: &seed)])
      if Bool.random(using: &seed) { query.removeLast() }
      if Bool.random(using: &seed) { query.append(scalars("bŷz").randomElement(using: &seed) ?? 0) }
      let distance = Int.random(in: 0...2, using: &seed)
      let prefixLength = min(Int.random(in: 0...3, using: &seed), query.count)
      let automaton = LevenshteinAutomaton(
        query, distance: distance, prefixLength: prefixLength)
      var walk = FuzzyWalk(
        automaton, segment.dictionary(of: field), deadline: Deadline(nil))
      try walk.run()
      let expected = words.indices.filter {
        let word = scalars(words[$0])
        return word.starts(with: query[..<prefixLength]) && editDistance(query, word) <= distance
      }
      #expect(walk.found.map { $0.found.ordinal } == expected, "\(query) seed \(seed.value)")
      for (found, info) in walk.found {
        #expect(found.term == Array(words[found.ordinal].utf8))
        #expect(found.edits == editDistance(query, scalars(words[found.ordinal])))
        #expect(info.singleDocID == DocID(found.ordinal))
      }
    }
  }
}
