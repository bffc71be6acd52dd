import TestSupport
import Testing

@testable import SearchIndex

struct BlockLettersTests {
  @Test func `a word a few edits away never lacks more letters than that`() {
    var seed = Seed()
    let alphabet = Array("abcxyz0_ŷé漢字🙂")
    for _ in 0..<2_000 {
      let word = (0..<Int.random(in: 1...10, using: &seed)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &seed)]
      }
      var other = word
      let edits = Int.random(in: 0...2, using: &seed)
      for _ in 0..<edits where !other.isEmpty {
        let place = Int.random(in: 0..<other.count, using: &seed)
        switch Int.random(in: 0...2, using: &seed) {
        case 0: other.remove(at: place)
        case 1: other.insert("q", at: place)
        default: other[place] = "w"
        }
      }
      var letters = BlockLetters()
      letters.add(Array(String(other).utf8))
      let wanted = BlockLetters(wanted: String(word).unicodeScalars.map { $0.value })
      #expect(letters.lackAtMost(edits, of: wanted), "\(word) \(other), seed \(seed.value)")
    }
  }

  @Test func `words of another script lack the letters of a word`() {
    var letters = BlockLetters()
    letters.add(Array("漢字仮名交じり文".utf8))
    #expect(
      !letters.lackAtMost(2, of: BlockLetters(wanted: "plant".unicodeScalars.map { $0.value })))
  }
}
