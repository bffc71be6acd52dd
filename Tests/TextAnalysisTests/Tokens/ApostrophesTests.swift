import Testing

@testable import TextAnalysis

struct ApostrophesTests {
  private func parts(_ rule: Apostrophes, _ word: String) -> [String] {
    let bytes = Array(word.utf8)
    let division = rule.division(of: bytes)
    return [division.host, division.clitic].compactMap(\.self).map {
      String(decoding: bytes[$0], as: UTF8.self)
    } + (division.keepsWhole ? ["+"] : [])
  }

  @Test func `English drops the possessive and nothing else`() {
    #expect(parts(.possessive, "child's") == ["child"])
    #expect(parts(.possessive, "don't") == ["don't"])
    #expect(parts(.possessive, "o'brien's") == ["o'brien"])
    #expect(parts(.possessive, "'s") == ["'s"])
    #expect(parts(.possessive, "s'") == ["s'"])
  }

  @Test(arguments: [
    ("i'r", ["i", "r", "+"]), ("mae'n", ["mae", "n", "+"]), ("â'i", ["â", "i", "+"]),
    ("i'w", ["i", "w", "+"]), ("a'u", ["a", "u", "+"]), ("o'm", ["o", "m", "+"]),
    ("i'th", ["i", "th", "+"]), ("a'ch", ["a", "ch", "+"]), ("mwya'r", ["mwya", "r", "+"]),
    ("barnardo's", ["barnardo", "+"]), ("b'le", ["b'le"]), ("s'dim", ["s'dim"]), ("'r", ["'r"]),
    ("ysgol", ["ysgol"]),
  ])
  func `Welsh divides clitics from their hosts`(word: String, expected: [String]) {
    #expect(parts(.clitics, word) == expected)
  }

  @Test func `elided articles and suffixes go`() {
    #expect(parts(.elided(["l", "qu"]), "l'école") == ["école"])
    #expect(parts(.elided(["l", "qu"]), "aujourd'hui") == ["aujourd'hui"])
    #expect(parts(.elided(["l"]), "l'") == ["l'"])
    #expect(parts(.suffixed, "türkiye'de") == ["türkiye"])
  }

  @Test func `every character typed for an apostrophe is one`() {
    for mark in ["'", "\u{2019}", "\u{2018}", "\u{2BC}", "\u{FF07}"] {
      #expect(WelshAnalyzer().terms(of: "i\(mark)r") == ["i", "ir", "y"], "\(mark)")
      #expect(EnglishAnalyzer().terms(of: "child\(mark)s") == ["child"], "\(mark)")
      #expect(PlainAnalyzer().terms(of: "o\(mark)clock") == ["oclock"], "\(mark)")
    }
  }
}
