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
  /// What is inside, in one text field only.
  case field(TextField, QueryTree)
  /// A facet's filter.
  case facet(FacetFilter)
  /// An age range.
  case age(AgeRange)
  /// Whose age ranges are meant.
  case ageOf(AgeScope)
  /// The days of publication, as yyyymmdd.
  case published(ClosedRange<Int>)

  /// One of several things side by side.
  public struct Clause: Sendable, Hashable {
    /// Whether it is wanted, needed or not wanted.
    public enum Sign: Sendable, Hashable {
      /// No sign: wanted, and given up when nothing has all that is wanted.
      case wanted
      /// `+`: needed.
      case needed
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
