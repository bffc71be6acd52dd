/// Where a line may end inside a word: in scripts that are written without spaces.
///
/// A simple reading of Unicode Standard Annex #14: Chinese, Japanese and Korean may break at every
/// character but before closing and after opening marks; Thai, Lao, Khmer and Burmese, whose words
/// no list here tells, only where a word is longer than a line. Nothing else breaks: an address in two
/// parts cannot be opened. No break ever falls into a grapheme.
enum LineBreaks {
  /// The parts of `word` between which a line may end.
  static func parts(of word: Substring, columnsMax: Int) -> [Substring] {
    guard word.utf8.contains(where: { $0 >= 0xE0 }) else { return [word] }
    var parts: [Substring] = []
    var start = word.startIndex
    var columns = 0
    var last: Character?
    for index in word.indices {
      let character = word[index]
      let width = DisplayWidth.of(character)
      if let last, mayBreak(last, character, isFull: columns + width > columnsMax) {
        parts.append(word[start..<index])
        start = index
        columns = 0
      }
      columns += width
      last = character
    }
    parts.append(word[start...])
    return parts
  }

  private static func mayBreak(_ left: Character, _ right: Character, isFull: Bool) -> Bool {
    if isSpaceless(left), isSpaceless(right) { return isFull }
    guard DisplayWidth.of(left) == 2 || DisplayWidth.of(right) == 2 else { return false }
    // Between two emoji, or a wide letter and Latin, too.
    return !closing.contains(right) && !opening.contains(left)
  }

  /// Whether a character is of a script whose words a list would have to tell: Thai, Lao, Burmese,
  /// Khmer.
  private static func isSpaceless(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: false
    }
  }

  private static let closing: Set<Character> = [
    "。", "、", "，", "．", "：", "；", "！", "？", "）", "」", "』", "】", "》", "〉", "］", "｝", "ー", "々", "”",
    "’", ".", ",", ":", ";", "!", "?", ")", "]", "*",
  ]
  private static let opening: Set<Character> = [
    "（", "「", "『", "【", "《", "〈", "［", "｛", "“", "‘", "(", "[", "*",
  ]
}
