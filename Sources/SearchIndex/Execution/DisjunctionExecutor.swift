/// Documents that match at least `minimum` of several optional clauses and, where there is one, a
/// required clause whose score comes first in the sum.
///
/// The scores of those that match are added in clause order.
struct DisjunctionExecutor: WindowExecutor {
  private var required: (any WindowExecutor)?
  private var optional: [any WindowExecutor]
  private let minimum: Int
  private let isScored: Bool
  /// What an optional clause found.
  private var found: Window
  /// How many clauses matched, by slot, where that has to be counted; zero between two calls.
  private var counts: [UInt16]
  let cost: Int

  /// - Precondition: `minimum` is not 0 unless there is a required clause, nor more than the
  ///   optional clauses; all clauses were built to score exactly if `isScored`.
  init(
    required: (any WindowExecutor)?, optional: [any WindowExecutor], minimum: Int, isScored: Bool
  ) {
    precondition(required != nil || minimum > 0)
    self.required = required
    self.optional = optional
    self.minimum = minimum
    self.isScored = isScored
    found = Window(scored: isScored)
    counts = minimum > 1 ? [UInt16](repeating: 0, count: DocBits.size) : []
    // A match needs `minimum` clauses, so the sum of all, shared among so many, bounds them.
    let sum = optional.reduce(0) { $0 + $1.cost } / max(minimum, 1)
    if let required {
      cost = minimum > 0 ? min(required.cost, sum) : required.cost
    } else {
      cost = sum
    }
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    var possible = candidates
    if required != nil {
      try required?.fill(&window, base: base, candidates: candidates)
      possible = window.bits
    }
    guard !possible.isEmpty else { return }
    var matched = DocBits()
    for clause in optional.indices {
      try optional[clause].fill(&found, base: base, candidates: possible)
      if isScored { addScores(to: &window) }
      if minimum > 1 {
        for slot in found.bits { counts[slot] += 1 }
      }
      matched.formUnion(found.bits)
      window.bits.formUnion(found.bits)
    }
    if minimum > 0 { window.bits = matched }
    guard minimum > 1 else { return }
    for slot in matched {
      if counts[slot] < minimum { window.bits.remove(slot) }
      counts[slot] = 0
    }
  }

  /// Adds the scores of `found`; a document that had none yet begins its sum.
  private func addScores(to window: inout Window) {
    for slot in found.bits {
      if window.bits.contains(slot) {
        window.scores[slot] += found.scores[slot]
      } else {
        window.scores[slot] = found.scores[slot]
      }
    }
  }
}
