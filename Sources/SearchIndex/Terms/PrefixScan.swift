/// Finds the terms that start with some bytes, over all segments of a reader.
struct PrefixScan {
  let segments: [Segment]
  let deadline: Deadline

  /// The first `limit` terms of `field` in byte order that start with `prefix`, and whether there
  /// are more.
  func terms(
    startingWith prefix: [UInt8], field name: String, limit: Int
  ) throws(IndexError) -> (terms: [PlanTerm], isCut: Bool) {
    var union = TermUnion(segmentCount: segments.count)
    for (number, segment) in segments.enumerated() {
      guard let field = segment.field(name) else { continue }
      try deadline.check()
      var cursor = try segment.terms(in: field, from: prefix)
      var taken = 0
      // One more than the limit tells whether there is more; the first of the union are among the
      // first of each segment.
      while taken <= limit, try cursor.next(), cursor.term.starts(with: prefix) {
        union.add(cursor.term, cursor.info, segment: number)
        taken += 1
      }
    }
    let terms = union.terms(of: name)
    return (Array(terms.prefix(max(limit, 0))), terms.count > max(limit, 0))
  }
}

/// Terms gathered from several segments.
struct TermUnion {
  private let segmentCount: Int
  private var infos: [[UInt8]: [TermInfo?]] = [:]

  init(segmentCount: Int) {
    self.segmentCount = segmentCount
  }

  /// Notes that a segment has a term.
  mutating func add(_ term: [UInt8], _ info: TermInfo, segment: Int) {
    infos[term, default: [TermInfo?](repeating: nil, count: segmentCount)][segment] = info
  }

  /// All of them in byte order.
  func terms(of field: String) -> [PlanTerm] {
    infos.map { PlanTerm(field: field, term: $0.key, infos: $0.value) }
      .sorted { $0.term.lexicographicallyPrecedes($1.term) }
  }
}
