public import Records

/// A search whose tree a door's own grammar has made: taken as it stands, no question read into it.
public struct TreeSearch: Sendable, Hashable {
  /// One thing to order by.
  public enum Order: Sendable, Hashable {
    /// A number; what has none comes last.
    case number(NumberField)
    /// A facet's first value.
    case facet(Facet)
    /// The title in a language.
    case title(InterfaceLanguage)
  }

  /// One thing to order by, and which end comes first.
  public struct Ordering: Sendable, Hashable {
    /// What to order by.
    public var order: Order
    /// Whether the largest comes first.
    public var isDescending: Bool

    /// Orders by `order`.
    public init(_ order: Order, isDescending: Bool = false) {
      self.order = order
      self.isDescending = isDescending
    }
  }

  /// What is read of each hit.
  public enum Content: Sendable, Hashable {
    /// Its id alone.
    case ids
    /// The whole record.
    case records
  }

  /// The most bytes of records that one answer holds.
  public static let recordBytesMax = 32 << 20

  /// What is asked.
  public var tree: QueryTree
  /// The text fields to search in where the tree names none; empty is all of them.
  public var textFields: [TextField] = []
  /// The languages, as BCP 47 tags, whose texts are searched; nil is all.
  public var languages: [String]?
  /// What to order by, the first first, and in the end by id; empty is by score, or by fit where there is
  /// no text.
  public var orderings: [Ordering] = []
  /// How many of the first to pass over.
  public var offset = 0
  /// How many to answer with.
  public var limit = 10
  /// What to read of each.
  public var content = Content.records
  /// Whether the answer is to mark the words found.
  public var marksWords = false
  /// Whether to say how each score came about.
  public var explains = false
  /// Whether to give the value of the first ordering.
  public var givesSortValues = false
  /// Whether scores are wanted where something else orders.
  public var givesScores = false
  /// How long it may take.
  public var timeoutMilliseconds = 1_000

  /// Asks for `tree`.
  public init(_ tree: QueryTree) {
    self.tree = tree
  }
}

/// The answer to a ``TreeSearch``.
public struct TreeAnswer: Sendable {
  /// One resource found.
  public struct Hit: Sendable {
    /// The record's id.
    public var id: String
    /// How well it answers.
    public var score: Float
    /// The record, where it was asked for.
    public var record: FoundRecord?
    /// How the score came about, line by line, where that was asked.
    public var explanation: [String] = []
    /// The number that it was ordered by, where that was asked; nil where it has none.
    public var sortNumber: Int64?
    /// The text that it was ordered by, where that was asked; nil where it has none.
    public var sortText: String?
  }

  /// How many match.
  public var total = 0
  /// Those asked for, the first first.
  public var hits: [Hit] = []
  /// Whether a prefix or a misspelt word stood for more terms than were used.
  public var isCut = false
  /// Marks the words found in a hit's texts.
  public var marker: TextMarker
}
