import Storage
import Testing
import TextAnalysis

struct AnalyzersTests {
  @Test(arguments: [
    ("cy", "cy"), ("cy-simple", "cy"), ("EN-gb", "en"), ("en_GB", "en"), ("nb", "no"), ("nn", "no"),
    ("bfi", "und"), ("mul", "und"), ("", "und"), ("zh-Hant", "und"), ("ro", "ro"), ("-", "und"),
  ])
  func `a tag's primary subtag chooses the analyzer`(tag: String, analyzer: String) {
    #expect(Analyzers.analyzer(for: tag).tag == analyzer)
  }

  @Test func `the table has the languages promised`() {
    let promised = [
      "ar", "ca", "cy", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy",
      "id",
      "it", "lt", "ne", "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "und", "yi",
    ]
    #expect(Analyzers.tags == promised)
  }

  /// When this fails, terms have changed: raise ``Analyzers/version`` and write down both anew.
  @Test func `the version stands for the terms of this text`() {
    let text = """
      The children's e-mails; dw i'n mynd i’r tŷ â'u cam-drin ar-lein. L’école, Häuser, größer,
      părinților, Łódź, дети, παιδιά, كِتَاب, שָׁלוֹם, हिन्दी भाषा, தமிழ், 児童虐待, ไทย, 한국어,
      Türkiye'de çocuklar, lapset, copii, vaikai, 2019-2020 3.14 snake_case _x_ gov.wales don't
      """
    var terms: [UInt8] = []
    for tag in Analyzers.tags {
      for term in Analyzers.analyzer(for: tag).terms(of: text) { terms += Array(term.utf8) + [0] }
    }
    #expect(Analyzers.version == "2")
    #expect(CRC32C.checksum(terms) == 4_114_983_283)
  }
}
