/// What each slip of the fingers or the ear costs, in quarters of an edit.
///
/// An edit inserts, deletes or replaces a character or swaps two neighbours (Damerau, "A technique for
/// computer detection and correction of spelling errors", 1964). Slips that people make more often
/// cost less, so that what they make of a word lies nearer to it than what they do not: the channel of
/// Kernighan, Church & Gale, "A spelling correction program based on a noisy channel model", 1990;
/// replacing several letters at once by ear is from Brill & Moore, "An improved error model for noisy
/// channel spelling correction", 2000. Their tables are learned from errors; ours is written by hand,
/// there being no collection of Welsh ones.
struct EditCosts: Sendable, Hashable {
  /// Quarters in one edit.
  static let edit = 4

  /// Two neighbours swapped.
  var swap = 3
  /// A letter doubled, or one of two left out.
  var doubled = 2
  /// A key beside the one that was meant.
  var neighbourKey = 3
  /// One vowel for another.
  var vowel = 3
  /// One spelling of a sound for another; see ``Confusions``.
  var confusion = 2
  /// What an edit of the first letter costs besides: people seldom miss it (Pollock & Zamora,
  /// "Automatic spelling correction in scientific and scholarly text", 1984: 8% of errors).
  var firstLetter = 1

  /// Every edit alike.
  static let plain = EditCosts(
    swap: edit, doubled: edit, neighbourKey: edit, vowel: edit, confusion: edit, firstLetter: 0)

  /// The cost of typing `typed` for another scalar, `meant`.
  func replacing(_ typed: UInt32, _ meant: UInt32) -> Int {
    if Self.vowels.contains(typed), Self.vowels.contains(meant) { return vowel }
    return Self.areNeighbours(typed, meant) ? neighbourKey : Self.edit
  }

  /// The vowels of Welsh, which are more than those of English.
  private static let vowels = Set("aeiouwy".unicodeScalars.map(\.value))

  /// The places of the letters on a QWERTY keyboard, in quarters of a key.
  private static let keys: [UInt32: (row: Int, x: Int)] = {
    var keys: [UInt32: (row: Int, x: Int)] = [:]
    for (row, (letters, indent)) in [("qwertyuiop", 0), ("asdfghjkl", 1), ("zxcvbnm", 3)]
      .enumerated()
    {
      for (column, letter) in letters.unicodeScalars.enumerated() {
        keys[letter.value] = (row, 4 * column + indent)
      }
    }
    return keys
  }()

  private static func areNeighbours(_ one: UInt32, _ other: UInt32) -> Bool {
    guard let one = keys[one], let other = keys[other] else { return false }
    return abs(one.row - other.row) <= 1 && abs(one.x - other.x) <= 4
  }
}
