/// THE TABLE of spellings that sound alike, or nearly, in Welsh or in English: either is written for the
/// other.
///
/// Each costs ``EditCosts/confusion`` at whatever length. The order means nothing. Welsh: the letters
/// that English spells otherwise (f, dd, w, u), those that a dialect no longer tells apart (u, y, i;
/// ae, ai, au), those that speakers of English hear as others (ll, ch, rh), and h in nasal mutations.
enum Confusions {
  /// The pairs, in letters without diacritics.
  static let pairs: [(String, String)] =
    [
      // Welsh.
      ("f", "v"), ("ff", "f"), ("dd", "th"), ("dd", "d"), ("w", "oo"), ("u", "i"), ("u", "y"),
      ("y", "i"), ("ll", "l"), ("ll", "thl"), ("ll", "chl"), ("ch", "c"), ("ch", "h"), ("rh", "r"),
      ("ae", "ai"), ("au", "ai"), ("ei", "eu"), ("oe", "oi"), ("ae", "e"), ("au", "e"),
      ("si", "sh"),
      ("ngh", "ng"), ("mh", "m"), ("nh", "n"), ("nn", "n"), ("rr", "r"), ("iw", "yw"), ("ew", "iw"),
      // English.
      ("ph", "f"), ("c", "k"), ("ck", "k"), ("c", "s"), ("s", "z"), ("g", "j"), ("x", "cks"),
      ("qu", "cw"), ("qu", "kw"), ("ie", "ei"), ("ea", "ee"), ("ea", "e"), ("ou", "u"), ("oo", "u"),
      ("tion", "shun"), ("tion", "sion"), ("tion", "cion"), ("tion", "shon"), ("sion", "shun"),
      ("ssion", "shun"), ("ci", "sh"), ("ti", "sh"), ("ance", "ence"), ("ant", "ent"),
      ("able", "ible"), ("er", "or"), ("er", "ar"), ("er", "re"), ("our", "or"), ("wh", "w"),
      ("kn", "n"), ("wr", "r"), ("gh", ""), ("dge", "ge"), ("tch", "ch"), ("ight", "ite"),
      ("ough", "uff"), ("al", "le"), ("el", "le"), ("ly", "ley"), ("y", "ie"),
    ]

  /// A pair one way round, as scalars.
  struct Rule: Sendable {
    /// What was typed.
    var typed: [UInt32]
    /// What was meant.
    var meant: [UInt32]
  }

  /// The longest side of a pair, in scalars.
  static let lengthMax = rules.reduce(0) { max($0, $1.meant.count) }

  /// The pairs, both ways round.
  static let rules: [Rule] = pairs.flatMap { one, other in
    let (one, other) = (one.unicodeScalars.map(\.value), other.unicodeScalars.map(\.value))
    return [Rule(typed: one, meant: other), Rule(typed: other, meant: one)]
  }
}
