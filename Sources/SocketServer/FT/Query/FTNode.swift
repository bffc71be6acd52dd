internal import Catalogue
internal import Records

/// A query of RediSearch's dialect 2 as it was read, before it becomes the catalogue's tree.
indirect enum FTNode: Sendable, Hashable {
  /// A word.
  case word(String)
  /// A quoted text.
  case phrase(String)
  /// Words that begin so.
  case prefix(String)
  /// Words at most so many edits away.
  case fuzzy(String, distance: Int)
  /// Everything.
  case everything
  /// A tag's values, any of which will do.
  case tags(Facet, [FacetPattern])
  /// Age ranges, any of which will do.
  case ages([AgeRange])
  /// A number within bounds.
  case number(NumberField, FTRange)
  /// All of them.
  case all([FTNode])
  /// One of them.
  case any([FTNode])
  /// Anything but it.
  case not(FTNode)
  /// Anything, what has it first.
  case optional(FTNode)
  /// What is inside, in these text fields.
  case fields([TextField], FTNode)
  /// What is inside, with attributes.
  case attributed(FTNode, FTAttributes)
}

/// What stands in `=> { … }` after a part of a query.
struct FTAttributes: Sendable, Hashable {
  /// What its score is multiplied by.
  var weight: Float?
  /// How many other words may stand between its words.
  var slop: Int?
  /// Whether its words must come in their order.
  var isOrdered: Bool?
}

/// The bounds of a number as they were written, and the whole numbers within.
struct FTRange: Sendable, Hashable {
  /// The bounds in RediSearch's words, for FT.EXPLAIN.
  var text: String
  /// The numbers; nil where there is none.
  var numbers: ClosedRange<Int64>?
}
