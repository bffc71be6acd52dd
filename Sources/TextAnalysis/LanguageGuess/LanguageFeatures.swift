/// The words and trigrams that tell languages apart; a set of languages is a bit mask.
struct LanguageFeatures: Sendable {
  /// The languages, each a bit by its place.
  let languages: [String]
  private var words: [UInt64: UInt32] = [:]
  private var trigrams: [UInt64: UInt32] = [:]

  /// Those of the lists.
  static let all = LanguageFeatures(LanguageWords.lists)

  private init(_ lists: [(language: String, words: String)]) {
    languages = lists.map(\.language)
    var scalars: [UInt32] = []
    for (number, list) in lists.enumerated() {
      let bit: UInt32 = 1 << UInt32(number)
      for word in list.words.split(whereSeparator: \.isWhitespace) {
        let form = Array(word.utf8)
        words[Self.hash(form), default: 0] |= bit
        Self.readTrigrams(of: form, scratch: &scalars) { trigrams[$0, default: 0] |= bit }
      }
    }
  }

  /// How much a feature of these languages tells: 0 when all share it.
  func rarity(of mask: UInt32) -> Float {
    let shares = Float(languages.count) / Float(max(1, mask.nonzeroBitCount))
    var value: Float = 0
    var rest = shares
    // The logarithm to base 2, by halves: exact where it matters, and the same on every machine.
    while rest >= 2 {
      value += 1
      rest /= 2
    }
    return value + (rest - 1)
  }

  /// Calls `body` with the languages of the word and of each of its trigrams that any has.
  func forEach(
    of word: [UInt8], scratch: inout [UInt32], _ body: (_ isWord: Bool, UInt32) -> Void
  ) {
    if let mask = words[Self.hash(word)] { body(true, mask) }
    Self.readTrigrams(of: word, scratch: &scratch) { trigram in
      if let mask = trigrams[trigram] { body(false, mask) }
    }
  }

  private static func hash(_ word: [UInt8]) -> UInt64 {
    word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Calls `body` with the trigrams of the word between two spaces, 21 bits a scalar.
  private static func readTrigrams(
    of word: [UInt8], scratch scalars: inout [UInt32], _ body: (UInt64) -> Void
  ) {
    scalars.removeAll(keepingCapacity: true)
    scalars.append(0x20)
    let span = word.span
    var index = 0
    while index < span.count {
      let (scalar, length) = Scalars.decode(span, at: index)
      scalars.append(scalar)
      index += length
    }
    scalars.append(0x20)
    var trigram: UInt64 = 0
    for (number, scalar) in scalars.enumerated() {
      trigram = (trigram << 21 | UInt64(scalar)) & 0x7FFF_FFFF_FFFF_FFFF
      if number >= 2 { body(trigram) }
    }
  }
}
