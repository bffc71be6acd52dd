/// Phrases that pages use, found in any spelling of case, accents and punctuation.
struct PhraseList: Sendable {
  private let phrases: [[String]]

  /// Makes a list of phrases as they are written.
  init(_ phrases: [String]) {
    self.phrases = phrases.map(Words.plain)
  }

  /// The phrase of the list that `text` consists of.
  func equal(to text: String) -> String? {
    let words = Words.plain(text)
    return phrases.first { $0 == words }?.joined(separator: " ")
  }

  /// The first phrase of the list that `text` has, as words.
  func found(in text: String) -> String? { found(in: Words.plain(text)) }

  /// The first phrase of the list that stands in `words`.
  func found(in words: [String]) -> String? {
    for phrase in phrases where !phrase.isEmpty && words.count >= phrase.count {
      for start in 0...(words.count - phrase.count)
      where words[start] == phrase[0] && words[start..<start + phrase.count].elementsEqual(phrase) {
        return phrase.joined(separator: " ")
      }
    }
    return nil
  }
}
