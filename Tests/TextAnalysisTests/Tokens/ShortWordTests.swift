import TestSupport
import Testing

@testable import TextAnalysis

struct ShortWordTests {
  @Test func `a word of up to 15 bytes comes back byte for byte`() throws {
    var seed = Seed()
    for count in [0, 1, 7, 8, 9, 14, 15] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &seed) }
      let word = try #require(ShortWord(bytes))
      #expect(word.count == count)
      #expect((0..<count).map(word.byte) == bytes)
    }
    #expect(ShortWord([UInt8](repeating: 97, count: 16)) == nil)
  }

  @Test func `a lower-cased range is the word of the lower-cased bytes`() {
    let text = Array("x ABCdefGHIjklMN0 x".utf8)
    let word = ShortWord(lowercasing: 2..<17, of: text.span)
    let tooLong = ShortWord(lowercasing: 1..<17, of: text.span)
    #expect(word != nil && word == ShortWord(Array("abcdefghijklmn0".utf8)))
    #expect(tooLong == nil)
  }

  @Test func `words that differ in length or in a zero byte differ`() {
    #expect(ShortWord([0]) != ShortWord([]))
    #expect(ShortWord([97, 0]) != ShortWord([97]))
  }
}
