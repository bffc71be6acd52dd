/// Documents with any of many terms, without scores: prefixes and tag filters.
///
/// The first window that has a candidate turns all the terms' postings into one bit set over the
/// segment, one posting list at a time; after that a window costs 64 word operations.
struct TermSetExecutor: WindowExecutor {
  private let infos: [TermInfo]
  private let lists: FieldPostings
  private var bits: SegmentBits?
  let cost: Int

  /// Finds documents with one of the terms.
  init(_ infos: [TermInfo], in lists: FieldPostings) {
    self.infos = infos
    self.lists = lists
    cost = min(infos.reduce(0) { $0 + $1.documentFrequency }, lists.documentCount)
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    guard !candidates.isEmpty else { return }
    if bits == nil {
      var all = SegmentBits(documentCount: lists.documentCount)
      try all.insert(infos, in: lists)
      bits = all
    }
    guard let bits else { return }
    window.bits = bits.window(base)
    window.bits.formIntersection(candidates)
  }
}
