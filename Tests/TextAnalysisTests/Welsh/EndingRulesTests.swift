import Testing

@testable import TextAnalysis

@Suite struct EndingRulesTests {
  private let rules = EndingRules(lexicon: .shared)

  private func text(_ word: [UInt8]?) -> String? {
    word.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("miniocach", "miniog"), ("craffaf", "craff"), ("trymach", "trwm"), ("wirionach", nil),
    ("gwirionach", "gwirion"), ("ach", nil), ("bach", nil),
  ])
  func `a comparison leads to its adjective`(word: String, adjective: String?) {
    #expect(text(rules.compared(Array(word.utf8))) == adjective)
  }

  @Test(arguments: [("mwya", "mawr"), ("gwaetha", "drwg"), ("cora", nil), ("a", nil)])
  func `a superlative may lose its f`(word: String, adjective: String?) {
    #expect(text(rules.spokenSuperlative(Array(word.utf8))) == adjective)
  }

  @Test(arguments: [
    ("cenhedloedd", nil), ("dychanwyr", "dychanwr"), ("gwleidyddion", "gwleidydd"),
    ("preswylfeydd", "preswylfa"), ("zzzion", nil), ("on", nil),
  ])
  func `a plural leads to a word that is known, or ends as agents do`(
    word: String, singular: String?
  ) {
    #expect(text(rules.inflected(Array(word.utf8))) == singular)
  }
}
