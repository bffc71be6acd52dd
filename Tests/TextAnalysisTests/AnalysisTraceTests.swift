import Testing
import TextAnalysis

struct AnalysisTraceTests {
  private func steps(_ text: String, _ tag: String) -> [[String]] {
    AnalysisTrace(of: text, languageTag: tag).tokens.map { token in
      [token.surface] + token.steps.map { "\($0.kind.name) \($0.form)" } + [token.term]
    }
  }

  @Test func `an English word shows folding before stemming`() {
    #expect(
      steps("Café’s", "en") == [
        [
          "Café’s", "composed Café's", "caseFolded café's", "divided café", "bare cafe",
          "stemmed cafe", "cafe",
        ]
      ])
  }

  @Test func `a German word shows stemming before folding`() {
    #expect(
      steps("Mu\u{308}tter", "de") == [
        [
          "Mu\u{308}tter", "composed Mütter", "caseFolded mütter", "stemmed mutt", "bare mutt",
          "mutt",
        ]
      ])
  }

  @Test func `a Welsh clitic shows host, whole and clitic`() {
    #expect(
      steps("Â'r", "cy") == [
        ["Â", "composed Â'r", "caseFolded â'r", "divided â", "lemma â", "â"],
        ["Â'r", "composed Â'r", "caseFolded â'r", "divided âr", "lemma âr", "âr"],
        ["'r", "composed Â'r", "caseFolded â'r", "divided r", "lemma y", "y"],
      ])
  }

  @Test func `a mutated Welsh word shows the word before and the lemma`() {
    #expect(
      steps("Phlant", "cy") == [
        [
          "Phlant", "composed Phlant", "caseFolded phlant", "aspirate plant", "lemma plentyn",
          "plentyn",
        ]
      ])
  }

  @Test func `a joined form shows where it comes from`() {
    #expect(
      steps("Ar-lein", "und") == [
        ["Ar", "composed Ar", "caseFolded ar", "bare ar", "ar"],
        ["Ar-lein", "joined arlein", "bare arlein", "arlein"],
        ["lein", "composed lein", "caseFolded lein", "bare lein", "lein"],
      ])
  }

  @Test func `the tag is that of the analyzer used`() {
    #expect(AnalysisTrace(of: "", languageTag: "cy-simple").tag == "cy")
    #expect(AnalysisTrace(of: "", languageTag: "xx").tag == "und")
  }
}
