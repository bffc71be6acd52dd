import Catalogue
import Records
import Testing

@Suite struct AgeExpressionTests {
  @Test(arguments: [
    ("8", "8-8"), ("8-11", "8-11"), ("8..11", "8-11"), ("under-12", "0-11"), ("under 12s", "0-11"),
    ("dan-12", "0-11"), ("over-12", "12-"), ("dros 12", "12-"), ("13+", "13-"), ("12-", "12-"),
    ("-18", "-18"), ("up to 5", "0-5"), ("hyd at 5", "0-5"), ("aged 7", "7-7"), ("UNDER_5", "0-4"),
    ("8\u{2013}11", "8-11"),
  ])
  func `ages are read as people type them`(text: String, expected: String) {
    #expect(AgeExpression.range(text)?.description == expected)
  }

  @Test(arguments: ["", "old", "under-", "under-0", "12-8", "999", "8-11-14", "-", "+", "under-x"])
  func `what is no age is refused`(text: String) {
    #expect(AgeExpression.range(text) == nil)
  }
}
