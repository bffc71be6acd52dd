/// Documents with one term.
struct TermExecutor: WindowExecutor {
  private var postings: PostingWalk
  private let scorer: TermScorer?
  private let norms: NormsReader?
  let cost: Int

  /// Scores by `scorer`; with nil the documents are only found.
  init(_ cursor: PostingCursor, scorer: TermScorer?, norms: NormsReader?) {
    cost = cursor.documentFrequency
    postings = PostingWalk(cursor)
    self.scorer = scorer
    self.norms = norms
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    guard let first = candidates.first else { return }
    let end = base + DocBits.size
    var doc = try postings.advance(to: base + first)
    while doc < end {
      guard candidates.contains(doc - base) else {
        guard let slot = candidates.next(from: doc - base) else { return }
        doc = try postings.advance(to: base + slot)
        continue
      }
      window.bits.insert(doc - base)
      if let scorer {
        window.scores[doc - base] = scorer.score(
          frequency: Float(try postings.frequency()),
          norm: norms?.norm(DocID(doc)) ?? 0)
      }
      doc = try postings.next()
    }
  }
}
