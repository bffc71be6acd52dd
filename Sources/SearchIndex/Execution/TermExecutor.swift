/// Documents with one term.
struct TermExecutor: WindowExecutor {
  private var cursor: PostingCursor
  private var clause: TermClause?
  let cost: Int

  /// Scores by `scorer`; with nil the documents are only found.
  init(_ cursor: PostingCursor, scorer: TermScorer?) {
    cost = cursor.documentFrequency
    self.cursor = cursor
    clause = scorer.map { TermClause(cursor, $0) }
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    guard let first = candidates.first else { return }
    if clause != nil {
      try clause?.fill(&window, base: base, from: base + first)
    } else {
      try cursor.fill(&window.bits, base: base, from: base + first)
    }
    window.bits.formIntersection(candidates)
  }
}

extension PostingCursor {
  /// Puts the documents from `first` to the end of the window from `base` into `bits`.
  ///
  /// - Precondition: as for `load(reaching:)`.
  mutating func fill(_ bits: inout DocBits, base: Int, from first: Int) throws(IndexError) {
    let end = base + DocBits.size
    var next = first
    while next < end, try load(reaching: DocID(next)) {
      if let bitSet {
        bits.formUnion(bitSet, base: base)
      } else {
        let from = place(reaching: DocID(next), from: 0)
        bits.insert(docIDs, from..<blockDocs, base: base)
      }
      next = Int(blockLastDocID) + 1
    }
  }
}

extension TermClause {
  /// As the cursor's, with scores.
  mutating func fill(_ window: inout Window, base: Int, from first: Int) throws(IndexError) {
    let end = base + DocBits.size
    var next = first
    while next < end, try cursor.load(reaching: DocID(next)) {
      try score()
      for index in cursor.place(reaching: DocID(next), from: 0)..<cursor.blockDocs {
        let slot = Int(cursor.docIDs[index]) - base
        guard slot < DocBits.size else { break }
        window.bits.insert(slot)
        window.scores[slot] = Double(scores[index])
      }
      next = Int(cursor.blockLastDocID) + 1
    }
  }
}
