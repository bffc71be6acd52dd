/// The named entities for Welsh letters that HTML 5 has and libxml2, which knows HTML 4's, has not.
///
/// It would leave `t&ycirc;` as it is, and nobody would ever find the house.
enum WelshEntities {
  private static let letters: [(name: [UInt8], letter: [UInt8])] = [
    ("&wcirc;", "ŵ"), ("&Wcirc;", "Ŵ"), ("&ycirc;", "ŷ"), ("&Ycirc;", "Ŷ"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// `page` with these entities replaced by their letters.
  static func resolved(in page: [UInt8]) -> [UInt8] {
    var resolved: [UInt8] = []
    var copied = 0
    var place = 0
    while let entity = page[place...].firstIndex(of: UInt8(ascii: "&")) {
      place = entity + 1
      // Most are others: `&amp;` before all.
      guard place < page.count,
        page[place] | 0x20 == UInt8(ascii: "w")
          || page[place] | 0x20 == UInt8(ascii: "y"),
        let found = letters.first(where: { page[entity...].starts(with: $0.name) })
      else { continue }
      resolved += page[copied..<entity]
      resolved += found.letter
      place = entity + found.name.count
      copied = place
    }
    return copied == 0 ? page : resolved + page[copied...]
  }
}
