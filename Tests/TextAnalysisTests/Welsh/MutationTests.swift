import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct MutationTests {
  private static func word(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: [
    ("plant", "blant", "mhlant", "phlant"), ("tŷ", "dŷ", "nhŷ", "thŷ"),
    ("cath", "gath", "nghath", "chath"), ("bara", "fara", "mara", nil),
    ("dyn", "ddyn", "nyn", nil), ("gardd", "ardd", "ngardd", nil), ("llaw", "law", nil, nil),
    ("mam", "fam", nil, nil), ("rhiant", "riant", nil, nil), ("chwarae", nil, nil, nil),
    ("ysgol", nil, nil, nil),
  ])
  func `each first letter changes as the grammars say`(
    radical: String, soft: String?, nasal: String?, aspirate: String?
  ) {
    let forms = [Mutation.soft, .nasal, .aspirate].map { $0.form(of: Self.word(radical)) }
    #expect(forms == [soft, nasal, aspirate].map { $0.map(Self.word) })
  }

  @Test(arguments: [("ysgol", "hysgol"), ("êl", "hêl"), ("ŵyn", "hŵyn"), ("plant", nil)])
  func `h goes before a vowel`(radical: String, form: String?) {
    #expect(Mutation.prothetic.form(of: Self.word(radical)) == form.map(Self.word))
  }

  @Test func `a form leads back to every word it may be made of`() {
    let radicals = Mutation.radicals(of: Self.word("fam")).map {
      String(decoding: $0.word, as: UTF8.self)
    }
    #expect(radicals == ["bam", "gfam", "mam"])
  }

  @Test(arguments: ["chwaer", "ffrind", "thema", "physgod", "ngwlad"])
  func `a word that begins with another digraph does not change`(word: String) {
    #expect(Mutation.allCases.allSatisfy { $0.form(of: Self.word(word)) == nil })
  }

  @Test func `undoing a mutation finds the word that was mutated`() {
    var seed = Seed()
    for _ in 0..<2_000 {
      let letters = (0..<Int.random(in: 1...7, using: &seed)).map { _ in
        "abcdefghijlmnoprstuwyŷ".randomElement(using: &seed) ?? "a"
      }
      let radical = Self.word(String(letters))
      for mutation in Mutation.allCases {
        guard let form = mutation.form(of: radical) else { continue }
        let found = Mutation.radicals(of: form)
        #expect(
          found.contains { $0.mutation == mutation && $0.word == radical },
          "\(String(letters)) \(mutation), CANFOD_SEED=\(seed.value)")
      }
    }
  }
}
