package import Records
internal import TextAnalysis

/// From what people write for a facet's value to the vocabulary's ids.
package enum FacetValues {
  /// The ids that `values` stand for: an id, an alias, a label or a phrase of the vocabulary in
  /// either language, mutated or not.
  ///
  /// A facet without a vocabulary takes any value.
  package static func canonical(
    _ values: [String], _ facet: Facet, _ vocabularies: Vocabularies
  ) throws(CatalogueError) -> [String] {
    var ids: [String] = []
    for value in values {
      for id in try Self.ids(of: value, facet, vocabularies) where !ids.contains(id) {
        ids.append(id)
      }
    }
    return ids
  }

  private static func ids(
    of value: String, _ facet: Facet, _ vocabularies: Vocabularies
  ) throws(CatalogueError) -> [String] {
    guard let name = facet.vocabulary, let vocabulary = vocabularies[name] else {
      return [facet == .action ? value.uppercased() : value]
    }
    let direct = vocabularies.canonical(value, in: name)
    if !direct.isEmpty { return direct }
    // An id typed with hyphens for its spaces: young-people.
    let spaced = vocabularies.canonical(value.replacing("-", with: " "), in: name)
    if !spaced.isEmpty { return spaced }
    // As it stands, then with its first word's Welsh mutation undone: rieni is rhieni.
    let forms = [value.lowercased()] + radicals(value.lowercased())
    for asked in forms {
      if let ids = Self.ids(named: asked, in: vocabulary) { return ids }
    }
    throw CatalogueError.unknownValue(
      facet: facet.rawValue, found: value,
      nearest: NearestName.nearest(to: value, among: vocabulary.values.map(\.id)))
  }

  private static func radicals(_ text: String) -> [String] {
    Mutation.radicals(of: Array(text.utf8)).map { String(decoding: $0.word, as: UTF8.self) }
  }

  /// The ids whose label, name or phrase is `asked`, in lower case.
  private static func ids(named asked: String, in vocabulary: Vocabulary) -> [String]? {
    for candidate in vocabulary.values {
      let names =
        [candidate.label.en, candidate.label.cy].compactMap { $0 } + candidate.phrases.en
        + candidate.phrases.cy + candidate.names.en + candidate.names.cy
      if names.contains(where: { $0.lowercased() == asked }) { return [candidate.id] }
    }
    for combined in vocabulary.combined
    where (combined.phrases.en + combined.phrases.cy).contains(where: { $0.lowercased() == asked })
    {
      return combined.values
    }
    return nil
  }
}
