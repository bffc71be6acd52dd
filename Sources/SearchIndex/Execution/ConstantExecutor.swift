/// Gives all the documents of another executor the same score.
struct ConstantExecutor: WindowExecutor {
  private var child: any WindowExecutor
  private let score: Float
  let cost: Int

  /// - Precondition: `child` was built not to score.
  init(_ child: any WindowExecutor, score: Float) {
    self.child = child
    self.score = score
    cost = child.cost
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    try child.fill(&window, base: base, candidates: candidates)
    for slot in window.bits { window.scores[slot] = Double(score) }
  }
}
