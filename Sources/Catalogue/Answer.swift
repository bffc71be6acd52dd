public import Records

/// What the catalogue answers; the same for every door.
public struct Answer: Sendable, Hashable {
  /// How many resources match.
  public var total = 0
  /// How many groups of language versions they form, where that was asked.
  public var groups: Int?
  /// How many of the best were passed over.
  public var offset = 0
  /// The resources, best first.
  public var hits: [Hit] = []
  /// The facets asked for.
  public var facets: [FacetAnswer] = []
  /// What was understood of the question.
  public var understood: [UnderstoodFilter] = []
  /// The words that were searched for, after what was understood is taken out.
  public var remainingText = ""
  /// The terms of the question that were searched for in the other language too.
  public var also: [AlsoSearched] = []
  /// How many match but for having no age range; nil where no age was asked.
  public var leftOutNoAge: Int?
  /// For an empty answer: each filter with how many there would be without it.
  public var without: [WithoutFilter] = []
  /// The question with its misspelt words put right, where that finds something.
  public var suggestion: String?
  /// Whether nothing had all the words, so that these have only some of them.
  public var isRelaxed = false
  /// Things to know about the answer.
  public var warnings: [AnswerWarning] = []
  /// How the question was planned, line by line, where that was asked.
  public var plan: [String] = []
  /// The index generation that answered.
  public var generation: UInt64 = 0
  /// How long it took.
  public var milliseconds = 0.0

  /// Makes an empty answer.
  public init() {}
}

/// One resource found.
public struct Hit: Sendable, Hashable {
  /// The rank, from 1 at the best of all.
  public var rank: Int
  /// The resource.
  public var resource: Resource
  /// How well it answers.
  public var score: Float
  /// What is known of its link; nil where it has no address.
  public var link: ResourceLink?
  /// The passages that answer, by field.
  public var snippets: [FieldSnippet]
  /// The other language versions of the same work.
  public var sisters: [SisterVersion]
  /// How the score came about, line by line, where that was asked.
  public var explanation: [String]
}

/// Another language version of a work.
public struct SisterVersion: Sendable, Hashable {
  /// Its id.
  public var id: ResourceID
  /// Its languages.
  public var language: [LanguageTag]
}

/// A passage of a field with the words found marked.
public struct FieldSnippet: Sendable, Hashable {
  /// The field: `title`, `description` or `body`.
  public var field: TextField
  /// The passage.
  public var text: String
  /// The words found, as byte ranges of `text`'s UTF-8, ascending.
  public var marks: [Range<Int>]
}

/// One facet's values and counts.
public struct FacetAnswer: Sendable, Hashable {
  /// The facet.
  public var facet: Facet
  /// Its values, commonest first, equally common ones by label.
  public var values: [FacetValueCount]
}

/// How many resources have a value.
public struct FacetValueCount: Sendable, Hashable {
  /// The value's id.
  public var value: String
  /// Its labels.
  public var label: BilingualText
  /// How many resources have it.
  public var count: Int
}

/// Something that was read out of a question.
public struct UnderstoodFilter: Sendable, Hashable {
  /// How it is used.
  public enum Use: String, Sendable, Hashable {
    /// It filters.
    case filter
    /// It only puts the better-fitting first.
    case order
    /// It must not be: *not in English*.
    case exclude
  }

  /// The facet: a ``Facet``'s name, `age`, `published`, or `need`.
  public var facet: String
  /// The value's id, such as `cy`, `0-11` or `children`.
  public var value: String
  /// The words from which it was read.
  public var phrase: String
  /// Where they stand in the text, in UTF-8 bytes.
  public var at: Range<Int>
  /// How it is used.
  public var use: Use
  /// Whether nobody said it: an audience implied by an age.
  public var isImplied: Bool

  /// The name by which it can be switched off; one that excludes has a hyphen before it.
  public var name: String { (use == .exclude ? "-" : "") + facet + ":" + value }

  /// Makes an entry.
  public init(
    facet: String, value: String, phrase: String, at: Range<Int>, use: Use = .filter,
    isImplied: Bool = false
  ) {
    self.facet = facet
    self.value = value
    self.phrase = phrase
    self.at = at
    self.use = use
    self.isImplied = isImplied
  }
}

/// A term of a question that was searched for in the other language too.
public struct AlsoSearched: Sendable, Hashable {
  /// The term as the vocabulary has it.
  public var term: String
  /// The same in the other language, or in other words of its own.
  public var phrase: String
  /// Where the term stands in the text, in UTF-8 bytes.
  public var at: Range<Int>

  /// The name by which it can be switched off.
  public var name: String { Self.prefix + term }

  /// With what the names of terms begin.
  static let prefix = "term:"

  /// Makes an entry.
  public init(term: String, phrase: String, at: Range<Int>) {
    self.term = term
    self.phrase = phrase
    self.at = at
  }
}

/// How many resources there would be without one filter.
public struct WithoutFilter: Sendable, Hashable {
  /// The filter, as `facet:value`.
  public var filter: String
  /// The total without it.
  public var total: Int
}

/// Something to know about an answer.
public enum AnswerWarning: Sendable, Hashable {
  /// The prefix or fuzzy word stands for more terms than were used.
  case expansionsCut(limit: Int)
  /// What was to be switched off was not understood in the first place.
  case notUnderstood(filter: String)
}
