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
    return (terms.prefix(max(limit, 0)).map { $0.term }, terms.count > max(limit, 0))
  }
}
