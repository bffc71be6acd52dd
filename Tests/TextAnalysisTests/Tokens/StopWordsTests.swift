import Testing

@testable import TextAnalysis

struct StopWordsTests {
  @Test func `English has a list of words as they are written`() throws {
    let list = try #require(Analyzers.stopWords(for: "en-GB"))
    #expect(
      ["the", "being", "don't", "dont", "ourselves"].map(list.contains) == [
        true, true, false, true, true,
      ])
    #expect(!list.contains("child"))
  }

  @Test func `Welsh has a list with clitics and both spellings`() throws {
    let list = try #require(Analyzers.stopWords(for: "cy"))
    for text in ["i r", "mae n", "dw i n", "y", "a", "sydd"] {
      for term in PlainAnalyzer().terms(of: text) { #expect(list.contains(term), "\(term)") }
    }
    for word in ["plant", "ysgol", "help", "dan12", "oesoedd"] { #expect(!list.contains(word)) }
  }

  @Test func `other languages have none`() {
    #expect(Analyzers.stopWords(for: "fr") == nil)
  }

  @Test func `the analyzers keep stop words`() {
    #expect(EnglishAnalyzer().terms(of: "to be or not") == ["to", "be", "or", "not"])
    #expect(WelshAnalyzer().terms(of: "yn y tŷ") == ["yn", "y", "tŷ"])
  }
}
