import Testing

@testable import TextAnalysis

struct BigramTokenizerTests {
  private let plain = PlainAnalyzer()

  @Test(arguments: [
    ("児童虐待", ["児童", "童虐", "虐待"]), ("児", ["児"]), ("児 童", ["児", "童"]), ("児。童", ["児", "童"]),
    ("ひらがな", ["ひら", "らが", "がな"]), ("ライン", ["ライ", "イン"]), ("日本ラ", ["日本", "本ラ"]),
    ("ไทย", ["ไท", "ทย"]), ("ที่นี่", ["ที่นี่"]), ("ພາສາ", ["ພາ", "າສ", "ສາ"]),
    ("မြန်", ["မြန်"]),
    ("12歳以下", ["12", "歳以", "以下"]), ("ABC児童x", ["abc", "児童", "x"]),
    ("한국어 자료", ["한국어", "자료"]), ("か\u{3099}な", ["がな"]),
  ])
  func `scripts without spaces are pairs of characters`(text: String, terms: [String]) {
    #expect(plain.terms(of: text) == terms)
  }

  @Test func `pairs stand at following positions, so that a longer run is a phrase`() {
    let tokens = plain.tokens(of: "a 児童虐待 b").tokens
    #expect(tokens.map(\.position) == [0, 1, 2, 3, 4])
    #expect(tokens.map(\.start) == [0, 2, 5, 8, 15])
    #expect(tokens.map(\.end) == [1, 8, 11, 14, 16])
  }

  @Test func `any language's analyzer pairs them`() {
    for tag in Analyzers.tags {
      #expect(Analyzers.analyzer(for: tag).terms(of: "児童虐") == ["児童", "童虐"], "\(tag)")
    }
  }
}
