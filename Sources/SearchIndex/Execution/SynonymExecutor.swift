/// Documents with any of several terms of one field, scored as if they were one: frequencies are
/// added up.
struct SynonymExecutor: WindowExecutor {
  private var postings: [PostingWalk]
  private let scorer: TermScorer?
  private let norms: NormsReader?
  /// Frequencies by slot; zero between two calls.
  private var frequencies: [UInt32]
  let cost: Int

  /// Scores by `scorer` with the norms of the field; with nil it only finds.
  init(_ cursors: [PostingCursor], scorer: TermScorer?, norms: NormsReader?) {
    cost = cursors.reduce(0) { $0 + $1.documentFrequency }
    postings = cursors.map { PostingWalk($0) }
    self.scorer = scorer
    self.norms = norms
    frequencies = scorer == nil ? [] : [UInt32](repeating: 0, count: DocBits.size)
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    guard let first = candidates.first else { return }
    let end = base + DocBits.size
    for index in postings.indices {
      var doc = try postings[index].advance(to: base + first)
      while doc < end {
        guard candidates.contains(doc - base) else {
          guard let slot = candidates.next(from: doc - base) else { break }
          doc = try postings[index].advance(to: base + slot)
          continue
        }
        window.bits.insert(doc - base)
        if scorer != nil {
          let frequency = UInt32(clamping: try postings[index].frequency())
          let sum = frequencies[doc - base].addingReportingOverflow(frequency)
          frequencies[doc - base] = sum.overflow ? .max : sum.partialValue
        }
        doc = try postings[index].next()
      }
    }
    guard let scorer else { return }
    for slot in window.bits {
      window.scores[slot] = Double(
        scorer.score(
          frequency: Float(frequencies[slot]), norm: norms?.norm(DocID(base + slot)) ?? 0))
      frequencies[slot] = 0
    }
  }
}
