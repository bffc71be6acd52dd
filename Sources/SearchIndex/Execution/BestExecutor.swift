/// Documents that match one of several alternatives, each with the best of the scores.
struct BestExecutor: WindowExecutor {
  private var alternatives: [any WindowExecutor]
  private let isScored: Bool
  /// What an alternative found.
  private var found: Window
  let cost: Int

  /// - Precondition: all alternatives were built to score exactly if `isScored`.
  init(_ alternatives: [any WindowExecutor], isScored: Bool) {
    self.alternatives = alternatives
    self.isScored = isScored
    found = Window(scored: isScored)
    cost = alternatives.reduce(0) { $0 + $1.cost }
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    guard !candidates.isEmpty else { return }
    for index in alternatives.indices {
      try alternatives[index].fill(&found, base: base, candidates: candidates)
      if isScored { keepBest(&window) }
      window.bits.formUnion(found.bits)
    }
  }

  private func keepBest(_ window: inout Window) {
    for slot in found.bits {
      let score = found.scores[slot]
      window.scores[slot] = window.bits.contains(slot) ? max(window.scores[slot], score) : score
    }
  }
}
