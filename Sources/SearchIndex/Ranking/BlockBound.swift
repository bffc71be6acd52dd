/// How high the documents of a block can score, by the best of them in the skip data.
///
/// Skip data name the best document for the average length that the field had when the segment was
/// written (``SegmentField/impactLength``). As long as that is the reader's, its score is the bound,
/// exactly. Where the reader has other segments too, a document's frequency × inverse grows at most by
/// the averages' ratio: (1 - b + b·l/a) / (1 - b + b·l/a') ≤ max(1, a'/a).
struct BlockBound: Sendable {
  private let scorer: TermScorer
  private let inverses: [Float]
  private let ratio: Float

  /// Bounds scores of `scorer` in a segment whose skip data are for `impactLength`.
  init(_ scorer: TermScorer, impactLength: Float) {
    self.scorer = scorer
    if impactLength == scorer.averageLength {
      inverses = scorer.normInverses
      ratio = 1
    } else {
      inverses = BM25().normInverses(averageLength: impactLength)
      // A little more, for the roundings that the other way of computing brings.
      ratio = max(1, scorer.averageLength / impactLength) * 1.000_01
    }
  }

  /// What no product of frequency and inverse of the block's documents is above.
  func product(_ best: Impact) -> Float {
    best.frequency >= Impact.frequencyMax
      ? .infinity : Float(best.frequency) * inverses[Int(best.norm)] * ratio
  }

  /// The score of such a product: no document's is above.
  func score(_ product: Float) -> Float {
    // Infinity stands for a frequency that the skip data cannot say.
    product == .infinity ? scorer.weight : scorer.score(product)
  }
}
