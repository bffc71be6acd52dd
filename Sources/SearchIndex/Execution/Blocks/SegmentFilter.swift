import Synchronization

/// Turns filters into bit sets, and keeps those of tags, which are asked again and again.
final class FilterCache: Sendable {
  private struct Key: Hashable {
    var field: String
    var ordinals: [Int]
  }

  /// The most bit sets kept; past it all are forgotten.
  private static let entriesMax = 64

  private let kept = Mutex<[Key: SegmentBits]>([:])

  /// The documents with any of the tags that have these ordinals in `field`.
  func bits(
    _ field: String, _ ordinals: [Int], make: () throws(IndexError) -> SegmentBits
  ) throws(IndexError) -> SegmentBits {
    let key = Key(field: field, ordinals: ordinals)
    if let known = kept.withLock({ $0[key] }) { return known }
    let made = try make()
    kept.withLock { kept in
      if kept.count >= Self.entriesMax { kept.removeAll() }
      kept[key] = made
    }
    return made
  }
}

extension ExecutorBuilder {
  /// The documents that match all of `filters` and are not deleted; nil: all of them.
  func filter(_ filters: [ExecutionPlan]) throws(IndexError) -> SegmentBits? {
    var bits: SegmentBits?
    for plan in filters {
      let next = try filterBits(plan)
      if bits == nil { bits = next } else { bits?.formIntersection(next) }
    }
    guard segment.liveDocs != nil else { return bits }
    var live = SegmentBits(documentCount: segment.documentCount)
    for base in stride(from: 0, to: segment.documentCount, by: DocBits.size) {
      live.insert(segment.liveBits(base: base), base: base)
    }
    if let bits { live.formIntersection(bits) }
    return live
  }

  /// The documents with any of `terms`, deleted ones included.
  func union(_ terms: [PlanTerm]) throws(IndexError) -> SegmentBits {
    var bits = SegmentBits(documentCount: segment.documentCount)
    for cursor in try cursors(terms) {
      var cursor = cursor
      try bits.insert(&cursor)
    }
    return bits
  }

  /// The documents with any of the terms, deleted ones included.
  func union(_ set: PlanTermSet) throws(IndexError) -> SegmentBits {
    var bits = SegmentBits(documentCount: segment.documentCount)
    guard let lists = segment.parts(of: set.field)?.postings else { return bits }
    try bits.insert(set.infos[number], in: lists)
    return bits
  }

  private func filterBits(_ plan: ExecutionPlan) throws(IndexError) -> SegmentBits {
    if case .termSet(let set) = plan, segment.field(set.field)?.kind == .tag {
      return try segment.filters.bits(
        set.field, set.infos[number].map(\.ordinal)
      ) { () throws(IndexError) in try union(set) }
    }
    var bits = SegmentBits(documentCount: segment.documentCount)
    var executor = try executor(for: plan, isScored: false)
    var window = Window(scored: false)
    for base in stride(from: 0, to: segment.documentCount, by: DocBits.size) {
      try deadline.check()
      try executor.fill(&window, base: base, candidates: segment.allBits(base: base))
      bits.insert(window.bits, base: base)
    }
    return bits
  }
}
