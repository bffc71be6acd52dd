public import Records

/// What a text of the search language says, before anything is looked up.
///
/// Doors with another grammar make the same tree.
public indirect enum QueryTree: Sendable, Hashable {
  /// Clauses side by side; see ``Clause``.
  case sequence([Clause])
  /// One of the alternatives.
  case or([QueryTree])
  /// A word.
  case word(String)
  /// Words that stand together, give or take `slop` places.
  case phrase(String, slop: Int)
  /// Words that start so.
  case prefix(String)
  /// Words at most `distance` edits away.
  case fuzzy(String, distance: Int)
  /// Words that stand near each other, in any order or in theirs, with at most `slop` other words
  /// between the first and the last of them; each place has the words of which one will do.
  case near([[String]], slop: Int, isOrdered: Bool)
  /// What is inside, in one text field only.
  case field(TextField, QueryTree)
  /// What is inside, in some text fields only.
  case fields([TextField], QueryTree)
  /// What is inside, its score multiplied: not negative.
  case weighted(QueryTree, by: Float)
  /// A facet's filter.
  case facet(FacetFilter)
  /// An age range.
  case age(AgeRange)
  /// Whose age ranges are meant.
  case ageOf(AgeScope)
  /// The days of publication, as yyyymmdd.
  case published(ClosedRange<Int>)
  /// A number within the range.
  case number(NumberField, ClosedRange<Int64>)
  /// One of the records named.
  case ids([String])
  /// Everything.
  case everything
  /// Nothing.
  case nothing

  /// One of several things side by side.
  public struct Clause: Sendable, Hashable {
    /// Whether it is wanted, needed, only liked, or not wanted.
    public enum Sign: Sendable, Hashable {
      /// No sign: wanted, and given up when nothing has all that is wanted.
      case wanted
      /// `+`: needed.
      case needed
      /// Not needed: what has it comes first.
      case optional
      /// `-`: must not be there.
      case excluded
    }

    /// The sign.
    public var sign: Sign
    /// What it is about.
    public var tree: QueryTree
    /// Where it stands in the text, in UTF-8 bytes.
    public var at: Range<Int>

    /// Makes a clause.
    public init(_ sign: Sign = .wanted, _ tree: QueryTree, at: Range<Int>) {
      self.sign = sign
      self.tree = tree
      self.at = at
    }
  }
}
