import Testing

@testable import TextAnalysis

struct CompoundTests {
  private let plain = PlainAnalyzer()

  private func shown(_ text: String, by analyzer: any Analyzer) -> [String] {
    let batch = analyzer.tokens(of: text)
    return batch.tokens.map { "\($0.position):\(batch.text($0)):\($0.start)-\($0.end)" }
  }

  @Test func `the joined form stands beside the first part and covers all parts`() {
    #expect(
      shown("yr e-bost da", by: plain) == [
        "0:yr:0-2", "1:e:3-4", "1:ebost:3-9", "2:bost:5-9", "3:da:10-12",
      ])
  }

  @Test(arguments: ["-", "\u{2010}", "\u{2011}", "\u{FE63}", "\u{FF0D}"])
  func `every hyphen joins`(hyphen: String) {
    #expect(plain.terms(of: "cam\(hyphen)drin") == ["cam", "camdrin", "drin"])
  }

  @Test(arguments: ["cam - drin", "cam--drin", "cam- drin", "cam\u{2013}drin", "cam-", "-drin"])
  func `what is no hyphenated word is not joined`(text: String) {
    #expect(!plain.terms(of: text).contains("camdrin"))
  }

  @Test func `numbers are not joined, words with numbers are`() {
    #expect(plain.terms(of: "2019-2020") == ["2019", "2020"])
    #expect(plain.terms(of: "covid-19") == ["covid", "covid19", "19"])
  }

  @Test func `up to five parts are joined`() {
    #expect(plain.terms(of: "a-b-c-d-e").contains("abcde"))
    #expect(plain.terms(of: "a-b-c-d-e-f") == ["a", "b", "c", "d", "e", "f"])
  }

  @Test func `a joined form longer than a term is left out`() {
    let long = String(repeating: "a", count: 200)
    #expect(plain.terms(of: "\(long)-\(long)") == [long, long])
  }

  @Test func `a soft hyphen is no break at all`() {
    #expect(plain.terms(of: "cam\u{AD}drin") == ["camdrin"])
  }

  @Test func `English stems the joined form, and joins without the possessive`() {
    #expect(EnglishAnalyzer().terms(of: "e-mails") == ["e", "email", "mail"])
    #expect(EnglishAnalyzer().terms(of: "e-mail's") == ["e", "email", "mail"])
  }

  @Test func `a Welsh clitic behind a hyphenated word stays outside its joined form`() {
    #expect(
      shown("cam-drin'r", by: WelshAnalyzer()) == [
        "0:cam:0-3", "0:camdrin:0-8", "1:trin:4-8", "1:drinr:4-10", "2:y:8-10",
      ])
  }

  @Test func `a first part without a term of its own leaves the order of tokens`() {
    #expect(shown("\u{640}-bost", by: plain) == ["0:bost:0-7", "0:bost:3-7"])
  }

  @Test func `two compounds side by side are two`() {
    #expect(
      plain.terms(of: "e-bost ar-lein") == ["e", "ebost", "bost", "ar", "arlein", "lein"])
  }
}
