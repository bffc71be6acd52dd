import EngineBench
import TextAnalysis
import Testing

@Suite struct AlnumAnalyzerTests {
  private func terms(_ text: String) -> [String] { AlnumAnalyzer().terms(of: text) }

  @Test func `words are runs of letters and numbers in lower case`() {
    #expect(
      terms("The e-mail's 2nd part, ÉTÉ_x") == ["the", "e", "mail", "s", "2nd", "part", "été", "x"])
    #expect(terms("Tŷ Ŵyn ½ x² Ⅷ") == ["tŷ", "ŵyn", "½", "x²", "ⅷ"])
    #expect(terms("日本語 עברית𝒳") == ["日本語", "עברית𝒳"])
    #expect(terms(" \n—") == [])
  }

  @Test func `positions go up by one and ranges lie in the text`() {
    let text = "Tŷ mawr"
    let batch = AlnumAnalyzer().tokens(of: text)
    #expect(batch.tokens.map(\.position) == [0, 1])
    #expect(batch.tokens.map(\.start) == [0, 4])
    #expect(batch.tokens.map(\.end) == [3, 8])
  }
}
