import Testing

@testable import TextAnalysis

struct SnowballStemmerTests {
  @Test(arguments: [
    ("consisting", "consist"), ("knightly", "knight"), ("generously", "generous"),
    ("children", "children"), ("abused", "abus"), ("abuse", "abus"), ("safeguarding", "safeguard"),
    ("families", "famili"), ("skies", "sky"), ("dying", "die"), ("news", "news"), ("a", "a"),
  ])
  func `English words have the stems of Porter's second algorithm`(word: String, stem: String)
    throws
  {
    var bytes = Array(word.utf8)
    try #require(SnowballStemmer(algorithm: "english")).stem(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == stem)
  }

  @Test func `an unknown algorithm makes no stemmer`() {
    #expect(SnowballStemmer(algorithm: "klingon") == nil)
  }

  @Test func `both spellings of Romanian have one stem`() {
    let analyzer = Analyzers.analyzer(for: "ro")
    #expect(
      analyzer.terms(of: "părinților națiunilor") == analyzer.terms(of: "părinţilor naţiunilor"))
    #expect(analyzer.terms(of: "părinților") == analyzer.terms(of: "părinții"))
  }

  @Test func `every algorithm of the table exists`() {
    for tag in Analyzers.tags {
      guard let pool = Analyzers.stepped(for: tag).pipeline.stemming.pool else { continue }
      #expect(pool.take() != nil, "\(tag)")
    }
  }
}
