/// The best documents of one term: blocks that cannot hold one are passed over unread.
struct TermTop {
  private var clause: TermClause

  /// Runs over one clause.
  init(_ clause: TermClause) { self.clause = clause }

  /// Offers the documents of `segment`, number `number`, that are in `filter` to `top`.
  mutating func run(
    _ number: Int, filter: SegmentBits?, into top: inout TopScores
  ) throws(IndexError) {
    // The blocks that can score highest go first, so that the others need not be read: with enough
    // documents in them to fill the top.
    let first = clause.bestBlocks(documents: top.capacity)
    for block in first { try offer(block, number, filter, &top) }
    let lastEarly = first.max() ?? -1
    for block in 0..<clause.cursor.blockCount where !first.contains(block) {
      let bound = clause.scoreMax(block: block)
      // Before a block that was read early a document of the same score would rank above.
      if block > lastEarly ? bound <= top.threshold : bound < top.threshold { continue }
      try offer(block, number, filter, &top)
    }
  }

  private mutating func offer(
    _ block: Int, _ number: Int, _ filter: SegmentBits?, _ top: inout TopScores
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
  fileprivate func bestBlocks(documents: Int) -> [Int] {
    let wanted = documents / PostingsFormat.blockCount + 2
    guard hasNorms, let skipData = cursor.skipData, skipData.blockCount > 2 * wanted else {
      return []
    }
    var best: [(product: Float, block: Int)] = []
    for block in 0..<skipData.blockCount {
      let product = product(skipData.best(block))
      if best.count == wanted, product <= best[wanted - 1].product { continue }
      if best.count == wanted { best.removeLast() }
      let place = best.firstIndex { $0.product < product } ?? best.count
      best.insert((product, block), at: place)
    }
    return best.map(\.block)
  }
}
