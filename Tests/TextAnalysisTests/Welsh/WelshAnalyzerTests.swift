import Testing
import TextAnalysis

struct WelshAnalyzerTests {
  @Test(arguments: [
    ("Beth sydd ar gael yn Gymraeg?", ["peth", "bod", "ar", "cael", "yn", "cymraeg"]),
    ("Dw i'n mynd i'r tŷ", ["bod", "i", "gin", "yn", "mynd", "i", "ir", "y", "tŷ"]),
    ("'Sgen ti e-bost?", ["sgen", "ti", "ef", "ebost", "post"]),
    ("CAM-DRIN PLANT AR-LEIN", ["cam", "camdrin", "trin", "plentyn", "ar", "arlein", "lein"]),
    ("Barnardo's Cymru", ["barnardo", "barnardos", "cymru"]),
  ])
  func `sentences have the terms expected`(text: String, terms: [String]) {
    #expect(WelshAnalyzer().terms(of: text) == terms)
  }

  @Test func `a clitic's range is its own letters`() {
    let tokens = WelshAnalyzer().tokens(of: "i’r ysgol").tokens
    #expect(tokens.map(\.start) == [0, 0, 1, 6])
    #expect(tokens.map(\.end) == [1, 5, 5, 11])
    #expect(tokens.map(\.position) == [0, 0, 1, 2])
  }
}
