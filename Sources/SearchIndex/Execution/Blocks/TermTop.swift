/// The best documents of one term: blocks that cannot hold one are passed over unread.
struct TermTop {
  private var clause: TermClause

  /// Runs over one clause.
  init(_ clause: TermClause) { self.clause = clause }

  /// Offers the documents of `segment`, number `number`, that are in `filter` to `top`.
  mutating func run(
    _ number: Int, filter: SegmentBits?, deadline: Deadline, into top: inout some RankedCollector
  ) throws(IndexError) {
    // The blocks that can score highest go first, so that the others need not be read: with enough
    // documents in them to fill the top.
    let first = clause.bestBlocks(documents: top.capacity)
    for block in first { try offer(block, number, filter, &top) }
    let lastEarly = first.max() ?? -1
    for block in 0..<clause.cursor.blockCount where !first.contains(block) {
      if block & 31 == 31 { try deadline.check() }
      let bound = clause.scoreMax(block: block)
      // Before a block that was read early a document of the same score would rank above.
      if block > lastEarly ? bound <= top.threshold : bound < top.threshold { continue }
      try offer(block, number, filter, &top)
    }
  }

  private mutating func offer(
    _ block: Int, _ number: Int, _ filter: SegmentBits?, _ top: inout some RankedCollector
  ) throws(IndexError) {
    try clause.cursor.load(block: block)
    try clause.score()
    for index in 0..<clause.cursor.blockDocs {
      let score = clause.scores[index]
      guard score >= top.threshold else { continue }
      let docID = clause.cursor.docIDs[index]
      if let filter, !filter.contains(docID) { continue }
      top.offer(docID, segment: number, score: score)
    }
  }
}

extension TermClause {
  /// The few blocks that can score highest, best first, with at least so many documents; none where
  /// there are hardly more blocks than that.
  fileprivate mutating func bestBlocks(documents: Int) -> [Int] {
    let wanted = documents / PostingsFormat.blockCount + 2
    guard cursor.blockCount > 2 * wanted else { return [] }
    return bestBlocks(wanted)
  }

  /// The `wanted` blocks that can score highest, best first.
  private mutating func bestBlocks(_ wanted: Int) -> [Int] {
    guard norms != nil, !cursor.skips.isEmpty else {
      return Array(0..<min(wanted, cursor.blockCount))
    }
    var best: [(product: Float, block: Int)] = []
    for block in 0..<cursor.skips.blockCount {
      let product = product(cursor.skips.best(block))
      if best.count == wanted, product <= best[wanted - 1].product { continue }
      if best.count == wanted { best.removeLast() }
      let place = best.firstIndex { $0.product < product } ?? best.count
      best.insert((product, block), at: place)
    }
    return best.map(\.block)
  }

  /// A score that at least `top` documents of the term that are in `filter` reach by this term alone;
  /// below 0 where not so many were found by looking at its best blocks.
  ///
  /// Loads blocks out of order, so is for a clause that others will not walk on.
  mutating func scoreReached(byTop top: Int, filter: SegmentBits?) throws(IndexError) -> Float {
    guard cursor.documentFrequency >= top else { return -1 }
    var best = TopScores(top: top)
    for block in bestBlocks(top / PostingsFormat.blockCount + 1) {
      try cursor.load(block: block)
      try score()
      for index in 0..<cursor.blockDocs where scores[index] > best.threshold {
        let docID = cursor.docIDs[index]
        if filter?.contains(docID) ?? true {
          best.offer(docID, segment: 0, score: scores[index])
        }
      }
    }
    return best.threshold
  }
}
