/// Looks into a page's document type declaration before it is parsed.
///
/// The HTML parser expands no entity that a page declares, but it would take the rest of an
/// internal subset for text. No honest page has one with entities, so such a page is refused.
enum DocumentType {
  /// Bytes at the start in which a document type may begin.
  private static let prologBytesMax = 65_536

  /// The line of the first `<!ENTITY` in the internal subset of the document type, or nil where
  /// there is none.
  static func lineOfEntities(in page: [UInt8]) -> Int? {
    guard let start = find("<!doctype", in: page[...].prefix(prologBytesMax)) else { return nil }
    let rest = page[start...]
    guard
      let bracket = rest.firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }),
      page[bracket] == UInt8(ascii: "["),
      let entity = find("<!entity", in: page[bracket...].prefix(prologBytesMax))
    else { return nil }
    return 1 + page[..<entity].count { $0 == 0x0A }
  }

  /// Where `word` (lower case) first stands in `bytes`, in whatever case.
  private static func find(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let letters = Array(word.utf8)
    guard bytes.count >= letters.count else { return nil }
    for start in bytes.startIndex...(bytes.endIndex - letters.count) {
      let isHere = letters.indices.allSatisfy { place in
        let byte = bytes[start + place]
        return ((65...90).contains(byte) ? byte | 0x20 : byte) == letters[place]
      }
      if isHere { return start }
    }
    return nil
  }
}
