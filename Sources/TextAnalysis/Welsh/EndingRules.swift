/// From a form that no list knows to its lemma, by its ending.
///
/// A rule is believed only where it leads to a word that the lexicon knows, in the right class where
/// the ending tells one; the plurals in *-wyr* and *-yddion* are the exception, since their singulars
/// are made so regularly that unknown ones can be told. Source of the endings: P. W. Thomas, *Gramadeg y Gymraeg*, 1996, and the
/// spoken spellings of G. King, *Modern Welsh*, 2016.
struct EndingRules {
  let lexicon: Lexicon

  /// The adjective of which `word` is a comparative or superlative: *trymach* of *trwm*.
  func compared(_ word: [UInt8]) -> [UInt8]? {
    for ending in Self.comparison where word.count > ending.count + 1 && word.ends(with: ending) {
      let stem = Array(word.dropLast(ending.count))
      for candidate in Self.positives(of: stem) where candidate != word {
        if lexicon.entry(candidate)?.isAdjective == true { return candidate }
      }
    }
    return nil
  }

  /// The lemma behind a spoken spelling: *mwya* for *mwyaf*.
  func spokenSuperlative(_ word: [UInt8]) -> [UInt8]? {
    guard word.last == UInt8(ascii: "a"),
      let entry = lexicon.entry(word + [UInt8(ascii: "f")]), entry.lemma != word,
      lexicon.entry(entry.lemma)?.isAdjective == true
    else { return nil }
    return entry.lemma
  }

  /// The lemma of a plural or of a verb's finite form, or nil.
  func inflected(_ word: [UInt8]) -> [UInt8]? {
    spokenPlural(word) ?? verb(word) ?? noun(word)
  }

  /// *-ie* and *-e* for *-iau* and *-au*.
  private func spokenPlural(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 4 else { return nil }
    for (spoken, written) in Self.spokenPlurals where word.ends(with: spoken) {
      let form = word.dropLast(spoken.count) + written
      if let entry = lexicon.entry(Array(form)) { return entry.lemma }
    }
    return nil
  }

  private func verb(_ word: [UInt8]) -> [UInt8]? {
    for ending in Self.verbEndings where word.count > ending.count + 1 && word.ends(with: ending) {
      let stem = word.dropLast(ending.count)
      for verbal in Self.verbalNounEndings {
        let candidate = Array(stem + verbal)
        if candidate != word, lexicon.entry(candidate)?.isVerb == true { return candidate }
      }
    }
    return nil
  }

  private func noun(_ word: [UInt8]) -> [UInt8]? {
    for (ending, singulars) in Self.plurals
    where word.count > ending.count + 1 && word.ends(with: ending) {
      let stem = word.dropLast(ending.count)
      for singular in singulars {
        let candidate = Array(stem + singular)
        if candidate != word, lexicon.entry(candidate)?.isNoun == true { return candidate }
      }
    }
    if word.count > 5, word.ends(with: Self.men) { return word.dropLast(3) + Self.man }
    if word.count > 8, word.ends(with: Self.agents) { return Array(word.dropLast(3)) }
    return nil
  }

  /// What an adjective may look like without the ending of its comparison: the consonant hard again
  /// (*teced* of *teg*), doubled n and r single, and the vowel as in the last syllable (*trymach* of
  /// *trwm*, *llonach* of *llwn*, *ehangach* of *eang*).
  private static func positives(of stem: [UInt8]) -> [[UInt8]] {
    var tries: [[UInt8]] = []
    for end in [stem, softened(stem)] {
      tries.append(end)
      if end.count > 1, end[end.count - 1] == end[end.count - 2] { tries.append(end.dropLast()) }
    }
    tries += tries.compactMap { word in
      word.firstIndex(of: UInt8(ascii: "y")).map { replacing(word, $0, "w") }
    }
    tries += tries.compactMap { word in
      guard let last = word.lastIndex(where: { vowels.contains($0) }),
        word[last] == UInt8(ascii: "o"), last < word.count - 1
      else { return nil }
      return replacing(word, last, "w")
    }
    tries += tries.filter { $0.first == UInt8(ascii: "e") }.map { replacing($0, 0, "a") }
    return tries
  }

  private static func softened(_ stem: [UInt8]) -> [UInt8] {
    var stem = stem
    switch stem.last {
    case UInt8(ascii: "c"): stem[stem.count - 1] = UInt8(ascii: "g")
    case UInt8(ascii: "p"): stem[stem.count - 1] = UInt8(ascii: "b")
    case UInt8(ascii: "t"): stem[stem.count - 1] = UInt8(ascii: "d")
    default: break
    }
    return stem
  }

  private static func replacing(
    _ word: [UInt8], _ index: Int, _ letter: Unicode.Scalar
  ) -> [UInt8] {
    var word = word
    word[index] = UInt8(ascii: letter)
    return word
  }

  private static func list(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8) }
  }

  private static let vowels = Array("aeiouwy".utf8)
  private static let comparison = list("ach af ed")
  private static let spokenPlurals = [("ie", "iau"), ("e", "au")].map {
    (Array($0.utf8), Array($1.utf8))
  }
  private static let men = Array("wyr".utf8)
  private static let man = Array("wr".utf8)
  private static let agents = Array("yddion".utf8)

  /// The endings of finite verbs, longest first.
  private static let verbEndings = list(
    """
    asoch asant aswn asech asent asom asai asit asen esid aist odd ais ant wch wyd ech ent ith iff \
    est wn ir id er ai en et it on om es af i a o e
    """)
  /// What follows a verb's stem in its verbal noun; - is nothing.
  private static let verbalNounEndings = list("o u io i - a ian eg ed")
  /// The endings of plurals with those of their singulars; - is nothing.
  private static let plurals: [([UInt8], [[UInt8]])] = [
    ("feydd", "fa"), ("wyr", "wr iwr"), ("iaid", "iad -"), ("iau", "- i"), ("oedd", "-"),
    ("edd", "-"), ("ydd", "-"), ("aid", "-"), ("ion", "-"), ("au", "-"), ("on", "-"), ("od", "-"),
    ("ys", "-"), ("ed", "-"), ("i", "-"), ("s", "-"),
  ].map { (Array($0.utf8), list($1)) }
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
  /// Whether the bytes end with those of `ending`.
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
