import Testing

@testable import TextAnalysis

struct StopWordsTests {
  @Test func `English has a list of terms as its analyzer makes them`() throws {
    let list = try #require(Analyzers.stopWords(for: "en-GB"))
    let terms = EnglishAnalyzer().terms(of: "the being does don't because of")
    #expect(terms.map(list.contains) == [true, true, true, true, false, true])
    #expect(!list.contains("child"))
  }

  @Test func `Welsh has a list with clitics and both spellings`() throws {
    let list = try #require(Analyzers.stopWords(for: "cy"))
    for text in ["i'r", "mae'n", "dw i'n", "y", "â", "a", "sydd"] {
      for term in WelshAnalyzer().terms(of: text) where !["ir", "in"].contains(term) {
        #expect(list.contains(term), "\(term)")
      }
    }
    for word in ["plant", "ysgol", "help", "dan12"] { #expect(!list.contains(word)) }
  }

  @Test func `other languages have none`() {
    #expect(Analyzers.stopWords(for: "fr") == nil)
  }

  @Test func `the analyzers keep stop words`() {
    #expect(EnglishAnalyzer().terms(of: "to be or not") == ["to", "be", "or", "not"])
    #expect(WelshAnalyzer().terms(of: "yn y tŷ") == ["yn", "y", "ty"])
  }
}
