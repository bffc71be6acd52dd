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
    let words = try suggestionData().words
    var found: [(cost: Int, index: Int)] = []
    words.forEachNear(
      key.unicodeScalars.map(\.value), .plain, limit: edits * EditCosts.edit
    ) { index, cost in
      if words.resources(index) > 0 { found.append((cost, index)) }
    }
    let nearest = found.sorted { ($0.cost, $0.index) < ($1.cost, $1.index) }.prefix(limit)
    return (nearest.map { words.text($0.index) }, found.count > limit)
  }
}
