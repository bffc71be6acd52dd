/// Documents of one query, with a lower score where they match another.
struct DemotionExecutor: WindowExecutor {
  private var child: any WindowExecutor
  private var demoting: any WindowExecutor
  private let factor: Float
  private var found = Window(scored: false)
  let cost: Int

  /// - Precondition: `child` was built to score, `demoting` not to.
  init(_ child: any WindowExecutor, by demoting: any WindowExecutor, factor: Float) {
    self.child = child
    self.demoting = demoting
    self.factor = factor
    cost = child.cost
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    try child.fill(&window, base: base, candidates: candidates)
    guard !window.bits.isEmpty else { return }
    try demoting.fill(&found, base: base, candidates: window.bits)
    for slot in found.bits { window.scores[slot] *= Double(factor) }
  }
}
