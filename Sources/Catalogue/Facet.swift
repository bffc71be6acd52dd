/// THE TABLE of facets: what answers can be filtered and counted by.
///
/// A new facet is a case here, a row of each switch below, and a line in `ResourceSchema`.
public enum Facet: String, Sendable, Hashable, Codable, CaseIterable {
  /// The resource's own language.
  case language
  /// Whom it is for.
  case audience
  /// What sort of thing it is.
  case kind
  /// What it is about.
  case topic
  /// Easy read, captions, transcript …
  case accessibility
  /// Who published it.
  case publisher
  /// The plan's action.
  case action
  /// What the last link check found.
  case link
  /// Published, wanted or withdrawn.
  case status
  /// Whose age its age range gives.
  case ageOf = "age_of"
  /// The work it is a version of.
  case work

  /// The vocabulary that lists the facet's values; nil where values are free.
  public var vocabulary: String? {
    switch self {
    case .language: "language"
    case .audience: "audience"
    case .kind: "kind"
    case .topic: "topic"
    case .accessibility: "accessibility"
    case .link: "link"
    case .status: "status"
    case .publisher, .action, .ageOf, .work: nil
    }
  }

  /// The facet called `name` in a query, a flag or a command: plurals and hyphens are forgiven.
  public init?(name: String) {
    let plain = name.lowercased().replacing("-", with: "_")
    switch plain {
    case "languages", "lang": self = .language
    case "audiences": self = .audience
    case "kinds", "type": self = .kind
    case "topics": self = .topic
    case "publishers": self = .publisher
    case "ageof": self = .ageOf
    default:
      guard let facet = Self(rawValue: plain) else { return nil }
      self = facet
    }
  }
}

/// One facet's filter: a resource passes when it has one of the values.
public struct FacetFilter: Sendable, Hashable, Codable {
  /// The facet.
  public var facet: Facet
  /// The values, any of which will do.
  public var values: [String]

  /// Makes a filter.
  public init(_ facet: Facet, _ values: [String]) {
    self.facet = facet
    self.values = values
  }
}
