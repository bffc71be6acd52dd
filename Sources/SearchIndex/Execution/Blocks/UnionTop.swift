/// The best documents that have any of several terms: MAXSCORE over windows of doc ids.
///
/// In each window the terms are put in order of the most that they can add there. Those that even
/// together cannot reach the threshold are not essential: a document must have one of the others to
/// compete, so only these are read whole, and the former are asked only for documents that may still
/// get in.
/// Before the first window the k best scores that a single term gives raise the threshold, since at
/// least k documents reach that.
/// Source: Turtle & Flood, "Query evaluation: strategies and optimizations", 1995; over windows with
/// block maxima as in Grand et al., "Bringing vectorized MaxScore to Lucene", 2025.
struct UnionTop {
  /// The documents of a window: smaller ones have tighter bounds, larger ones cost less each.
  static let windowSize = 4_096

  private var clauses: [TermClause]
  /// Places in `clauses`, those that can add least in the window first.
  private var order: [Int]
  /// By clause: the most that it can add in the window.
  private var most: [Float]
  /// By place in `order`: the most that the clauses before it can add together.
  private var sums: [Double]
  private var scratch: Scratch

  /// Runs over at least one clause.
  init(_ clauses: [TermClause], _ scratch: consuming Scratch) {
    self.scratch = scratch
    self.clauses = clauses
    order = Array(clauses.indices)
    most = [Float](repeating: 0, count: clauses.count)
    sums = [Double](repeating: 0, count: clauses.count + 1)
  }

  /// Gives the memory back.
  consuming func end() -> Scratch { scratch }

  /// Offers the documents of segment `number`, of `documentCount`, that are in `filter` to `top`.
  mutating func run(
    _ number: Int, documentCount: Int, filter: SegmentBits?, deadline: Deadline,
    into top: inout some RankedCollector
  ) throws(IndexError) {
    let start = try startThreshold(top, filter)
    for base in stride(from: 0, to: documentCount, by: Self.windowSize) {
      try deadline.check()
      let threshold = max(start, top.threshold)
      let essential = partition(base, threshold)
      guard essential < order.count else { continue }
      scratch.candidates.count = 0
      if essential == order.count - 1 {
        try takeOnly(order[essential], base, essential, filter, threshold)
      } else {
        try takeAll(base, essential, filter, threshold)
      }
      for place in (0..<essential).reversed() where scratch.candidates.count > 0 {
        try clauses[order[place]].probe(&scratch.candidates, isRequired: false)
        if place > 0 { scratch.candidates.removeBelow(threshold, rest: sums[place]) }
      }
      for index in 0..<scratch.candidates.count {
        let score = Float(scratch.candidates.scores[index])
        guard score > threshold, score > top.threshold else { continue }
        top.offer(scratch.candidates.docIDs[index], segment: number, score: score)
      }
    }
  }

  /// A threshold to begin with: just below what enough documents reach by one term alone.
  ///
  /// The term with the most to give is asked, of those with enough documents.
  private func startThreshold(
    _ top: some RankedCollector, _ filter: SegmentBits?
  ) throws(IndexError) -> Float {
    var best: Int?
    for clause in clauses.indices
    where clauses[clause].cursor.documentFrequency >= top.capacity {
      if clauses[clause].scoreMax > best.map({ clauses[$0].scoreMax }) ?? 0 { best = clause }
    }
    guard let best else { return -1 }
    var clause = clauses[best]
    // Documents that score just as much may still be among the best.
    return try clause.scoreReached(byTop: top.capacity, filter: filter).nextDown
  }

  /// Puts the clauses in order for the window from `base`; the place in it of the first essential
  /// one, or their number if no document can compete.
  private mutating func partition(_ base: Int, _ threshold: Float) -> Int {
    for clause in clauses.indices {
      most[clause] = clauses[clause].scoreMax(from: base, through: base + Self.windowSize - 1)
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

  /// The most that all clauses but one can add in the window.
  private func most(without clause: Int) -> Double {
    var sum = 0.0
    for other in most.indices where other != clause { sum += Double(most[other]) }
    return sum
  }

  /// Makes candidates of the documents of the only essential clause, passing over blocks that cannot
  /// score enough.
  private mutating func takeOnly(
    _ clause: Int, _ base: Int, _ place: Int, _ filter: SegmentBits?, _ threshold: Float
  ) throws(IndexError) {
    let rest = sums[place]
    let end = base + Self.windowSize
    var next = base
    while next < end {
      if !clauses[clause].cursor.skips.isEmpty {
        let block = clauses[clause].cursor.skips.block(
          reaching: DocID(next), from: max(0, clauses[clause].cursor.block))
        guard block < clauses[clause].cursor.blockCount else { break }
        if Float(rest + Double(clauses[clause].scoreMax(block: block))) <= threshold {
          next = Int(clauses[clause].cursor.skips.lastDocID(block)) + 1
          continue
        }
      }
      guard try clauses[clause].cursor.load(reaching: DocID(next)) else { break }
      try clauses[clause].score()
      clauses[clause].append(
        to: &scratch.candidates, from: next, to: end, above: threshold, rest: rest)
      next = Int(clauses[clause].cursor.blockLastDocID) + 1
    }
    if let filter { scratch.candidates.formIntersection(filter) }
  }

  /// Makes candidates of the documents of all essential clauses, their scores added up.
  private mutating func takeAll(
    _ base: Int, _ essential: Int, _ filter: SegmentBits?, _ threshold: Float
  ) throws(IndexError) {
    for place in essential..<order.count {
      let clause = order[place]
      try clauses[clause].add(
        to: &scratch.window, base: base, size: Self.windowSize, above: threshold,
        others: most(without: clause))
    }
    if let filter { scratch.window.bits.formIntersection(filter.window(base)) }
    scratch.candidates.take(scratch.window, base: base, above: threshold, rest: sums[essential])
    scratch.window.bits = DocBits()
  }
}
