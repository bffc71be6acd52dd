import TestSupport
import Testing

@testable import TextAnalysis

struct StemCacheTests {
  @Test func `stems from the cache are those of the stemmer`() throws {
    let stemmer = try #require(SnowballStemmer(algorithm: "english"))
    var cache = StemCache()
    var seed = Seed()
    let endings = ["", "s", "ing", "ed", "ation", "fulness"]
    for _ in 0..<50_000 {
      let stem = (0..<Int.random(in: 1...3, using: &seed)).map { _ in
        "aeiou bcdst".utf8.randomElement(using: &seed).map(Int.init) ?? 0
      }
      let ending = endings[Int.random(in: 0..<endings.count, using: &seed)]
      let word = stem.map { UInt8($0) } + Array(ending.utf8)
      var cached = word
      cache.replace(&cached, by: stemmer)
      var fresh = word
      stemmer.stem(&fresh)
      #expect(cached == fresh, "\(String(decoding: word, as: UTF8.self)), seed \(seed.value)")
    }
  }

  @Test func `a cache knows nothing at first`() throws {
    let word = try #require(ShortWord(Array("abused".utf8)))
    #expect(StemCache().stem(of: word) == nil)
  }
}
