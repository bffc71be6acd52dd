/// The best documents that have any of several terms: MAXSCORE over windows of doc ids.
///
/// In each window the terms are put in order of the most that they can add there. Those that even
/// together cannot reach the threshold are not essential: a document must have one of the others to
/// compete, so only these are read whole, and the former are asked only for documents that may still
/// get in.
/// Source: Turtle & Flood, "Query evaluation: strategies and optimizations", 1995; over windows with
/// block maxima as in Grand et al., "Bringing vectorized MaxScore to Lucene", 2025.
struct UnionTop {
  private var clauses: [TermClause]
  /// Places in `clauses`, those that can add least in the window first.
  private var order: [Int]
  /// By clause: the most that it can add in the window.
  private var most: [Float]
  /// By place in `order`: the most that the clauses before it can add together.
  private var sums: [Double]
  private var window = Window(scored: true)
  private var candidates = Candidates(capacity: DocBits.size)

  /// Runs over at least one clause.
  init(_ clauses: [TermClause]) {
    self.clauses = clauses
    order = Array(clauses.indices)
    most = [Float](repeating: 0, count: clauses.count)
    sums = [Double](repeating: 0, count: clauses.count + 1)
  }

  /// Offers the documents of segment `number`, of `documentCount`, that are in `filter` to `top`.
  mutating func run(
    _ number: Int, documentCount: Int, filter: SegmentBits?, deadline: Deadline,
    into top: inout TopScores
  ) throws(IndexError) {
    for base in stride(from: 0, to: documentCount, by: DocBits.size) {
      try deadline.check()
      let essential = partition(base, top.threshold)
      guard essential < order.count else { continue }
      candidates.count = 0
      if essential == order.count - 1 {
        try takeOnly(order[essential], base, essential, filter, top.threshold)
      } else {
        try takeAll(base, essential, filter, top.threshold)
      }
      for place in (0..<essential).reversed() where candidates.count > 0 {
        try clauses[order[place]].probe(&candidates, isRequired: false)
        if place > 0 { candidates.removeBelow(top.threshold, rest: sums[place]) }
      }
      for index in 0..<candidates.count {
        let score = Float(candidates.scores[index])
        guard score > top.threshold else { continue }
        top.offer(candidates.docIDs[index], segment: number, score: score)
      }
    }
  }

  /// Puts the clauses in order for the window from `base`; the place in it of the first essential
  /// one, or their number if no document can compete.
  private mutating func partition(_ base: Int, _ threshold: Float) -> Int {
    for clause in clauses.indices {
      most[clause] = clauses[clause].scoreMax(from: base, through: base + DocBits.size - 1)
    }
    // Few clauses, nearly in order from the window before.
    for place in order.indices.dropFirst() {
      var at = place
      while at > 0, most[order[at]] < most[order[at - 1]] {
        order.swapAt(at, at - 1)
        at -= 1
      }
    }
    var sum = 0.0
    for place in order.indices {
      sums[place] = sum
      sum += Double(most[order[place]])
      if Float(sum) > threshold { return place }
    }
    return order.count
  }

  /// Makes candidates of the documents of the only essential clause, passing over blocks that cannot
  /// score enough.
  private mutating func takeOnly(
    _ clause: Int, _ base: Int, _ place: Int, _ filter: SegmentBits?, _ threshold: Float
  ) throws(IndexError) {
    let rest = sums[place]
    let end = base + DocBits.size
    var next = base
    while next < end {
      if let skipData = clauses[clause].cursor.skipData {
        let block = skipData.block(
          reaching: DocID(next), from: max(0, clauses[clause].cursor.block))
        guard block < skipData.blockCount else { return }
        if Float(rest + Double(clauses[clause].scoreMax(block: block))) <= threshold {
          next = Int(skipData.lastDocID(block)) + 1
          continue
        }
      }
      guard try clauses[clause].cursor.load(reaching: DocID(next)) else { return }
      try clauses[clause].score()
      clauses[clause].append(
        to: &candidates, from: next, to: end, above: threshold, rest: rest)
      next = Int(clauses[clause].cursor.blockLastDocID) + 1
    }
    if let filter { candidates.formIntersection(filter) }
  }

  /// Makes candidates of the documents of all essential clauses, their scores added up.
  private mutating func takeAll(
    _ base: Int, _ essential: Int, _ filter: SegmentBits?, _ threshold: Float
  ) throws(IndexError) {
    for place in essential..<order.count {
      try clauses[order[place]].add(to: &window, base: base)
    }
    if let filter { window.bits.formIntersection(filter.window(base)) }
    let rest = sums[essential]
    var count = 0
    for slot in window.bits {
      let score = window.scores[slot]
      candidates.docIDs[count] = DocID(base + slot)
      candidates.scores[count] = score
      count += Float(score + rest) > threshold ? 1 : 0
    }
    candidates.count = count
    window.bits = DocBits()
  }
}
