import Testing

@testable import Terminal

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("tŷ", 2), ("ty\u{302}", 2), ("e\u{301}\u{323}", 1), ("日本語", 6), ("한국어", 6),
      ("العربية", 7), ("👩‍👧", 2), ("❤\u{FE0F}", 2), ("ＡＢ", 4), ("a\u{200B}b", 2),
    ])
  func `columns are counted as a terminal does`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
