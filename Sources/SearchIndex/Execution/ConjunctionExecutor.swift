/// Documents that match all of several clauses.
///
/// The clause with the fewest documents runs first and each later one only over what is left, so a
/// window without candidates costs the rest nothing. Scores are added in the clauses' own order,
/// whatever order they ran in, since Float sums depend on it.
struct ConjunctionExecutor: WindowExecutor {
  private var clauses: [any WindowExecutor]
  /// Places in `clauses`, cheapest first.
  private let order: [Int]
  /// The window each clause fills: its own where it scores, the first of all where it does not.
  private let windowOf: [Int]
  private var windows: [Window]
  let cost: Int

  /// - Precondition: at least one clause; `isScored` has one entry a clause, true where the clause
  ///   was built to score.
  init(_ clauses: [any WindowExecutor], isScored: [Bool]) {
    let costs = clauses.map { $0.cost }
    self.clauses = clauses
    order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    cost = costs.min() ?? 0
    windows = [Window(scored: false)]
    var windowOf: [Int] = []
    for scored in isScored {
      if scored { windows.append(Window(scored: true)) }
      windowOf.append(scored ? windows.count - 1 : 0)
    }
    self.windowOf = windowOf
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = candidates
    for clause in order {
      guard !window.bits.isEmpty else { return }
      let place = windowOf[clause]
      try clauses[clause].fill(&windows[place], base: base, candidates: window.bits)
      window.bits = windows[place].bits
    }
    guard windows.count > 1, !window.bits.isEmpty else { return }
    for slot in window.bits { window.scores[slot] = windows[1].scores[slot] }
    for place in 2..<max(2, windows.count) {
      for slot in window.bits { window.scores[slot] += windows[place].scores[slot] }
    }
  }
}
