import Testing
import TextAnalysis

@Suite struct WelshLemmatizerTests {
  /// The one term of one word.
  private func term(_ word: String) -> String {
    WelshAnalyzer().terms(of: word).joined(separator: " ")
  }

  @Test(arguments: [
    "plant", "blant", "phlant", "mhlant", "plentyn", "blentyn", "Phlentyn", "mhlentyn",
  ])
  func `every form of a word is one term`(form: String) {
    #expect(term(form) == "plentyn")
  }

  @Test(arguments: ["tŷ", "dŷ", "nhŷ", "thŷ", "tai", "dai", "nhai", "ty", "TŶ"])
  func `an irregular plural too`(form: String) {
    #expect(term(form) == "tŷ")
  }

  @Test(arguments: [
    ("gamdriniaeth", "camdriniaeth"), ("nghamdriniaeth", "camdriniaeth"), ("ddiogelu", "diogelu"),
    ("diogelwyd", "diogelu"), ("camfanteisio", "camfanteisio"), ("gamfanteisio", "camfanteisio"),
    ("rhieni", "rhiant"), ("rieni", "rhiant"), ("ymarferwyr", "ymarferydd"), ("ysgolion", "ysgol"),
    ("hysgolion", "ysgol"), ("iddo", "i"), ("arnyn", "ar"), ("ganddi", "gan"), ("gwell", "da"),
    ("lleiaf", "bach"), ("haws", "hawdd"),
  ])
  func `a form becomes its lemma`(form: String, lemma: String) {
    #expect(term(form) == lemma)
  }

  @Test(arguments: [
    ("miniocach", "miniog"), ("finiocach", "miniog"), ("1990au", "1990"), ("mwya", "mawr"),
    ("nhwrw", "twrw"), ("ddychanwyr", "dychanwr"), ("wleidyddion", "gwleidydd"),
    ("jôcar", "jocar"), ("zzyzx", "zzyzx"),
  ])
  func `a form that no list has is taken apart by rules`(form: String, lemma: String) {
    #expect(term(form) == lemma)
  }

  @Test func `words that differ in accents alone are different in texts and both in queries`() {
    #expect(term("tân") == "tân")
    #expect(term("tan") == "tan")
    let searching = WelshAnalyzer(for: .searching)
    #expect(searching.terms(of: "tan") == ["tan", "tân"])
    #expect(searching.terms(of: "tân") == ["tân"])
    #expect(searching.terms(of: "mor") == ["mor", "môr"])
  }

  @Test func `the readings of a query's word are alternatives in one place`() {
    let batch = WelshAnalyzer(for: .searching).tokens(of: "y mor mawr")
    #expect(batch.tokens.map(\.position) == [0, 1, 1, 2])
    #expect(batch.words().map(\.readings.count) == [1, 2, 1])
  }
}
