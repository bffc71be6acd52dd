/// The letters of Welsh in their order, digraphs among them: see ``Collation``.
enum WelshAlphabet {
  /// The letters; a place in the list, counted from `A`, is a letter's weight.
  private static let letters = [
    "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll", "m",
    "n", "o", "p", "ph", "q", "r", "rh", "s", "t", "th", "u", "v", "w", "x", "y", "z",
  ]

  /// Beginnings of words whose *n* and *g*, parted here, are two letters: compounds, and names of
  /// places with *llan*.
  ///
  /// Named from general knowledge and read by no Welsh speaker yet; a word that is missing sorts by
  /// its digraph.
  private static let parted = [
    "ban-gor", "cyn-gerdd", "cyn-gor", "dan-gos", "dyn-gar", "fan-gor", "gyn-gerdd", "gyn-gor",
    "llan-g", "llon-gyfarch", "man-gor",
  ]

  private static let weights: [UInt8] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
    weight(of: String(UnicodeScalar(letter)))
  }
  private static let digraphs: [(letters: [UInt8], weight: UInt8)] = letters.filter {
    $0.utf8.count == 2
  }.map { (Array($0.utf8), weight(of: $0)) }
  private static let beginnings: [(letters: [UInt8], place: Int)] = parted.map { word in
    let halves = word.split(separator: "-")
    return (Array(halves.joined().utf8), halves[0].utf8.count - 1)
  }

  /// The weight of a letter, `a` to `z`.
  static func weight(of letter: UInt8) -> UInt8 { weights[Int(letter - UInt8(ascii: "a"))] }

  /// The weight of the digraph that begins at `index`, or nil where none does.
  static func digraph(at index: Int, in elements: [CollationElement]) -> UInt8? {
    guard index + 1 < elements.count, elements[index + 1].isJoined,
      case .letter(let first) = elements[index].weight,
      case .letter(let second) = elements[index + 1].weight,
      elements[index].mark.isEmpty, elements[index + 1].mark.isEmpty,
      let digraph = digraphs.first(where: { $0.letters == [first, second] }),
      !isParted(index, in: elements)
    else { return nil }
    return digraph.weight
  }

  private static func isParted(_ index: Int, in elements: [CollationElement]) -> Bool {
    beginnings.contains { beginning in
      let start = index - beginning.place
      guard start >= 0, start + beginning.letters.count <= elements.count,
        start == 0 || !isLetter(elements[start - 1])
      else { return false }
      return beginning.letters.indices.allSatisfy {
        elements[start + $0].weight == .letter(beginning.letters[$0])
      }
    }
  }

  private static func isLetter(_ element: CollationElement) -> Bool {
    if case .letter = element.weight { true } else { false }
  }

  private static func weight(of letter: String) -> UInt8 {
    UInt8(ascii: "A") + UInt8(letters.firstIndex(of: letter) ?? 0)
  }
}
