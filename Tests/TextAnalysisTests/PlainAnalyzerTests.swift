import Testing
import TextAnalysis

struct PlainAnalyzerTests {
  @Test(arguments: [
    ("Łódź ŻÓŁĆ Straße", ["lodz", "zolc", "strasse"]),
    ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
    ("МОСКВА Ёлка", ["москва", "елка"]),
    ("می\u{200C}خواهم", ["ميخواهم"]),
    ("\u{202B}שָׁלוֹם\u{202C} עולם", ["שלום", "עולם"]),
    ("nul\u{0}nul", ["nul", "nul"]),
    ("ＡＢＣ", ["ａｂｃ"]),
    ("ـــ", []),
    ("__x__ snake_case", ["x", "snake_case"]),
  ])
  func `words of any script are folded`(text: String, terms: [String]) {
    #expect(PlainAnalyzer().terms(of: text) == terms)
  }
}
