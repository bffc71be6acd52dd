/// What a page says of itself in its head.
///
/// Nothing here is believed; it is offered to a curator.
public struct EmbeddedMetadata: Sendable, Hashable {
  /// The `title` element.
  public var title: String?
  /// The `lang` of the `html` element.
  public var language: String?
  /// `link rel="canonical"`.
  public var canonical: String?
  /// Meta elements by name, in lower case and without the prefix `dc.` or `dcterms.`: `title`,
  /// `creator`, `date`, `language`, and so on.
  public var dublinCore: [String: [String]] = [:]
  /// Meta properties of the Open Graph protocol, without the prefix `og:`: `title`, `locale`, and
  /// so on.
  public var openGraph: [String: [String]] = [:]
  /// All other meta elements by name or property, in lower case: `description`, `keywords`,
  /// `article:published_time`, and so on.
  public var named: [String: [String]] = [:]
  /// The texts of `script type="application/ld+json"`, as they are.
  public var jsonLD: [String] = []
  /// The page's versions in other languages.
  public var alternates: [AlternateVersion] = []

  /// Meta elements, alternates and scripts kept, of each kind; more are left out.
  static let itemsMax = 1_000

  /// The best title: the `title` element, Open Graph's, Dublin Core's.
  public var bestTitle: String? { title ?? openGraph["title"]?.first ?? dublinCore["title"]?.first }

  /// The best description: the meta element's, Open Graph's, Dublin Core's.
  public var bestDescription: String? {
    named["description"]?.first ?? openGraph["description"]?.first
      ?? dublinCore["description"]?.first
  }

  /// The language the page says it is in: of its `html` element, Dublin Core, Open Graph.
  public var bestLanguage: String? {
    language ?? dublinCore["language"]?.first
      ?? openGraph["locale"]?.first.map { $0.replacing("_", with: "-") }
  }

  /// Takes in a `meta` element.
  mutating func addMeta(_ attributes: [MarkupAttribute]) {
    guard let value = attributes["content"].map(Self.tidied), !value.isEmpty,
      let name = (attributes["property"] ?? attributes["name"])?.lowercased()
    else { return }
    if let key = Self.key(name, without: ["dcterms.", "dcterms:", "dc.", "dc:"]) {
      Self.add(value, key, to: &dublinCore)
    } else if let key = Self.key(name, without: ["og:"]) {
      Self.add(value, key, to: &openGraph)
    } else {
      Self.add(value, name, to: &named)
    }
  }

  /// Takes in a `link` element.
  mutating func addLink(_ attributes: [MarkupAttribute]) {
    guard let address = attributes["href"], !address.isEmpty,
      let relations = attributes["rel"]?.lowercased().split(separator: " ")
    else { return }
    if relations.contains("canonical"), canonical == nil { canonical = address }
    if relations.contains("alternate"), let language = attributes["hreflang"], !language.isEmpty,
      alternates.count < Self.itemsMax
    {
      alternates.append(AlternateVersion(language: language, address: address))
    }
  }

  /// `text` without blanks around it, runs of blanks as one space.
  static func tidied(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func key(_ name: String, without prefixes: [String]) -> String? {
    prefixes.first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) }
  }

  private static func add(_ value: String, _ key: String, to map: inout [String: [String]]) {
    guard map.count < itemsMax || map[key] != nil, map[key]?.count ?? 0 < itemsMax else { return }
    map[key, default: []].append(value)
  }
}

/// A version of a page in another language, by `link rel="alternate" hreflang="…"`.
public struct AlternateVersion: Sendable, Hashable {
  /// The language as the page writes it.
  public var language: String
  /// The address as the page writes it, which may be relative.
  public var address: String

  /// Makes an entry.
  public init(language: String, address: String) {
    self.language = language
    self.address = address
  }
}
