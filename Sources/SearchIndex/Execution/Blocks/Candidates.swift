/// Documents that may be among the best, ascending, with what they score so far.
struct Candidates {
  /// How many there are.
  var count = 0
  /// Their doc ids; past ``count`` anything.
  var docIDs: [UInt32]
  /// Their scores so far.
  var scores: [Double]

  /// None, with room for so many.
  init(capacity: Int) {
    // And one more, since what is not kept is written, too, and then overwritten.
    docIDs = [UInt32](repeating: 0, count: capacity + 1)
    scores = [Double](repeating: 0, count: capacity + 1)
  }

  /// Forgets those whose score would not come above `threshold` even with `rest` more.
  mutating func removeBelow(_ threshold: Float, rest: Double) {
    keep { (_, score) in Float(score + rest) > threshold }
  }

  /// Forgets those that are not in `bits`.
  mutating func formIntersection(_ bits: SegmentBits) {
    keep { (docID, _) in bits.contains(docID) }
  }

  /// Forgets all but those that `isKept`, without a branch for each.
  @inline(__always)
  private mutating func keep(where isKept: (DocID, Double) -> Bool) {
    count = Self.keep(&docIDs, &scores, count, where: isKept)
  }

  @inline(__always)
  private static func keep(
    _ docIDs: inout [UInt32], _ scores: inout [Double], _ count: Int,
    where isKept: (DocID, Double) -> Bool
  ) -> Int {
    var kept = 0
    var docIDs = docIDs.mutableSpan
    var scores = scores.mutableSpan
    for index in 0..<count {
      let docID = docIDs[index]
      let score = scores[index]
      docIDs[kept] = docID
      scores[kept] = score
      kept += isKept(docID, score) ? 1 : 0
    }
    return kept
  }

  /// Appends those of the documents at `range` of a block that are before `end` and whose score is
  /// above `threshold` with `rest` more.
  ///
  /// - Precondition: there is room for all.
  mutating func append(
    _ blockDocIDs: [UInt32], _ blockScores: [Float], _ range: Range<Int>, before end: Int,
    above threshold: Float, rest: Double
  ) {
    count = Self.append(
      blockDocIDs, blockScores, range, before: end, above: threshold, rest: rest, count, &docIDs,
      &scores)
  }

  private static func append(
    _ blockDocIDs: [UInt32], _ blockScores: [Float], _ range: Range<Int>, before end: Int,
    above threshold: Float, rest: Double, _ count: Int, _ docIDs: inout [UInt32],
    _ scores: inout [Double]
  ) -> Int {
    var kept = count
    let blockDocIDs = blockDocIDs.span
    let blockScores = blockScores.span
    var docIDs = docIDs.mutableSpan
    var scores = scores.mutableSpan
    for index in range {
      let docID = blockDocIDs[index]
      guard Int(docID) < end else { break }
      let score = Double(blockScores[index])
      docIDs[kept] = docID
      scores[kept] = score
      kept += Float(score + rest) > threshold ? 1 : 0
    }
    return kept
  }

  /// Takes the documents of the window from `base` whose score is above `threshold` with `rest` more,
  /// in place of those there are.
  ///
  /// - Precondition: there is room for a window's documents.
  mutating func take(_ window: Window, base: Int, above threshold: Float, rest: Double) {
    count = Self.take(window, base: base, above: threshold, rest: rest, &docIDs, &scores)
  }

  private static func take(
    _ window: borrowing Window, base: Int, above threshold: Float, rest: Double,
    _ docIDs: inout [UInt32], _ scores: inout [Double]
  ) -> Int {
    var kept = 0
    var docIDs = docIDs.mutableSpan
    var scores = scores.mutableSpan
    let windowScores = window.scores.span
    window.bits.forEachSlot { slot in
      let score = windowScores[slot]
      docIDs[kept] = DocID(truncatingIfNeeded: base + slot)
      scores[kept] = score
      kept += Float(score + rest) > threshold ? 1 : 0
    }
    return kept
  }

  /// The place after the last candidate that is at most `last`, from `first` on.
  func end(through last: DocID, from first: Int) -> Int {
    var low = first
    var high = count
    let docIDs = docIDs.span
    // Mostly all of them are.
    if high > low, docIDs[high - 1] <= last { return high }
    while low < high {
      let middle = (low + high) / 2
      if docIDs[middle] <= last { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
