/// The words that Welsh writes behind an apostrophe, leaning on the word before: the article ('r in
/// i'r), yn ('n in mae'n), and the pronouns 'i 'u 'w 'm 'th 'ch (a'i, i'w, o'm, i'th, a'ch).
///
/// What follows the apostrophe in b'le, d'wn or s'dim is no clitic: there the word is one.
enum Clitics {
  /// Whether the letters behind an apostrophe are a clitic.
  static func contains(_ letters: ArraySlice<UInt8>) -> Bool {
    switch letters.count {
    case 1: "riunwm".utf8.contains(letters[letters.startIndex])
    case 2: letters.elementsEqual("th".utf8) || letters.elementsEqual("ch".utf8)
    default: false
    }
  }
}
