/// Documents of one clause without those of others.
struct ExclusionExecutor: WindowExecutor {
  private var included: any WindowExecutor
  private var excluded: [any WindowExecutor]
  private var found = Window(scored: false)
  let cost: Int

  /// - Precondition: the excluded clauses were built not to score.
  init(_ included: any WindowExecutor, excluding excluded: [any WindowExecutor]) {
    self.included = included
    self.excluded = excluded
    cost = included.cost
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    try included.fill(&window, base: base, candidates: candidates)
    for clause in excluded.indices {
      guard !window.bits.isEmpty else { return }
      try excluded[clause].fill(&found, base: base, candidates: window.bits)
      window.bits.subtract(found.bits)
    }
  }
}
