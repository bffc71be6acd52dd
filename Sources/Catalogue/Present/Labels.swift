internal import Records

/// The labels of facet values.
struct Labels: Sendable, Hashable {
  /// By vocabulary and value; in the vocabulary's order for each.
  private var byVocabulary: [String: [Entry]] = [:]

  private struct Entry: Hashable {
    var id: String
    var label: BilingualText
  }

  /// The name under which additional needs are kept.
  static let needs = "need"

  /// Knows no labels.
  init() {}

  /// Takes the labels out of `vocabularies`.
  init(_ vocabularies: Vocabularies) {
    for (name, vocabulary) in vocabularies.byFacet {
      byVocabulary[name] = vocabulary.values.map { Entry(id: $0.id, label: $0.label) }
    }
    byVocabulary[Self.needs] = vocabularies.needs.map { Entry(id: $0.id, label: $0.label) }
  }

  /// The labels of `value`; a value without a vocabulary is its own label.
  func label(_ facet: Facet, _ value: String) -> BilingualText {
    label(vocabulary: facet.vocabulary ?? "", value)
  }

  /// The labels of a vocabulary's value, or the value itself where it has none.
  func label(vocabulary: String, _ value: String) -> BilingualText {
    byVocabulary[vocabulary]?.first { $0.id == value }?.label
      ?? BilingualText(en: value, cy: value)
  }

  /// The ids of a vocabulary's values, in its order.
  func ids(_ vocabulary: String) -> [String] { byVocabulary[vocabulary]?.map(\.id) ?? [] }

  /// The lines that ``QuestionData`` keeps.
  var lines: [String] {
    byVocabulary.sorted { $0.key < $1.key }.flatMap { name, entries in
      entries.map { "label\t\(name)\t\($0.id)\t\($0.label.en ?? "")\t\($0.label.cy ?? "")" }
    }
  }

  /// Takes in a kept line; false where it is none of ``lines``.
  mutating func read(_ columns: [String]) -> Bool {
    guard columns.count == 5 else { return false }
    byVocabulary[columns[1], default: []].append(
      Entry(id: columns[2], label: BilingualText(en: columns[3], cy: columns[4])))
    return true
  }
}
