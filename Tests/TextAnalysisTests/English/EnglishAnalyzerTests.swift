import Testing
import TextAnalysis

struct EnglishAnalyzerTests {
  @Test(arguments: [
    (
      "The children's safeguarding posters, published in 2020.",
      ["the", "children", "safeguard", "poster", "publish", "in", "2020"]
    ),
    (
      "WHAT EXISTS IN WELSH FOR UNDER-12s?",
      ["what", "exist", "in", "welsh", "for", "under", "under12", "12s"]
    ),
    ("Barnardo’s and Childline's helplines", ["barnardo", "and", "childlin", "helplin"]),
    ("a café, two cafés; naïve fiancé", ["a", "cafe", "two", "cafe", "naiv", "fianc"]),
    ("O'Brien won't e-mail", ["obrien", "wont", "e", "email", "mail"]),
    ("“Quoted” _emphasis_ and *stars*", ["quot", "emphasi", "and", "star"]),
    ("tŷ", ["ty"]),
  ])
  func `sentences have the terms expected`(text: String, terms: [String]) {
    #expect(EnglishAnalyzer().terms(of: text) == terms)
  }

  @Test func `an accent makes no difference to the stem`() {
    let analyzer = EnglishAnalyzer()
    #expect(analyzer.terms(of: "fiancée résumé") == analyzer.terms(of: "fiancee resume"))
  }
}
