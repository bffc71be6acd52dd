import TestSupport
import Testing

@testable import TextAnalysis

struct WordTokenizerTests {
  /// The segments of a text, by the whole of the standard's algorithm.
  private func segments(of bytes: [UInt8]) -> [WordTokenizer.Segment] {
    var words = WordTokenizer()
    var found: [WordTokenizer.Segment] = []
    while let segment = words.nextSegment(in: bytes.span) { found.append(segment) }
    return found
  }

  /// The words of a text, ASCII the short way.
  private func words(of bytes: [UInt8]) -> [WordTokenizer.Segment] {
    var words = WordTokenizer()
    var found: [WordTokenizer.Segment] = []
    while let word = words.nextWord(in: bytes.span) { found.append(word) }
    return found
  }

  private func texts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return words(of: bytes).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  /// The texts of WordBreakTest.txt with their boundaries.
  private func officialTests() throws -> [(text: String, pieces: [String])] {
    try UnicodeData.lines(of: "auxiliary/WordBreakTest.txt").map { line in
      var pieces: [String] = []
      for part in line.split(whereSeparator: \.isWhitespace) {
        switch part {
        case "÷": pieces.append("")
        case "×": break
        default:
          let scalar = try #require(UInt32(part, radix: 16).flatMap(Unicode.Scalar.init))
          pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
      }
      pieces.removeLast()
      return (pieces.joined(), pieces)
    }
  }

  @Test func `segments are those of the official word break test`() throws {
    let tests = try officialTests()
    #expect(tests.count > 1_800)
    for (text, pieces) in tests {
      let bytes = Array(text.utf8)
      let found = segments(of: bytes).map {
        String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
      }
      #expect(found == pieces, "\(RandomText.hexadecimal(text))")
    }
  }

  @Test func `words are the segments with a letter or digit`() throws {
    var seed = Seed()
    let official = try officialTests().map(\.text)
    let random = (0..<20_000).map { _ in RandomText.make(&seed) }
    for text in official + random {
      let bytes = Array(text.utf8)
      let expected = segments(of: bytes).filter { $0.kind != .other }
      #expect(
        words(of: bytes) == expected, "\(RandomText.hexadecimal(text)), seed \(seed.value)")
    }
  }

  @Test func `segments cover bytes that are no UTF-8 and nothing traps`() {
    var seed = Seed()
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &seed)).map { _ in
        UInt8.random(in: Bool.random(using: &seed) ? 0...255 : 0xC0...0xF8, using: &seed)
      }
      let found = segments(of: bytes)
      #expect(found.reduce(0) { $1.start == $0 ? $1.end : -1 } == bytes.count)
      _ = words(of: bytes)
    }
  }

  @Test func `an ASCII word is told from a word with marks or accents`() {
    let kinds = { (text: String) in self.words(of: Array(text.utf8)).map(\.kind) }
    #expect(
      kinds("cat don't cat’s tŷ 3.5 a_b \u{201C}cat\u{201D}") == [
        .asciiWord, .word, .word, .word, .word, .word, .asciiWord,
      ])
  }

  @Test(arguments: [
    ("i'r ysgol", ["i'r", "ysgol"]),
    ("e-bost", ["e", "bost"]),
    ("'sgen ti?", ["sgen", "ti"]),
    ("under-12s", ["under", "12s"]),
    ("U.S.A. 3,000.5 £10", ["U.S.A", "3,000.5", "10"]),
    ("gov.wales/x", ["gov.wales", "x"]),
    ("cafe\u{301}s", ["cafe\u{301}s"]),
    ("👩‍👧 ok 🇬🇧", ["ok"]),
    ("", []),
    (" \u{0} -- ' ", []),
    ("a'", ["a"]),
    ("a'\u{301}b", ["a'\u{301}b"]),
  ])
  func `words of everyday and odd texts`(text: String, expected: [String]) {
    #expect(texts(text) == expected)
  }
}
