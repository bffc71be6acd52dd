import Testing
import TextAnalysis

struct WelshAnalyzerTests {
  @Test(arguments: [
    ("Beth sydd ar gael yn Gymraeg?", ["beth", "sydd", "ar", "gael", "yn", "gymraeg"]),
    ("Dw i'n mynd i'r tŷ", ["dw", "i", "in", "n", "mynd", "i", "ir", "r", "ty"]),
    ("Mae’n wir â’i lais", ["mae", "maen", "n", "wir", "a", "ai", "i", "lais"]),
    ("'Sgen ti e-bost?", ["sgen", "ti", "e", "ebost", "bost"]),
    ("CAM-DRIN PLANT AR-LEIN", ["cam", "camdrin", "drin", "plant", "ar", "arlein", "lein"]),
    ("sy'n b'le s'dim", ["sy", "syn", "n", "ble", "sdim"]),
    ("Barnardo's Cymru", ["barnardo", "barnardos", "cymru"]),
    ("ŵy Ŵy wŷr ŵyn", ["wy", "wy", "wyr", "wyn"]),
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
