internal import TextAnalysis

/// The form by which words are compared for suggestions: case and diacritics folded, hyphens and
/// apostrophes dropped.
///
/// `Tŷ` is *ty*, `e-bost` is *ebost*. Made of the text as written and never of the index's terms, which
/// may be stems or lemmas.
enum WordKey {
  /// The longest word that is suggested or corrected, in bytes.
  static let bytesMax = 64

  private static let analyzer = PlainAnalyzer()

  /// The key of one word; nil where it is none that can be misspelt: a number, several words, or a
  /// text of a script without spaces.
  static func key(ofWord word: String) -> String? {
    guard word.utf8.count <= bytesMax else { return nil }
    let batch = analyzer.tokens(of: word)
    let whole = batch.tokens.first { token in
      batch.count == 1 || (token.start == 0 && token.end == word.utf8.count)
    }
    guard let whole else { return nil }
    let key = batch.text(whole)
    return !key.isEmpty && key.unicodeScalars.allSatisfy(isSpelt) ? key : nil
  }

  /// The keys of a text's words in order; hyphens part words.
  static func keys(of text: String) -> [String] {
    let batch = analyzer.tokens(of: text)
    var keys: [String] = []
    var position = -1
    for token in batch.tokens where token.position != position {
      position = token.position
      keys.append(batch.text(token))
    }
    return keys
  }

  /// The words of `text`, as ranges of its bytes, each once: a compound whole and in its parts; of
  /// *ganllaw'r* the host and what leans on it, but not the whole; an English 's left out.
  static func ranges(of text: String, _ analyzer: some Analyzer) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let bytes = Array(text.utf8)
    for token in analyzer.tokens(of: text).tokens {
      let word = bytes[token.start..<token.end]
      let possessive = ["'s", "’s"].first { word.count > $0.utf8.count && word.ends($0) }
      let range = token.start..<token.end - (possessive?.utf8.count ?? 0)
      if !ranges.suffix(8).contains(range) { ranges.append(range) }
    }
    let shortest = Dictionary(ranges.map { ($0.lowerBound, $0.count) }, uniquingKeysWith: min)
    return ranges.filter { range in
      shortest[range.lowerBound] == range.count
        || !String(decoding: bytes[range], as: UTF8.self).contains { "'’".contains($0) }
    }
  }

  /// Letters of scripts with words and letters: all before Thai, and the later blocks of Latin and
  /// Greek.
  private static func isSpelt(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0xE00 || (0x1E00..<0x2000).contains(scalar.value))
      && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
  }
}

extension ArraySlice<UInt8> {
  /// Whether these are the last bytes.
  fileprivate func ends(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
