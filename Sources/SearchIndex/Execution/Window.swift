/// What an executor found in one window of 4,096 doc ids.
struct Window: Sendable {
  /// The documents that match.
  var bits = DocBits()
  /// Their scores by slot, sums of Floats that Doubles hold without loss in any order unless they differ
  /// in size by 2^26 and more, rounded to Float when they are collected; what stands at a slot outside `bits` means nothing.
  ///
  /// Empty where nobody asked for scores.
  var scores: [Double]

  /// An empty window, with room for scores or without.
  init(scored: Bool) {
    scored ? (scores = [Double](repeating: 0, count: DocBits.size)) : (scores = [])
  }

  /// Adds the scores of those of the documents at `range` that are in the window of `size` from `base`
  /// and score above `threshold` with `others` more; one that is not in it yet begins its sum.
  ///
  /// - Precondition: the doc ids ascend, none is before the window.
  mutating func add(
    _ docIDs: [UInt32], _ docScores: [Float], _ range: Range<Int>, base: Int, size: Int,
    above threshold: Float, others: Double
  ) {
    Self.add(
      docIDs, docScores, range, base: base, size: size, above: threshold, others: others, &bits,
      &scores)
  }

  private static func add(
    _ docIDs: [UInt32], _ docScores: [Float], _ range: Range<Int>, base: Int, size: Int,
    above threshold: Float, others: Double, _ bits: inout DocBits, _ scores: inout [Double]
  ) {
    let docIDs = docIDs.span
    let docScores = docScores.span
    var sums = scores.mutableSpan
    for index in range {
      let slot = Int(docIDs[index]) - base
      guard slot < size else { return }
      let score = Double(docScores[index])
      guard Float(score + others) > threshold else { continue }
      sums[slot] = bits.insertIsNew(slot) ? score : sums[slot] + score
    }
  }
}
