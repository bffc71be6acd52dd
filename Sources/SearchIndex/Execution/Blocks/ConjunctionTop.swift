/// The best documents that have all of several terms.
///
/// The rarest term leads, block by block; a block in whose range the terms together cannot score
/// enough is not read. Of a block that is read, only documents that can still compete by the scores
/// seen so far are looked for in the next term.
struct ConjunctionTop {
  /// Rarest first.
  private var clauses: [TermClause]
  private var candidates = Candidates(capacity: PostingsFormat.blockCount)
  /// By clause: the most that it and those after it can add.
  private var rest: [Double]

  /// Runs over at least two clauses, rarest first.
  init(_ clauses: [TermClause]) {
    self.clauses = clauses
    rest = [Double](repeating: 0, count: clauses.count + 1)
  }

  /// Offers the documents of segment `number` that are in `filter` to `top`.
  mutating func run(
    _ number: Int, filter: SegmentBits?, deadline: Deadline, into top: inout some RankedCollector
  ) throws(IndexError) {
    var first = 0
    for block in 0..<clauses[0].cursor.blockCount {
      if block & 31 == 31 { try deadline.check() }
      if !clauses[0].cursor.skips.isEmpty {
        let start = first
        let last = Int(clauses[0].cursor.skips.lastDocID(block))
        first = last + 1
        guard canCompete(block, start, last, top.threshold) else { continue }
      }
      try clauses[0].cursor.load(block: block)
      if clauses[0].cursor.skips.isEmpty {
        try clauses[0].cursor.decodeDocIDs()
        let ids = clauses[0].cursor.docIDs
        guard
          canCompete(0, Int(ids[0]), Int(clauses[0].cursor.blockLastDocID), top.threshold)
        else { return }
      }
      try take(filter, top.threshold)
      for clause in 1..<clauses.count {
        guard candidates.count > 0 else { break }
        try clauses[clause].probe(&candidates, isRequired: true)
        candidates.removeBelow(top.threshold, rest: rest[clause + 1])
      }
      for index in 0..<candidates.count {
        let score = Float(candidates.scores[index])
        guard score > top.threshold else { continue }
        top.offer(candidates.docIDs[index], segment: number, score: score)
      }
    }
  }

  /// Whether documents of the leading block, from `first` to `last`, can score above the threshold;
  /// sets ``rest``.
  private mutating func canCompete(
    _ block: Int, _ first: Int, _ last: Int, _ threshold: Float
  ) -> Bool {
    var sum = 0.0
    for clause in (1..<clauses.count).reversed() {
      let most = clauses[clause].scoreMax(from: first, through: last)
      // No document is there; a term that weighs nothing has none that scores.
      if most == 0, clauses[clause].scoreMax > 0, threshold >= 0 { return false }
      sum += Double(most)
      rest[clause] = sum
    }
    return Float(sum + Double(clauses[0].scoreMax(block: block))) > threshold
  }

  /// Makes candidates of the leading block's documents.
  private mutating func take(_ filter: SegmentBits?, _ threshold: Float) throws(IndexError) {
    try clauses[0].score()
    candidates.count = clauses[0].cursor.blockDocs
    for index in 0..<candidates.count {
      candidates.docIDs[index] = clauses[0].cursor.docIDs[index]
      candidates.scores[index] = Double(clauses[0].scores[index])
    }
    if threshold >= 0 { candidates.removeBelow(threshold, rest: rest[1]) }
    if let filter { candidates.formIntersection(filter) }
  }
}
