/// A term's postings with what scores them, worked on a block at a time.
struct TermClause {
  /// The postings.
  var cursor: PostingCursor
  /// What scores them.
  let scorer: TermScorer
  /// The highest score that any of its documents can have.
  let scoreMax: Float
  /// The scores of the loaded block, where they were computed.
  private(set) var scores: [Float]

  /// The field's norms; nil where it is no text field, so that all documents score the same.
  let norms: NormsReader?
  private let bound: BlockBound
  private var scoredBlock = -1
  private var matches: [PostingMatch] = []

  /// A clause of a term.
  init(_ cursor: PostingCursor, _ scorer: TermScorer) {
    self.cursor = cursor
    self.scorer = scorer
    norms = cursor.lists.norms
    let room = (cursor.docIDs.count + 3) & ~3
    guard norms != nil else {
      bound = BlockBound(scorer, impactLength: scorer.averageLength)
      scoreMax = scorer.score(frequency: 1, norm: 0)
      scores = [Float](repeating: scoreMax, count: room)
      return
    }
    let bound = BlockBound(scorer, impactLength: cursor.lists.impactLength)
    self.bound = bound
    scoreMax =
      cursor.skips.isEmpty ? scorer.weight : bound.score(bound.product(cursor.skips.best))
    scores = [Float](repeating: 0, count: room)
  }

  // What only reads is `mutating`, too, since Swift calls those in place where the clause lies in an
  // array, and others on a copy of it.

  /// How high the documents of a block can score.
  mutating func scoreMax(block: Int) -> Float {
    guard norms != nil, !cursor.skips.isEmpty else { return scoreMax }
    return bound.score(bound.product(cursor.skips.best(block)))
  }

  /// What no product of frequency and norm inverse of a block's documents is above.
  func product(_ best: Impact) -> Float { bound.product(best) }

  /// How high the documents from `first` up to `last` can score; 0 where there are none.
  mutating func scoreMax(from first: Int, through last: Int) -> Float {
    if cursor.skips.isEmpty {
      // The only block: once it is loaded, it is known where it ends.
      if cursor.block >= 0, Int(cursor.blockLastDocID) < first { return 0 }
      return scoreMax
    }
    var block = max(0, cursor.block)
    if Int(cursor.skips.lastDocID(block)) < first {
      block = cursor.skips.block(reaching: DocID(first), from: block)
    }
    guard block < cursor.skips.blockCount else { return 0 }
    guard norms != nil else { return scoreMax }
    var product: Float = -1
    while block < cursor.skips.blockCount {
      product = max(product, bound.product(cursor.skips.best(block)))
      if Int(cursor.skips.lastDocID(block)) >= last { break }
      block += 1
    }
    return bound.score(product)
  }

  /// Makes sure that ``scores`` are those of the loaded block.
  mutating func score() throws(IndexError) {
    guard scoredBlock != cursor.block else { return }
    try cursor.decodeDocIDs()
    scoredBlock = cursor.block
    guard let norms else { return }
    try cursor.decodeFrequencies()
    ScoreKernel.score(
      cursor.docIDs, cursor.frequencies, count: cursor.blockDocs, norms: norms.bytes,
      inverses: scorer.normInverses, weight: scorer.weight, into: &scores)
  }
}

// MARK: Candidates

extension TermClause {
  /// Adds the term's score to the candidates that have it; of the others, forgets those if
  /// `isRequired`.
  ///
  /// - Precondition: the clause was not asked for documents after the first candidate before.
  mutating func probe(_ candidates: inout Candidates, isRequired: Bool) throws(IndexError) {
    if matches.isEmpty { matches = PostingMatch.room() }
    var kept = 0
    var index = 0
    while index < candidates.count {
      let docID = candidates.docIDs[index]
      guard try cursor.load(reaching: docID) else { break }
      let end = candidates.end(through: cursor.blockLastDocID, from: index)
      let count = cursor.match(candidates.docIDs, index..<end, into: &matches)
      if count > 0, norms != nil { try cursor.decodeFrequencies() }
      if isRequired {
        for match in 0..<count {
          let from = Int(matches[match].candidate)
          let docID = candidates.docIDs[from]
          candidates.docIDs[kept] = docID
          candidates.scores[kept] =
            candidates.scores[from] + score(Int(matches[match].place), docID)
          kept += 1
        }
      } else {
        for match in 0..<count {
          let from = Int(matches[match].candidate)
          candidates.scores[from] += score(Int(matches[match].place), candidates.docIDs[from])
        }
      }
      index = end
    }
    if isRequired { candidates.count = kept }
  }

  /// Appends the documents of the loaded block, which is scored, from `first` up to before `end`, whose
  /// score is above `threshold` with `rest` more.
  ///
  /// - Precondition: the candidates have room for a window's documents.
  mutating func append(
    to candidates: inout Candidates, from first: Int, to end: Int, above threshold: Float,
    rest: Double
  ) {
    let start = cursor.place(reaching: DocID(first), from: 0)
    candidates.append(
      cursor.docIDs, scores, start..<cursor.blockDocs, before: end, above: threshold, rest: rest)
  }

  /// Adds the scores of the documents of the window of `size` from `base` to what it holds, except for
  /// documents that do not score above `threshold` with `others` more.
  ///
  /// What is left out of a document's sum does no harm: it could not come above the threshold with it.
  mutating func add(
    to window: inout Window, base: Int, size: Int, above threshold: Float, others: Double
  ) throws(IndexError) {
    let end = base + size
    var next = base
    while next < end {
      if threshold >= 0, !cursor.skips.isEmpty {
        let block = cursor.skips.block(reaching: DocID(next), from: max(0, cursor.block))
        guard block < cursor.blockCount else { return }
        if Float(Double(scoreMax(block: block)) + others) <= threshold {
          next = Int(cursor.skips.lastDocID(block)) + 1
          continue
        }
      }
      guard try cursor.load(reaching: DocID(next)) else { return }
      try score()
      let start = cursor.place(reaching: DocID(next), from: 0)
      window.add(
        cursor.docIDs, scores, start..<cursor.blockDocs, base: base, size: size,
        above: threshold, others: others)
      next = Int(cursor.blockLastDocID) + 1
    }
  }

  private func score(_ place: Int, _ docID: DocID) -> Double {
    guard let norms else { return Double(scoreMax) }
    return Double(
      scorer.score(frequency: Float(cursor.frequencies[place]), norm: norms.norm(docID)))
  }
}
