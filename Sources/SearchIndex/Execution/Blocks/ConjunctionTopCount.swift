/// The best documents that have all of several terms, and how many there are: all are found, run by run,
/// and scored where the run's blocks can score enough.
struct ConjunctionTopCount {
  private var walk: ConjunctionWalk
  /// By list of the walk.
  private let scorers: [TermScorer]
  private let bounds: [BlockBound]
  private let norms: [NormsReader?]
  private var frequencies = [UInt32](repeating: 0, count: PostingsFormat.blockCount)
  private var scores = [Float](repeating: 0, count: PostingsFormat.blockCount)
  private var sums = [Double](repeating: 0, count: PostingsFormat.blockCount)

  /// Runs over at least two lists, rarest first, each with its scorer.
  init(_ cursors: [PostingCursor], _ scorers: [TermScorer]) {
    walk = ConjunctionWalk(cursors)
    self.scorers = scorers
    norms = cursors.map(\.lists.norms)
    bounds = zip(cursors, scorers).map { BlockBound($1, impactLength: $0.lists.impactLength) }
  }

  /// Offers the documents of segment `number` that are in `filter` to `top`; how many there are.
  mutating func run(
    _ number: Int, filter: SegmentBits?, deadline: Deadline, into top: inout some RankedCollector
  ) throws(IndexError) -> Int {
    var count = 0
    while try walk.beginRun() {
      try deadline.check()
      try walk.findDocuments()
      if let filter { walk.keep(filter) }
      count += walk.count
      if walk.count > 0, canCompete(top.threshold) { try offer(number, &top) }
      walk.endRun()
    }
    return count
  }

  private mutating func offer(_ number: Int, _ top: inout some RankedCollector) throws(IndexError) {
    for index in 0..<walk.count { sums[index] = 0 }
    for list in scorers.indices {
      if let norms = norms[list] {
        try walk.frequencies(list, into: &frequencies)
        ScoreKernel.score(
          walk.docIDs, frequencies, count: walk.count, norms: norms.bytes,
          inverses: scorers[list].normInverses, weight: scorers[list].weight, into: &scores)
        for index in 0..<walk.count { sums[index] += Double(scores[index]) }
      } else {
        let score = Double(scorers[list].score(frequency: 1, norm: 0))
        for index in 0..<walk.count { sums[index] += score }
      }
    }
    for index in 0..<walk.count {
      let score = Float(sums[index])
      if score > top.threshold { top.offer(walk.docIDs[index], segment: number, score: score) }
    }
  }

  /// Whether documents of the run can score above the threshold.
  private mutating func canCompete(_ threshold: Float) -> Bool {
    guard threshold >= 0 else { return true }
    var sum = 0.0
    for list in scorers.indices {
      let most =
        norms[list] == nil
        ? scorers[list].score(frequency: 1, norm: 0)
        : walk.best(list).map { bounds[list].score(bounds[list].product($0)) }
          ?? scorers[list].weight
      sum += Double(most)
    }
    return Float(sum) > threshold
  }
}
