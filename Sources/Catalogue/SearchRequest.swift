public import Records

/// What a person or a program asks of the catalogue; the same for every door.
public struct SearchRequest: Sendable, Hashable, Codable {
  /// The words typed: a question or the search language (see `docs/search-language.md`).
  public var text = ""
  /// Filters set beside the text, by flags, options or ticked boxes.
  public var filters: [FacetFilter] = []
  /// Ages asked for beside the text; a resource passes when its range overlaps one of them.
  public var ages: [AgeRange] = []
  /// Whose ages: nil lets the audience decide (see ``AgeScope``).
  public var ageOf: AgeScope?
  /// The days (as yyyymmdd) in which it was published, both ends included.
  public var published: ClosedRange<Int>?
  /// Takes the text as it stands: no question is read into it.
  public var isLiteral = false
  /// Understood filters that the person has switched off, as `facet:value`.
  public var switchedOff: [String] = []
  /// The text fields to search in; empty is all of them.
  public var textFields: [TextField] = []
  /// How to order; empty is by score (or by fit where there is no text left), then by id.
  public var sort: [SortField] = []
  /// How many of the best to pass over.
  public var offset = 0
  /// How many to answer with.
  public var limit = 10
  /// The facets to count.
  public var facets: [Facet] = []
  /// How many values of each facet to give, the commonest first.
  public var facetLimit = 100
  /// Whether to mark the words found.
  public var highlights = false
  /// Whether to say how the question was planned and scored.
  public var explains = false
  /// Whether to count groups of language versions too.
  public var groupsWorks = false
  /// How long the search may take.
  public var timeoutMilliseconds = 1_000
  /// How much the text may hold.
  public var textLimits = TextLimits()
  /// The language of labels and messages.
  public var wording: InterfaceLanguage = .english

  /// Makes a request for everything, or for `text`.
  public init(_ text: String = "") {
    self.text = text
  }
}

/// A text field that can be searched by itself.
public enum TextField: String, Sendable, Hashable, Codable, CaseIterable {
  /// The titles.
  case title
  /// The descriptions.
  case description
  /// The resource's own text.
  case body
}

/// A number that a resource can be found by.
public enum NumberField: String, Sendable, Hashable, Codable, CaseIterable {
  /// The youngest age.
  case ageMin = "age_min"
  /// The oldest age.
  case ageMax = "age_max"
  /// The first day of publication, as yyyymmdd.
  case published
}

/// Whose age a question means.
public enum AgeScope: String, Sendable, Hashable, Codable, CaseIterable {
  /// The reader's.
  case reader
  /// The child's concerned.
  case child
  /// Either.
  case any
}

/// One thing to sort by.
public struct SortField: Sendable, Hashable, Codable {
  /// What can be sorted by.
  public enum Name: String, Sendable, Hashable, Codable, CaseIterable {
    /// How well it answers.
    case score
    /// The first day of publication.
    case published
    /// The title in the language of the request.
    case title
    /// The youngest age.
    case age
    /// The record's id.
    case id
  }

  /// What to sort by.
  public var name: Name
  /// Whether the largest comes first.
  public var descending: Bool

  /// Makes a sort field.
  public init(_ name: Name, descending: Bool = false) {
    self.name = name
    self.descending = descending
  }

  /// Reads `name`, `name:asc` or `name:desc`; score falls unless told otherwise.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first.flatMap(Name.init(rawValue:)), parts.count <= 2 else { return nil }
    switch parts.count == 2 ? parts[1] : (name == .score ? "desc" : "asc") {
    case "asc": self.init(name, descending: false)
    case "desc": self.init(name, descending: true)
    default: return nil
    }
  }
}

/// Limits on what one request may ask.
public enum RequestLimits {
  /// The longest text, in bytes.
  public static let textBytesMax = 65_536
  /// The most words in one text, numbers and marks counted.
  public static let wordsMax = 512
  /// The most words and filters side by side in one text.
  public static let clausesMax = 256
  /// The deepest nesting of brackets.
  public static let depthMax = 32
  /// The most results in one answer.
  public static let limitMax = 1_000
  /// The farthest result that can be reached.
  public static let windowMax = 10_000
  /// The longest a search may be allowed to take.
  public static let timeoutMillisecondsMax = 10_000
}
