/// Every document, or none.
struct AllExecutor: WindowExecutor {
  let cost: Int

  /// All of `documentCount` documents; none where it is 0.
  init(documentCount: Int) {
    cost = documentCount
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = cost > 0 ? candidates : DocBits()
  }
}
