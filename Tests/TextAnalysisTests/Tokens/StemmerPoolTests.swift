import Testing

@testable import TextAnalysis

struct StemmerPoolTests {
  @Test func `a stemmer given back is handed out again`() throws {
    let pool = StemmerPool(algorithm: "english")
    let first = try #require(pool.take())
    let second = try #require(pool.take())
    let stemmer = try #require(first.stemmer as? SnowballStemmer)
    #expect(stemmer !== second.stemmer as? SnowballStemmer)
    pool.giveBack(first)
    #expect(pool.take()?.stemmer as? SnowballStemmer === stemmer)
  }

  @Test func `many tasks share one analyzer and get the same terms`() async {
    let analyzer = EnglishAnalyzer()
    let text = (0..<500).map { "word\($0)ing children's services safeguarding" }
      .joined(separator: " ")
    let expected = analyzer.terms(of: text)
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 { group.addTask { analyzer.terms(of: text) } }
      for await terms in group { #expect(terms == expected) }
    }
  }
}
