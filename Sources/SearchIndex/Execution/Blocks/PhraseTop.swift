/// The documents in which words stand next to each other, by blocks: positions are only read of
/// documents that have all words, and that could score enough if the phrase were there as often as its
/// rarest word.
struct PhraseTop {
  private var walk: ConjunctionWalk
  /// By list of the walk: the word's place in the phrase.
  private let wordPlaces: [UInt32]
  private let scorer: TermScorer
  private let bound: BlockBound
  private let norms: NormsReader
  private var starts = [UInt32](repeating: 0, count: 64)

  /// Looks for words with these places and posting lists; nil where the field has no norms, so no
  /// positions.
  init?(_ words: [(place: Int, cursor: PostingCursor)], _ scorer: TermScorer) {
    let ordered = words.sorted { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    guard let first = ordered.first, let norms = first.cursor.lists.norms else { return nil }
    walk = ConjunctionWalk(ordered.map(\.cursor))
    wordPlaces = ordered.map { UInt32($0.place) }
    self.scorer = scorer
    self.norms = norms
    bound = BlockBound(scorer, impactLength: first.cursor.lists.impactLength)
  }

  /// Offers the documents of segment `number` that are in `filter` to `top`; how many have the phrase,
  /// if `countsHits`, as then all positions are read.
  mutating func run(
    _ number: Int, filter: SegmentBits?, deadline: Deadline, countsHits: Bool,
    into top: inout some RankedCollector
  ) throws(IndexError) -> Int {
    var count = 0
    while try walk.beginRun() {
      try deadline.check()
      if countsHits || canCompete(top.threshold) {
        try walk.findDocuments()
        for index in 0..<walk.count {
          let docID = walk.docIDs[index]
          if let filter, !filter.contains(docID) { continue }
          let norm = norms.norm(docID)
          if !countsHits, top.threshold >= 0 {
            let most = scorer.score(frequency: Float(try leastFrequency(index)), norm: norm)
            guard most > top.threshold else { continue }
          }
          try walk.preparePositions()
          let frequency = walk.phraseFrequency(index, wordPlaces, &starts)
          guard frequency > 0 else { continue }
          count += 1
          let score = scorer.score(frequency: Float(frequency), norm: norm)
          if score > top.threshold { top.offer(docID, segment: number, score: score) }
        }
      }
      walk.endRun()
    }
    return count
  }

  /// How many documents that are in `filter` have the phrase.
  mutating func count(filter: SegmentBits?, deadline: Deadline) throws(IndexError) -> Int {
    var count = 0
    while try walk.beginRun() {
      try deadline.check()
      try walk.findDocuments()
      try walk.preparePositions()
      for index in 0..<walk.count where filter?.contains(walk.docIDs[index]) ?? true {
        if walk.phraseFrequency(index, wordPlaces, &starts) > 0 { count += 1 }
      }
      walk.endRun()
    }
    return count
  }

  /// Whether documents of the run can score above the threshold: none has the phrase more often than
  /// any of its words.
  private mutating func canCompete(_ threshold: Float) -> Bool {
    guard threshold >= 0 else { return true }
    var least = Float.infinity
    for list in wordPlaces.indices {
      if let best = walk.best(list) { least = min(least, bound.product(best)) }
    }
    return bound.score(least) > threshold
  }

  private mutating func leastFrequency(_ index: Int) throws(IndexError) -> UInt32 {
    var least = UInt32.max
    for list in wordPlaces.indices { least = min(least, try walk.frequency(list, index)) }
    return least
  }
}
