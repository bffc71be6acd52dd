import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct LexiconTests {
  private static func lemma(_ form: String) -> String? {
    Lexicon.shared.entry(Array(form.utf8)).map { String(decoding: $0.lemma, as: UTF8.self) }
  }

  @Test(arguments: [
    ("blant", "plentyn"), ("dai", "tŷ"), ("nghamdriniaeth", "camdriniaeth"), ("oedd", "bod"),
    ("ddod", "dod"), ("cafodd", "cael"), ("well", "da"), ("hysgol", "ysgol"), ("cyrff", "corff"),
    ("phosteri", "poster"),
  ])
  func `a form is kept with its lemma`(form: String, lemma: String) {
    #expect(Self.lemma(form) == lemma)
  }

  @Test(arguments: ["", "pl", "plenty", "plantt", "xyzzy", "\u{0}", "blantplant"])
  func `what is no form is not found`(form: String) {
    #expect(Self.lemma(form) == nil)
  }

  @Test func `an entry says how the form is mutated and what it is a lemma of`() throws {
    let entry = try #require(Lexicon.shared.entry(Array("gamdriniaeth".utf8)))
    #expect(entry.mutation == .soft)
    let word = try #require(Lexicon.shared.entry(Array("dysgu".utf8)))
    #expect(word.mutation == nil && word.isVerb && !word.isAdjective)
  }

  @Test func `every form is found under its own number, in order`() {
    // The forms of a state's subtree, walked in byte order, are numbered 0, 1, 2 …
    let table = LexiconTable(TableBytes.treebank)
    var forms: [[UInt8]] = []
    let bytes = Array(UInt8(0x21)...0xFF)
    func walk(_ place: LexiconTable.Place, _ written: [UInt8]) {
      if place.isForm {
        #expect(place.number == forms.count)
        forms.append(written)
      }
      for byte in bytes {
        if let next = table.next(place, byte) { walk(next, written + [byte]) }
      }
    }
    walk(table.start, [])
    #expect(forms.count == table.count)
    #expect(forms.allSatisfy { table.entry($0)?.lemma.isEmpty == false })
  }

  @Test func `words of any bytes are looked up safely`() {
    var seed = Seed()
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...12, using: &seed)).map { _ in
        UInt8.random(in: 0...255, using: &seed)
      }
      _ = Lexicon.shared.entry(word)
      _ = Lexicon.shared.accented(word)
    }
    #expect(Lexicon.shared.entry([0xFF, 0xFE]) == nil)
  }

  @Test func `plain letters stand for accented ones`() {
    let found = Lexicon.shared.accented(Array("ty".utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(found == ["tŷ"])
    #expect(Lexicon.shared.accented(Array("tŷ".utf8)).isEmpty)
  }
}
