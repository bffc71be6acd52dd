internal import SearchIndex

extension Catalogue {
  /// The words of the catalogue's texts at most `edits` edits from `text`, the nearest first, at most
  /// `limit`, and whether there are more.
  ///
  /// The engine's own search for misspelt words goes no further than two edits.
  ///
  /// - Complexity: a walk over all words.
  public func words(
    near text: String, edits: Int, limit: Int
  ) throws(CatalogueError) -> (words: [String], isCut: Bool) {
    guard let key = WordKey.key(ofWord: text) else { return ([], false) }
    let found = try suggestionData().words.nearest(
      to: key.unicodeScalars.map(\.value), edits: edits, limit: limit)
    return (found.texts, found.isCut)
  }
}
