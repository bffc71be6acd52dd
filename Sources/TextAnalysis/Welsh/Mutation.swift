/// The initial mutations of Welsh: what grammar does to a word's first letters.
///
/// Written for case-folded words with or without diacritics. Source: G. King, *Modern Welsh: A
/// Comprehensive Grammar*, 3rd ed. 2016, §§3–12. The digraphs are letters of their own: `ch`, `ff`,
/// `ng`, `ph`, `th` and `dd` do not mutate, `ll` and `rh` do.
public enum Mutation: String, Sendable, Hashable, CaseIterable {
  /// Soft: *plant* → *blant*, *gardd* → *ardd*.
  case soft
  /// Nasal: *plant* → *mhlant*.
  case nasal
  /// Aspirate: *plant* → *phlant*.
  case aspirate
  /// H before a vowel: *ysgol* → *hysgol*.
  case prothetic

  /// A word that a form may be a mutation of.
  public struct Radical: Sendable, Hashable {
    /// How it was mutated.
    public let mutation: Mutation
    /// The word with its own first letters.
    public let word: [UInt8]
  }

  /// One change of first letters: `radical` is never empty; `mutated` is where *g* is lost.
  private struct Change {
    let mutation: Mutation
    let radical: [UInt8]
    let mutated: [UInt8]

    init(_ mutation: Mutation, _ radical: String, _ mutated: String) {
      self.mutation = mutation
      self.radical = Array(radical.utf8)
      self.mutated = Array(mutated.utf8)
    }
  }

  private static let changes: [Change] = [
    Change(.soft, "p", "b"), Change(.soft, "t", "d"), Change(.soft, "c", "g"),
    Change(.soft, "b", "f"), Change(.soft, "d", "dd"), Change(.soft, "g", ""),
    Change(.soft, "ll", "l"), Change(.soft, "m", "f"), Change(.soft, "rh", "r"),
    Change(.nasal, "p", "mh"), Change(.nasal, "t", "nh"), Change(.nasal, "c", "ngh"),
    Change(.nasal, "b", "m"), Change(.nasal, "d", "n"), Change(.nasal, "g", "ng"),
    Change(.aspirate, "p", "ph"), Change(.aspirate, "t", "th"), Change(.aspirate, "c", "ch"),
  ]

  /// The digraphs that begin words, each of which is one letter.
  private static let digraphs: [[UInt8]] = ["ch", "dd", "ff", "ng", "ll", "ph", "rh", "th"].map {
    Array($0.utf8)
  }

  /// The first letters of `word` if it begins with a digraph, else its first byte.
  private static func firstLetter(_ word: some Collection<UInt8>) -> [UInt8] {
    digraphs.first { word.starts(with: $0) } ?? Array(word.prefix(1))
  }

  /// `radical` so mutated, or nil where its first letter does not change.
  public func form(of radical: [UInt8]) -> [UInt8]? {
    if self == .prothetic {
      return Self.beginsWithVowel(radical[...]) ? [UInt8(ascii: "h")] + radical : nil
    }
    let letter = Self.firstLetter(radical)
    guard let change = Self.changes.first(where: { $0.mutation == self && $0.radical == letter })
    else { return nil }
    let form = change.mutated + radical.dropFirst(letter.count)
    return form.isEmpty ? nil : form
  }

  /// The words that `form` may be a mutation of; `form` itself, unmutated, is not among them.
  ///
  /// Every word with this form is there, and others that the language never makes: a lexicon tells.
  public static func radicals(of form: [UInt8]) -> [Radical] {
    guard !form.isEmpty else { return [] }
    var found: [Radical] = []
    for change in changes where form.starts(with: change.mutated) {
      let word = change.radical + form.dropFirst(change.mutated.count)
      // What comes back must be this form: chwaer is no soft form of gchwaer, nor ffrind of bfrind.
      if word != form, change.mutation.form(of: word) == form {
        found.append(Radical(mutation: change.mutation, word: word))
      }
    }
    if form[0] == UInt8(ascii: "h"), beginsWithVowel(form[1...]) {
      found.append(Radical(mutation: .prothetic, word: Array(form[1...])))
    }
    return found
  }

  /// Whether the first letter is a vowel: a e i o u w y, with or without an accent.
  private static func beginsWithVowel(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first < 0x80 { return "aeiouwy".utf8.contains(first) }
    // The accented letters of Welsh: U+00E0…U+00FF, U+0175 ŵ, U+0177 ŷ, U+1E81 ẁ … U+1EF3 ỳ.
    let second = word.dropFirst().first ?? 0
    switch first {
    case 0xC3: return second >= 0xA0 && second != 0xA7 && second != 0xB1
    case 0xC5: return second == 0xB5 || second == 0xB7
    case 0xE1: return second == 0xBA || second == 0xBB
    default: return false
    }
  }
}
