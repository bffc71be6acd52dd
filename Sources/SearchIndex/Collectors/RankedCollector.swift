/// Keeps the best-scored documents that it is offered, and tells which it need not be offered.
protocol RankedCollector {
  /// The most documents that are kept.
  var capacity: Int { get }
  /// What a score must be above to be kept: below 0 as long as there is room.
  var threshold: Float { get }
  /// Takes in a document; one with a score up to ``threshold`` is passed over.
  mutating func offer(_ docID: DocID, segment: Int, score: Float)
}
