import TestSupport
import Testing

@testable import TextAnalysis

struct CollationTests {
  /// In the order of a dictionary.
  private static let welshWords = """
    a á â abad aber acen achos adar addo addysg ael afal affeithiwr agor angau angel ail baban bach
    bangor caban cadw cae cwm cyfan cylch cyngor chwaer chwech da dant dwfn dwr dŵr ddoe eang eglwys
    enw faint fory fferm ffon ffôn ffordd gafr gwaith gŵyl ngwaith haf hen hydref iaith iâr jam lamp
    lôn lôri llais llaw llyfr mab mam mynydd nain nos ofn oren pant plant plentyn pryd phlant rasal
    rŵan rhad rhiant rhyw saith siop tan Tan tân tŷ tywod theatr ugain uwd wal ŵy wyth ychydig ynys
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let englishWords = """
    1 12 2 a A à abbey ache café cafe's cafes chalk child children Children cot coté côte dad ddt
    Drag llama load naïve name nth Oak œuvre off offer phone pot resume résumé rhyme school thin tin
    Übung url zebra zoo Ωμέγα яблоко ישן كتاب 中文
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test func `Welsh words stand in the order of a Welsh dictionary`() {
    #expect(Self.welshWords.count > 90)
    expect(Self.welshWords, in: .welsh)
  }

  @Test func `English words stand in the order of an English dictionary, other scripts after`() {
    expect(Self.englishWords, in: .english)
  }

  @Test func `Welsh titles stand word by word, marks deciding last`() {
    expect(
      ["Cam drwg", "cam-drin", "Cam-drin", "camdrin plant", "Camfanteisio", "Cychwyn", "Chwarae"],
      in: .welsh)
  }

  @Test func `letters with something between them are no digraph`() {
    // l-l, and dd parted by U+034F, sort as two letters.
    expect(["al-lan", "alma", "allan"], in: .welsh)
    expect(["ad\u{34F}da", "ade", "adda"], in: .welsh)
    // In Bangor and Llangollen n and g are two letters, in angel one.
    expect(["llanerch", "Llangollen", "llanw"], in: .welsh)
    expect(["banc", "Bangor", "banw"], in: .welsh)
    expect(["agwedd", "angel", "ail"], in: .welsh)
  }

  @Test func `texts that Unicode takes to be the same have the same key`() {
    for order in [Collation.welsh, .english] {
      #expect(order.key(of: "tŷ") == order.key(of: "ty\u{302}"))
      #expect(order.key(of: "Ångström") == order.key(of: "A\u{30A}ngstro\u{308}m"))
    }
  }

  @Test func `the language decides the order`() {
    func text(_ order: Collation) -> [String] {
      order.sorted(["chwaer", "cwm", "dog"], by: \.self)
    }
    #expect(text(.order(for: "cy-simple")) == ["cwm", "chwaer", "dog"])
    #expect(text(.order(for: "cym")) == ["chwaer", "cwm", "dog"])
    #expect(text(.order(for: "en")) == ["chwaer", "cwm", "dog"])
  }

  @Test func `equal texts stay in their order`() {
    let pairs = [("b", 1), ("a", 2), ("b", 3), ("a", 4), ("b", 5)]
    #expect(Collation.welsh.sorted(pairs, by: \.0).map(\.1) == [2, 4, 1, 3, 5])
  }

  @Test func `a key is the example's`() {
    #expect(String(decoding: Collation.welsh.key(of: "Tŷ"), as: UTF8.self) == "[a .ŷ 1 Tŷ")
    #expect(String(decoding: Collation.english.key(of: "ab 1"), as: UTF8.self) == "AB!1   ab 1")
  }

  @Test func `keys order any texts totally, and a text stands before what goes on from it`() {
    var seed = Seed()
    for order in [Collation.welsh, .english] {
      for _ in 0..<300 {
        let (a, b) = (RandomText.make(&seed), RandomText.make(&seed))
        let (left, right) = (order.key(of: a), order.key(of: b))
        let place = "\(RandomText.hexadecimal(a)), \(RandomText.hexadecimal(b)), \(seed.value)"
        #expect((left == right) == (a == b), "\(place)")
        #expect(order.key(of: RandomText.decomposed(a)) == left, "\(place)")
        #expect(String(validating: left, as: UTF8.self) != nil)
        // A further word: no letter joins them to another letter.
        #expect(left.lexicographicallyPrecedes(order.key(of: a + " x")), "\(place)")
      }
    }
  }

  private func expect(
    _ words: [String], in order: Collation, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var seed = Seed()
    for _ in 0..<5 {
      let sorted = order.sorted(words.shuffled(using: &seed), by: \.self)
      let difference = zip(sorted, words).first { $0 != $1 }
      #expect(difference == nil, sourceLocation: sourceLocation)
      #expect(sorted.count == words.count, sourceLocation: sourceLocation)
    }
  }
}
