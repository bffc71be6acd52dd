/// Guesses the language of a text that does not say it.
///
/// A text of one script that only one language of the catalogue uses is in that language. Among
/// languages in Latin letters, each word counts for those in whose list of common words it is, and
/// each of its trigrams for those in whose words it occurs, the more the fewer languages share it
/// (after Cavnar & Trenkle, "N-Gram-Based Text Categorization", 1994, with lists instead of a
/// training corpus). Close runners-up, as in a bilingual text, or little evidence make no guess.
public enum LanguageGuess {
  /// The bytes of a text that are read.
  static let bytesMax = 32_768

  /// What a common word counts for, in units of one trigram.
  private static let wordWeight: Float = 3
  /// The least number of words: a few may be names, or occur in other languages too.
  private static let wordsMin = 8
  /// The least score of a guess: a common word or two that few languages share.
  private static let scoreMin: Float = 12
  /// The least score per word: lower where the text is in none of the languages.
  private static let scorePerWordMin: Float = 2.2
  /// How many times the runner-up's score the winner's must be.
  private static let leadMin: Float = 1.25

  /// The primary language subtag of the text's language; nil when unsure.
  public static func language(of text: String) -> String? {
    let bytes = Array(text.utf8.prefix(bytesMax))
    let scripts = ScriptCount(of: bytes.span)
    guard let script = scripts.dominant else { return nil }
    return script == .latin ? latinLanguage(of: bytes.span) : scripts.language(writtenIn: script)
  }

  private static func latinLanguage(of text: Span<UInt8>) -> String? {
    let features = LanguageFeatures.all
    var scores = [Float](repeating: 0, count: features.languages.count)
    var wordCount = 0
    var words = WordTokenizer()
    var bench = Workbench()
    var scalars: [UInt32] = []
    while let word = words.nextWord(in: text) {
      guard word.kind != .spaceless, CaseFolding.fold(text[word.start]) > 0x39 else { continue }
      _ = bench.read(text, word.start..<word.end)
      bench.foldCase()
      wordCount += 1
      features.forEach(of: bench.form, scratch: &scalars) { isWord, languages in
        let rarity = features.rarity(of: languages) * (isWord ? wordWeight : 1)
        var rest = languages
        while rest != 0 {
          scores[rest.trailingZeroBitCount] += rarity
          rest &= rest - 1
        }
      }
    }
    let ranked = scores.indices.sorted {
      scores[$0] > scores[$1] || scores[$0] == scores[$1] && $0 < $1
    }
    guard ranked.count > 1 else { return nil }
    let best = scores[ranked[0]]
    guard wordCount >= wordsMin, best >= scoreMin, best >= scorePerWordMin * Float(wordCount),
      best >= leadMin * scores[ranked[1]]
    else { return nil }
    return features.languages[ranked[0]]
  }
}
