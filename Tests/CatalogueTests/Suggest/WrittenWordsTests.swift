import TestSupport
import Testing

@testable import Catalogue

/// Beginnings of words and misspelt words, held against the words of the shipped catalogue.
@Suite struct WrittenWordsTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try ShippedCatalogue.shared.get() }

  private func total(_ text: String) throws -> Int {
    var request = SearchRequest(text)
    request.isLiteral = true
    request.limit = 0
    return try catalogue.search(request).total
  }

  @Test(arguments: [
    "online*", "keeping*", "groomi*", "exploitation*", "rieni*", "groming~", "onlne~", "safty~",
    "exploitaton~", "title:online*", "(online* OR posters) -wales",
  ])
  func `words of which the index holds a stem are found by their beginning and misspelt`(
    _ text: String
  ) throws {
    #expect(try total(text) > 0)
  }

  @Test func `every word is found by itself, by all but its last letter, and with a letter wrong`()
    throws
  {
    let words = try catalogue.suggestionData().words
    var seed = Seed()
    var tried = 0
    while tried < 150 {
      let index = Int.random(in: 0..<words.count, using: &seed)
      let key = String(
        decoding: words.key(index).map(UInt8.init(truncatingIfNeeded:)), as: UTF8.self)
      guard words.resources(index) > 0, key.utf8.count > 4,
        key.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
      else { continue }
      // Words of vocabularies are words, too, and stand in no text.
      guard try total(key) > 0 else { continue }
      tried += 1
      let wrong = key.dropLast(2) + (key.utf8.dropLast().last == UInt8(ascii: "q") ? "z" : "q")
      for text in ["\(key)*", "\(key.dropLast())*", "\(wrong)\(key.suffix(1))~"] {
        #expect(try total(text) > 0, "\(text), seed \(seed.value)")
      }
    }
  }

  @Test func `other trees stay as they are, and no more than a few words are looked up`() throws {
    let words = WrittenWords(words: try catalogue.suggestionData().words, fuzzyPrefixLength: 1)
    let plain = QueryTree.sequence([.init(.wanted, .word("online"), at: 0..<6)])
    #expect(!WrittenWords.concern(plain))
    #expect(words.expanded(plain) == plain)
    let beginning = QueryTree.prefix("online")
    #expect(words.expanded(beginning) == .or([beginning, .word("online")]))
    let many = [QueryTree](repeating: beginning, count: WrittenWords.askedMax + 1)
    guard case .or(let trees) = words.expanded(.or(many)) else {
      Issue.record("no longer alternatives")
      return
    }
    #expect(trees.last == beginning && trees.dropLast().allSatisfy { $0 != beginning })
  }
}
