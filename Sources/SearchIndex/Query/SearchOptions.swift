/// Limits on what one query may cost.
public struct SearchOptions: Sendable {
  /// When to give up with `IndexError.timeout`; nil means never.
  public var deadline: ContinuousClock.Instant?
  /// How many terms of the index a prefix or a fuzzy term may become.
  ///
  /// Past it the prefix takes the first in byte order and the fuzzy term the nearest, and the
  /// result says that it was cut.
  public var expansionsMax: Int
  /// How many parts a query may have: every node of the tree, and every term or tag value in one,
  /// counts as one part.
  ///
  /// More are refused with `IndexError.tooComplex`.
  public var clausesMax: Int
  /// How deep the tree may be; deeper ones are refused with `IndexError.tooComplex`.
  public var nestingMax: Int
  /// How many terms all prefixes and fuzzy terms of a query may become together; more are refused
  /// with `IndexError.tooComplex`.
  public var termsMax: Int
  /// Whether a search that returns hits also says how many there are in all.
  public var countsHits: Bool

  /// The default limits, without a deadline.
  ///
  /// They are wider than what a door lets a person ask, as a word becomes several clauses: one a
  /// language, field and spelling.
  public init(
    deadline: ContinuousClock.Instant? = nil, expansionsMax: Int = 200, clausesMax: Int = 1_024,
    nestingMax: Int = 64, termsMax: Int = 8_192, countsHits: Bool = true
  ) {
    self.deadline = deadline
    self.expansionsMax = expansionsMax
    self.clausesMax = clausesMax
    self.nestingMax = nestingMax
    self.termsMax = termsMax
    self.countsHits = countsHits
  }
}
