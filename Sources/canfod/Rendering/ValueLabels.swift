import Catalogue
import Records

/// The words for values in the reader's language.
struct ValueLabels {
  private let catalogue: Catalogue
  private let wording: Wording

  /// Labels out of the vocabularies of `catalogue`.
  init(_ catalogue: Catalogue, _ wording: Wording) {
    self.catalogue = catalogue
    self.wording = wording
  }

  /// The label of a facet's value, or the value itself where it has none.
  func label(_ value: String, of facet: Facet) -> String {
    if facet == .ageOf, let ageOf = AgeOf(rawValue: value) { return wording.ageOf(ageOf) }
    return catalogue.label(facet, value).text(in: wording.language) ?? value
  }

  /// The labels of several values, with commas between.
  func list(_ values: [String], of facet: Facet) -> String {
    values.map { label($0, of: facet) }.joined(separator: ", ")
  }

  /// The languages of a version, or that they are unknown.
  func languages(_ tags: [LanguageTag]) -> String {
    tags.isEmpty ? wording.unknown : list(tags.map(\.tag), of: .language)
  }

  /// What was understood, as *Language: Welsh*.
  func understood(_ filter: UnderstoodFilter) -> String {
    let value = value(of: filter)
    return wording.field(filter.facet) + ": "
      + (filter.use == .exclude ? wording.excluded + " " + value : value)
  }

  private func value(of filter: UnderstoodFilter) -> String {
    if filter.facet == "age", let range = AgeRange(filter.value) { return wording.ages(range) }
    if filter.facet == "need" {
      return catalogue.needLabel(filter.value).text(in: wording.language) ?? filter.value
    }
    return Facet(name: filter.facet).map { label(filter.value, of: $0) } ?? filter.value
  }
}
