/// Runs a plan over one segment, window by window; deleted documents never are candidates.
struct SegmentScan {
  private let segment: Segment
  private let deadline: Deadline
  private var executor: any WindowExecutor
  private var window: Window

  /// Prepares to run `plan` over `segment`, number `number` of the reader that it was made for.
  init(
    _ plan: ExecutionPlan, _ segment: Segment, number: Int, isScored: Bool, deadline: Deadline
  ) throws(IndexError) {
    self.segment = segment
    self.deadline = deadline
    let builder = ExecutorBuilder(segment: segment, number: number, deadline: deadline)
    executor = try builder.executor(for: plan, isScored: isScored)
    window = Window(scored: isScored)
  }

  /// Calls `body` with every window that has a match, and its first doc id, in ascending order.
  mutating func forEachWindow(
    _ body: (Window, Int) throws(IndexError) -> Void
  ) throws(IndexError) {
    for base in stride(from: 0, to: segment.documentCount, by: DocBits.size) {
      try deadline.check()
      try executor.fill(&window, base: base, candidates: segment.liveBits(base: base))
      if !window.bits.isEmpty { try body(window, base) }
    }
  }
}

extension Segment {
  /// The documents of the window from `base` that are not deleted.
  func liveBits(base: Int) -> DocBits {
    var bits = allBits(base: base)
    guard let liveDocs else { return bits }
    for index in 0..<DocBits.wordCount { bits[word: index] &= liveDocs.word(base / 64 + index) }
    return bits
  }

  /// The documents of the window from `base`, deleted ones included.
  func allBits(base: Int) -> DocBits {
    var bits = DocBits()
    for index in 0..<DocBits.wordCount {
      let left = documentCount - base - index * 64
      guard left > 0 else { break }
      bits[word: index] = left >= 64 ? ~0 : (1 << UInt64(left)) - 1
    }
    return bits
  }
}
