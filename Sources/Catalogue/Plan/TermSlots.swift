internal import Records
internal import TextAnalysis

/// A text in one language as a row of places, each with the keys by which a word there is known.
///
/// Two words are the same where they share a key. A word's keys are its terms in the language's
/// analysis and the word itself, case and diacritics folded; a Welsh word in a sentence also has what
/// it may be a mutation of (*gam-drin*: *cam-drin*). Welsh articles and *yn*, whole or leaning on the
/// word before, are no places: *camfanteisio'n rhywiol* is *camfanteisio yn rhywiol*.
struct TermSlots {
  /// A word's place.
  struct Slot {
    /// What the word is known by, without repeats.
    var keys: [[UInt8]] = []
  }

  /// The places in order.
  private(set) var slots: [Slot] = []

  /// Reads `text` in `language`; `isTerm` for a term as it stands in a list, where the first word is
  /// not mutated.
  init(_ text: String, in language: InterfaceLanguage, isTerm: Bool = false) {
    let batch = Analyzers.analyzer(for: language.rawValue).tokens(of: text)
    let bytes = Array(text.utf8)
    var position: Int?
    for token in batch.tokens {
      let surface = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
      let folded = Self.folded(surface)
      if token.position != position {
        position = token.position
        slots.append(Slot())
      }
      let isFirst = slots.count == 1
      let last = slots.count - 1
      slots[last].add(batch.term(token))
      if let folded {
        slots[last].add(folded)
        if language == .welsh, !(isTerm && isFirst) {
          for radical in Mutation.radicals(of: folded) { slots[last].add(radical.word) }
        }
      }
    }
    guard language == .welsh else { return }
    let words = slots.filter { slot in
      !slot.keys.contains { key in Self.small.contains { $0.elementsEqual(key) } }
    }
    if !words.isEmpty || !isTerm { slots = words }
  }

  /// The article and *yn*, which a term may be said with or without.
  private static let small: [String.UTF8View] = ["y", "yr", "r", "yn", "n"].map { $0.utf8 }

  /// A word with case and diacritics folded, or nil where it is several.
  private static func folded(_ word: String) -> [UInt8]? {
    let batch = Analyzers.analyzer(for: "und").tokens(of: word)
    return batch.count == 1 ? batch.term(batch.tokens[0]) : nil
  }
}

extension TermSlots.Slot {
  fileprivate mutating func add(_ key: [UInt8]) {
    if !keys.contains(key) { keys.append(key) }
  }
}
