internal import Catalogue
internal import Records

/// A record as Redis' clients see it: a hash of named texts.
///
/// Values of one field are joined by commas, its texts in English and Welsh by a mark between.
struct FTRecord {
  /// THE TABLE of a hash's fields, in the order in which they are sent; what a record lacks is left out.
  ///
  /// None is called `id`: redis-py drops such a one.
  static let names = [
    "title", "description", "body", "work", "url", "link", "language", "kind", "audience", "age",
    "age_min", "age_max", "age_of", "topic", "accessibility", "publisher", "creator",
    "commissioned_by", "published", "action", "plan_status", "status", "rights",
  ]

  /// What stands between the values of a field.
  static let separator = ","

  private let resource: Resource
  private let link: ResourceLink?

  init(_ record: FoundRecord) {
    resource = record.resource
    link = record.link
  }

  /// All fields that the record has.
  var fields: [(name: String, value: String)] {
    Self.names.compactMap { name in value(name).map { (name, $0) } }
  }

  /// A field's value; nil where the record has none, or there is no such field.
  func value(_ name: String) -> String? {
    switch name {
    case "title": Self.joined(texts(.title), .title)
    case "description": Self.joined(texts(.description), .description)
    case "body": Self.joined(texts(.body), .body)
    case "language", "audience", "topic", "accessibility", "publisher", "creator",
      "commissioned_by":
      Self.joined(tags(name))
    case "work": resource.work.slug
    case "url": resource.url
    case "link": link?.state.rawValue
    case "kind": resource.kind
    case "age": resource.ageRange?.description
    case "age_min": resource.ageRange.map { String($0.years.lowerBound) }
    case "age_max": resource.ageRange.map { String($0.years.upperBound) }
    case "age_of": resource.ageOf?.rawValue
    case "published": resource.published.map { String($0.firstDay) }
    case "action": resource.action
    case "plan_status": resource.planStatus
    case "status": resource.status.rawValue
    case "rights": resource.rights
    default: nil
    }
  }

  /// The values of a field that may have several, each by itself.
  func tags(_ name: String) -> [String] {
    switch name {
    case "language": resource.language.map(\.tag)
    case "audience": resource.audience
    case "topic": resource.topics
    case "accessibility": resource.accessibility
    case "publisher": resource.publisher
    case "creator": resource.creator
    case "commissioned_by": resource.commissionedBy
    case "kind": [resource.kind].compactMap(\.self)
    case "action": [resource.action].compactMap(\.self)
    case "work": [resource.work.slug]
    case "link": [link?.state.rawValue].compactMap(\.self)
    case "status": [resource.status.rawValue]
    case "age_of": [resource.ageOf?.rawValue].compactMap(\.self)
    default: []
    }
  }

  /// The texts of a field with their languages, none twice.
  func texts(_ field: TextField) -> [(language: String, text: String)] {
    let all: [(language: String, text: String?)] =
      switch field {
      case .title: [("en", resource.title.en), ("cy", resource.title.cy)]
      case .description: [("en", resource.description.en), ("cy", resource.description.cy)]
      case .body: resource.body.map { ($0.language ?? "und", $0.text) }
      }
    var texts: [(language: String, text: String)] = []
    for (language, text) in all {
      guard let text, !text.isEmpty, !texts.contains(where: { $0.text == text }) else { continue }
      texts.append((language, text))
    }
    return texts
  }

  /// What stands between the texts of a field.
  static func separator(_ field: TextField) -> String {
    switch field {
    case .title, .description: " / "
    case .body: "\n\n"
    }
  }

  private static func joined(
    _ texts: [(language: String, text: String)], _ field: TextField
  ) -> String? {
    texts.isEmpty ? nil : texts.map(\.text).joined(separator: separator(field))
  }

  private static func joined(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: separator)
  }
}
