import Testing
import TextAnalysis

struct SnowballAnalyzerTests {
  @Test(arguments: [
    ("fr", "L'école continuellement", "écoles continuelle"),
    ("de", "Häuser Kätzchen", "HÄUSERN Kätzchens"),
    ("es", "canción niños", "canciones niño"),
    ("it", "dell'amico", "amici"),
    ("pt", "crianças", "criança"),
    ("ru", "детям", "дети"),
    ("tr", "Türkiye'de çocuklar", "Türkiye çocuklar"),
    ("nl", "kinderen", "kinder"),
    ("sv", "flickorna", "flickor"),
    ("ar", "كِتَاب", "كتاب"),
    ("hu", "házak", "házakat"),
    ("ga", "d'athair", "athair"),
  ])
  func `forms of one word share a term`(tag: String, first: String, second: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    #expect(analyzer.terms(of: first) == analyzer.terms(of: second))
  }

  @Test func `an ASCII word whose stem is not ASCII is folded, met first or again`() {
    let analyzer = Analyzers.analyzer(for: "sr")
    let letters = "aeioubcdst".map(String.init)
    let words: [String] = (0..<1_000).map { (number: Int) -> String in
      let (first, second, third) = (
        letters[number % 10], letters[number / 10 % 10], letters[number / 100]
      )
      return "dj" + first + second + third
    }
    let first = analyzer.terms(of: words.joined(separator: " "))
    #expect(first.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(analyzer.terms(of: words.joined(separator: " ")) == first)
  }

  @Test func `terms have no accents though stemming needs them`() {
    #expect(Analyzers.analyzer(for: "de").terms(of: "Häuser") == ["haus"])
    #expect(Analyzers.analyzer(for: "fr").terms(of: "préférées") == ["prefer"])
  }
}
