import EngineBench
import TestSupport
import TextAnalysis
import Testing

@Suite struct AlnumAnalyzerTests {
  private func terms(_ text: String) -> [String] { AlnumAnalyzer().terms(of: text) }

  @Test func `words are runs of letters and numbers in lower case`() {
    #expect(
      terms("The e-mail's 2nd part, ÉTÉ_x") == ["the", "e", "mail", "s", "2nd", "part", "été", "x"])
    #expect(terms("Tŷ Ŵyn ½ x² Ⅷ") == ["tŷ", "ŵyn", "½", "x²", "ⅷ"])
    #expect(terms("日本語 עברית𝒳") == ["日本語", "עברית𝒳"])
    #expect(terms(" \n—") == [])
  }

  @Test func `positions go up by one and ranges lie in the text`() {
    let text = "Tŷ mawr"
    let batch = AlnumAnalyzer().tokens(of: text)
    #expect(batch.tokens.map(\.position) == [0, 1])
    #expect(batch.tokens.map(\.start) == [0, 4])
    #expect(batch.tokens.map(\.end) == [3, 8])
  }

  @Test func `blocks of bytes give the same tokens as scalar by scalar`() {
    var seed = Seed()
    // ASCII, all of Latin, Greek and Cyrillic, letters whose lower case is longer or shorter,
    // ideographs, the astral planes, and what belongs to no word.
    let scalars: [Unicode.Scalar] =
      (0x00..<0x600).compactMap(Unicode.Scalar.init) + [
        "ⱥ", "Ⱥ", "İ", "K", "日", "𝒳", "𐐀", "😀", "—",
      ]
    for _ in 0..<400 {
      var text = ""
      let isMostlyASCII = Bool.random(using: &seed)
      for _ in 0..<Int.random(in: 0..<400, using: &seed) {
        let isASCII = isMostlyASCII && Int.random(in: 0..<40, using: &seed) > 0
        let scalar =
          isASCII
          ? Unicode.Scalar(UInt8.random(in: 0x20..<0x80, using: &seed))
          : scalars.randomElement(using: &seed) ?? " "
        text.unicodeScalars.append(scalar)
      }
      #expect(
        AlnumAnalyzer().tokens(of: text).tokens.map { [$0.position, $0.start, $0.end] }
          == slowTokens(of: text).map { [$0.position, $0.start, $0.end] },
        "seed \(seed.value)")
      #expect(terms(text) == slowTokens(of: text).map { $0.term }, "seed \(seed.value)")
    }
  }

  @Test(arguments: ["a", "ŵ", "日", "𐐨"])
  func `a word past the longest term is cut at a character's border`(letter: String) {
    let word = "x" + String(repeating: letter, count: 400)
    let batch = AlnumAnalyzer().tokens(of: word + " y")
    #expect(batch.count == 2)
    let term = batch.text(batch.tokens[0])
    #expect(word.hasPrefix(term))
    #expect((252...255).contains(term.utf8.count))
    #expect(batch.tokens[0].end == word.utf8.count)
  }

  @Test func `texts of one batch go on in position`() {
    var batch = TokenBatch()
    AlnumAnalyzer().analyze("Ab cd".utf8.span, into: &batch)
    AlnumAnalyzer().analyze("eF".utf8.span, into: &batch)
    #expect(batch.tokens.map { batch.text($0) } == ["ab", "cd", "ef"])
    #expect(batch.tokens.map(\.position) == [0, 1, 2])
  }

  private struct SlowToken {
    var term: String
    var position: Int
    var start: Int
    var end: Int
  }

  /// The definition, scalar by scalar.
  private func slowTokens(of text: String) -> [SlowToken] {
    var tokens: [SlowToken] = []
    var isInWord = false
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      let properties = scalar.properties
      let isNumber = [.decimalNumber, .letterNumber, .otherNumber]
        .contains(properties.generalCategory)
      if properties.isAlphabetic || isNumber {
        if !isInWord {
          tokens.append(SlowToken(term: "", position: tokens.count, start: offset, end: offset))
        }
        tokens[tokens.count - 1].term += properties.lowercaseMapping
        tokens[tokens.count - 1].end = offset + length
        isInWord = true
      } else {
        isInWord = false
      }
      offset += length
    }
    for index in tokens.indices {
      var cut = tokens[index].term.unicodeScalars
      while cut.reduce(0, { $0 + UTF8.width($1) }) > AnalyzerLimits.termBytesMax {
        cut.removeLast()
      }
      tokens[index].term = String(cut)
    }
    return tokens
  }
}
