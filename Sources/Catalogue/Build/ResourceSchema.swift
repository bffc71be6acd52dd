package import Records
package import SearchIndex
internal import TextAnalysis

/// THE TABLE of index fields: how a resource becomes a document.
///
/// A text field is one physical field per analyzer, `title.en`, `title.cy`, since each language has
/// terms of its own.
package enum ResourceSchema {
  /// Changes when documents are made differently, so that an old index is rebuilt.
  static let version = "6"

  /// Changes when a text would be analysed, or a resource indexed or stored, otherwise than before.
  package static let analysisVersion = Analyzers.version + "/" + version

  /// The field that holds all text of a resource: titles, descriptions, body, names, topics.
  static let everything = "text"

  /// The field that holds the texts of a resource, its title, description and body: what a search finds
  /// that is to find nothing by the names of publishers and topics.
  ///
  /// One field of its own, as a choice among three is several times slower to search.
  static let texts = "texts"

  /// Numbers.
  static let ageMin = "age_min"
  static let ageMax = "age_max"
  static let published = "published"
  static let publishedLast = "published_last"

  /// Tags that are no facets.
  static let id = "id"
  static let titleKey = "title_key"
  static let hasURL = "has_url"

  /// The name of the physical field of `field` for the analyzer called `tag`.
  static func physical(_ field: String, _ tag: String) -> String { field + "." + tag }

  /// The values of ``Facet/link`` of links that lead nowhere.
  static let brokenLinks = LinkState.allCases.filter(\.isBroken).map(\.rawValue)

  /// A resource as a document; `topics` give the topics' words in both languages.
  package static func document(
    _ record: StoredResource, fingerprint: [UInt8], stored: [UInt8], topics: Vocabulary?
  ) -> Document {
    let resource = record.resource
    var document = Document(key: resource.id.slug, fingerprint: fingerprint, stored: stored)
    document.add(id, .tags([resource.id.slug]))
    for facet in Facet.allCases {
      let values = tags(facet, of: resource, link: record.link)
      if !values.isEmpty { document.add(facet.rawValue, .tags(values)) }
    }
    if let ages = resource.ageRange {
      document.add(ageMin, .number(Int64(ages.years.lowerBound)))
      document.add(ageMax, .number(Int64(ages.years.upperBound)))
    }
    if resource.url != nil { document.add(hasURL, .tags(["yes"])) }
    if let date = resource.published {
      document.add(published, .number(Int64(date.firstDay)))
      document.add(publishedLast, .number(Int64(date.lastDay)))
    }
    for (language, text) in [("en", resource.title.en), ("cy", resource.title.cy)] {
      guard let text else { continue }
      document.add(physical(titleKey, language), .tags([titleKey(text, language)]))
    }
    for piece in texts(of: resource, topics: topics) {
      let analyzer = Analyzers.analyzer(for: piece.language)
      if let field = piece.field {
        document.add(physical(field.rawValue, analyzer.tag), .text(piece.text, analyzer))
        document.add(physical(texts, analyzer.tag), .text(piece.text, analyzer))
      }
      document.add(physical(everything, analyzer.tag), .text(piece.text, analyzer))
    }
    return document
  }

  /// What a title sorts by in a language: the collation key of its first 80 characters.
  static func titleKey(_ title: String, _ language: String) -> String {
    let key = Collation.order(for: language).key(of: String(title.prefix(80)))
    return String(decoding: key, as: UTF8.self)
  }

  /// The analyzers whose fields a resource fills.
  package static func analyzerTags(of resource: Resource) -> Set<String> {
    Set(texts(of: resource, topics: nil).map { Analyzers.analyzer(for: $0.language).tag })
  }

  /// A facet's values of a resource.
  ///
  /// What has no address has no link state; one that was not checked is unknown.
  static func tags(
    _ facet: Facet, of resource: Resource, link: ResourceLink? = nil
  ) -> [String] {
    switch facet {
    case .language: resource.language.map(\.tag)
    case .audience: resource.audience
    case .kind: [resource.kind].compactMap { $0 }
    case .topic: resource.topics
    case .accessibility: resource.accessibility
    case .publisher: resource.publisher
    case .action: [resource.action].compactMap { $0 }
    case .link: [link?.state.rawValue].compactMap { $0 }
    case .status: [resource.status.rawValue]
    case .ageOf: [resource.ageOf?.rawValue].compactMap { $0 }
    case .work: [resource.work.slug]
    }
  }

  /// A text of a resource.
  struct Piece {
    /// The field it is in; nil for what only ``everything`` has.
    var field: TextField?
    /// Its language.
    var language: String
    /// The text.
    var text: String
  }

  /// All texts of a resource with their language; names have none.
  static func texts(of resource: Resource, topics: Vocabulary?) -> [Piece] {
    var pieces: [Piece] = []
    func add(_ field: TextField?, _ language: String, _ text: String?) {
      if let text, !text.isEmpty {
        pieces.append(Piece(field: field, language: language, text: text))
      }
    }
    add(.title, "en", resource.title.en)
    add(.title, "cy", resource.title.cy)
    add(.description, "en", resource.description.en)
    add(.description, "cy", resource.description.cy)
    for part in resource.body { add(.body, part.language ?? "und", part.text) }
    for topic in resource.topics {
      let label = topics?.value(topic)?.label
      add(nil, "en", label?.en ?? topic)
      add(nil, "cy", label?.cy)
    }
    for name in resource.publisher + resource.creator + resource.commissionedBy {
      add(nil, "und", name)
    }
    return pieces
  }
}
