internal import Records

/// The labels of facet values.
struct Labels {
  private let vocabularies: Vocabularies

  init(_ vocabularies: Vocabularies) {
    self.vocabularies = vocabularies
  }

  /// The labels of `value`; a value without a vocabulary is its own label.
  func label(_ facet: Facet, _ value: String) -> BilingualText {
    guard let name = facet.vocabulary, let found = vocabularies[name]?.value(value) else {
      return BilingualText(en: value, cy: value)
    }
    return found.label
  }
}
