/// Keeps the best-scored documents that it is offered, and tells which it need not be offered.
protocol RankedCollector {
  /// The most documents that are kept.
  var capacity: Int { get }
  /// What the score of a later document must be above to be kept, one in a segment or at a place behind all
  /// that were offered: below 0 as long as there is room.
  ///
  /// Of an earlier one a score that is equal may do.
  var threshold: Float { get }
  /// Takes in a document, and keeps it if it is among the best.
  mutating func offer(_ docID: DocID, segment: Int, score: Float)
}
