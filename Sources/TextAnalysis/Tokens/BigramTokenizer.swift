/// Pairs up the characters of scripts that are written without spaces, since finding words in them
/// would take a dictionary: 児童虐待 is indexed as 児童, 童虐, 虐待.
///
/// A character without a neighbour stands alone.
///
/// Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar and their kin; Katakana too, because its
/// compounds are written without spaces as well (チャイルドライン is found by ライン). Hangul is written with
/// spaces and stays words. A query for one character finds it only where it stands alone.
///
/// A character is a letter with the marks on it. Neighbours touch: a space, punctuation or a word
/// of another script between them parts them.
struct BigramTokenizer {
  private var waiting: Range<Int>?
  private var isPaired = false

  /// Takes the next character's bytes and returns the ranges to index: the character before it, if
  /// that stands alone, and the pair with it, if they touch.
  mutating func add(_ character: Range<Int>) -> (alone: Range<Int>?, pair: Range<Int>?) {
    guard let before = waiting, before.upperBound == character.lowerBound else {
      let alone = finish()
      waiting = character
      return (alone, nil)
    }
    waiting = character
    isPaired = true
    return (nil, before.lowerBound..<character.upperBound)
  }

  /// Ends the run, and returns its only character if it had but one.
  mutating func finish() -> Range<Int>? {
    let alone = isPaired ? nil : waiting
    waiting = nil
    isPaired = false
    return alone
  }

  /// The end of the character that starts at `start` of a spaceless segment: its marks are part of
  /// it.
  static func characterEnd(in text: Span<UInt8>, from start: Int, before end: Int) -> Int {
    var index = start
    while index < end {
      let (scalar, length) = Scalars.decode(text, at: index)
      if index > start, !WordBreakClass.of(scalar).kind.isIgnored { break }
      index += length
    }
    return index
  }
}
