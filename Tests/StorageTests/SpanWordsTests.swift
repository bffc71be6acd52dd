import Storage
import TestSupport
import Testing

struct SpanWordsTests {
  private func word(_ bytes: [UInt8], _ offset: Int, _ length: Int = 8) -> UInt64 {
    bytes.span.word(at: offset, length: length)
  }

  private func equals(_ bytes: [UInt8], _ other: [UInt8], at offset: Int) -> Bool {
    bytes.span.equals(at: 0, other.span, at: offset, length: bytes.count)
  }

  @Test func `words are the bytes, the first lowest, zeros after fewer than eight`() {
    let bytes = (1...20).map { UInt8($0) }
    #expect(word(bytes, 2) == 0x0A09_0807_0605_0403)
    #expect(word(bytes, 2, 3) == 0x05_0403)
    #expect(word(bytes, 17, 3) == 0x14_1312)
    #expect(word(bytes, 20, 0) == 0)
    #expect(word(bytes, 12, 9) == word(bytes, 12))
  }

  @Test func `equality sees every byte`() {
    var seed = Seed()
    for length in 0...33 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &seed) }
      let other = [7] + bytes + [9]
      #expect(equals(bytes, other, at: 1))
      for index in 0..<length {
        var changed = other
        changed[index + 1] ^= 1
        #expect(!equals(bytes, changed, at: 1))
      }
    }
  }
}
