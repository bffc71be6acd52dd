/// From a Welsh word to its lemma, the term under which all its forms are found.
///
/// A form that the lexicon knows has the lemma chosen there. Any other is taken apart by rules, the
/// first that leads to a known word: number (*1990au*), comparison, accents, endings, then the same
/// with its mutation undone; what remains unknown is found by its letters without accents. Lemmas that
/// are known keep their accents (*tŷ*, *tân*), since *tân* (fire) and *tan* (until) are different
/// words; ``readings(of:)`` lets a query typed without accents find both.
final class WelshLemmatizer: WordStemmer {
  private let lexicon = Lexicon.shared

  /// Replaces a case-folded word by its lemma.
  func stem(_ word: inout [UInt8]) {
    word = lexicon.entry(word)?.lemma ?? unknown(word)
  }

  /// The lemmas of the accented forms that `word` may stand for, but for its own lemma.
  func readings(of word: [UInt8]) -> [[UInt8]] {
    guard word.allSatisfy({ $0 < 0x80 }) else { return [] }
    var lemma = word
    stem(&lemma)
    var found: [[UInt8]] = []
    for form in lexicon.accented(word) {
      guard let reading = lexicon.entry(form)?.lemma, reading != lemma, !found.contains(reading)
      else { continue }
      found.append(reading)
    }
    return found
  }

  /// How `word` was mutated and the word without that, or nil where it is none or unknown.
  func unmutated(_ word: [UInt8]) -> Mutation.Radical? {
    guard let entry = lexicon.entry(word) else {
      return Mutation.radicals(of: word).first { isRadical($0.word) }
    }
    guard let mutation = entry.mutation else { return nil }
    let radicals = Mutation.radicals(of: word).filter { $0.mutation == mutation }
    return radicals.first { lexicon.entry($0.word)?.lemma == entry.lemma } ?? radicals.first
  }

  // MARK: - Words that no list has

  private func unknown(_ word: [UInt8]) -> [UInt8] {
    let rules = EndingRules(lexicon: lexicon)
    if let decade = Self.decade(word) { return decade }
    if let lemma = rules.spokenSuperlative(word) ?? rules.compared(word) { return known(lemma) }
    if let accented = lexicon.accented(word).first { return known(accented) }
    let bare = Self.withoutAccents(word)
    if bare != word, let entry = lexicon.entry(bare) { return entry.lemma }
    if let lemma = rules.inflected(word) { return known(lemma) }
    let radicals = Mutation.radicals(of: word)
    if let radical = radicals.first(where: { isRadical($0.word) }) { return known(radical.word) }
    for radical in radicals {
      let lemma =
        rules.spokenSuperlative(radical.word) ?? rules.compared(radical.word)
        ?? rules.inflected(radical.word)
      if let lemma { return known(lemma) }
    }
    return Self.withoutAccents(surelyMutated(word, radicals) ?? word)
  }

  /// The lemma of a word to which a rule led: a lemma may itself have been given another name.
  private func known(_ word: [UInt8]) -> [UInt8] { lexicon.entry(word)?.lemma ?? word }

  /// Whether a word is known and is not itself mutated.
  private func isRadical(_ word: [UInt8]) -> Bool {
    lexicon.entry(word).map { $0.mutation == nil } ?? false
  }

  /// *1990* of *1990au*.
  private static func decade(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 2, word.suffix(2).elementsEqual("au".utf8) else { return nil }
    let digits = word.dropLast(2)
    return digits.allSatisfy { (0x30...0x39).contains($0) } ? Array(digits) : nil
  }

  /// The radical of an unknown word that begins as no radical does: ngh, mh, nh, dd, and w before l
  /// or r, where g was lost.
  private func surelyMutated(
    _ word: [UInt8], _ radicals: [Mutation.Radical]
  ) -> [UInt8]? {
    for beginning in ["ngh", "mh", "nh", "dd"] where word.starts(with: beginning.utf8) {
      return radicals.first { $0.mutation == .nasal || $0.mutation == .soft }?.word
    }
    for beginning in ["wl", "wr"] where word.starts(with: beginning.utf8) && word.count > 4 {
      return [UInt8(ascii: "g")] + word
    }
    return nil
  }

  private static func withoutAccents(_ word: [UInt8]) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word }
    var bare: [UInt8] = []
    DiacriticFolding.fold(word.span, into: &bare)
    return bare
  }
}
