/// What a language does with the apostrophes inside a word.
///
/// Every character that people type for an apostrophe counts as one: ' ’ ‘ ʼ ＇. Apostrophes at a
/// word's ends are not part of it ('sgen is sgen), and those that no rule divides at are left out
/// of the term (o'clock is found by oclock, O'Brien by obrien).
enum Apostrophes: Sendable {
  /// None divides the word.
  case dropped
  /// English: 's goes (Childline's is childline).
  case possessive
  /// Welsh: a clitic is a word of its own, and the whole without its apostrophe an alternative: i'r
  /// gives i and r, and ir beside the i. An English 's goes, with the same alternative.
  case clitics
  /// French, Italian, Catalan, Irish: one of these small words goes from the front (l'école is
  /// école).
  case elided([String])
  /// Turkish: what follows a name's apostrophe is a suffix, and goes (Türkiye'de is türkiye).
  case suffixed

  /// A word's parts, as ranges of its bytes.
  struct Division: Equatable {
    /// The word proper.
    var host: Range<Int>
    /// The word leaning on it.
    var clitic: Range<Int>?
    /// Whether the undivided word is an alternative.
    var keepsWhole = false
  }

  /// The byte that stands for every apostrophe in a normalised word.
  static let byte = UInt8(ascii: "'")

  /// Whether the scalar is typed for an apostrophe.
  @inline(__always)
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2019, 0x2018, 0x2BC, 0xFF07: true
    default: false
    }
  }

  /// Divides a normalised word.
  func division(of word: [UInt8]) -> Division {
    let whole = Division(host: 0..<word.count)
    switch self {
    case .dropped:
      return whole
    case .possessive, .clitics, .suffixed:
      guard let mark = word.lastIndex(of: Self.byte), mark > 0, mark + 1 < word.count else {
        return whole
      }
      return divided(word, at: mark) ?? whole
    case .elided(let words):
      guard let mark = word.firstIndex(of: Self.byte), mark + 1 < word.count,
        words.contains(where: { word[..<mark].elementsEqual($0.utf8) })
      else { return whole }
      return Division(host: mark + 1..<word.count)
    }
  }

  private func divided(_ word: [UInt8], at mark: Int) -> Division? {
    let tail = mark + 1..<word.count
    let isPossessive = word[tail].elementsEqual([UInt8(ascii: "s")])
    switch self {
    case .suffixed:
      guard let first = word.firstIndex(of: Self.byte), first > 0 else { return nil }
      return Division(host: 0..<first)
    case .possessive:
      return isPossessive ? Division(host: 0..<mark) : nil
    case .clitics:
      if isPossessive { return Division(host: 0..<mark, keepsWhole: true) }
      guard Clitics.contains(word[tail]) else { return nil }
      return Division(host: 0..<mark, clitic: tail, keepsWhole: true)
    case .dropped, .elided:
      return nil
    }
  }

  /// The byte of the text at which the last apostrophe of a range stands.
  static func last(in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var found: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = Scalars.decode(text, at: index)
      if contains(scalar) { found = index }
      index += length
    }
    return found
  }
}
