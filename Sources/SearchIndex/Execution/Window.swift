/// What an executor found in one window of 4,096 doc ids.
struct Window: Sendable {
  /// The documents that match.
  var bits = DocBits()
  /// Their scores by slot; what stands at a slot outside `bits` means nothing.
  ///
  /// Empty where nobody asked for scores.
  var scores: [Float]

  /// An empty window, with room for scores or without.
  init(scored: Bool) {
    scored ? (scores = [Float](repeating: 0, count: DocBits.size)) : (scores = [])
  }
}
