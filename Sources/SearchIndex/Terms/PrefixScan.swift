/// Finds the terms that start with some bytes, over all segments of a reader.
struct PrefixScan {
  let segments: [Segment]
  let deadline: Deadline

  /// The first `limit` terms of `field` in byte order that start with `prefix`, and whether there
  /// are more.
  func terms(
    startingWith prefix: [UInt8], field name: String, limit: Int
  ) throws(IndexError) -> (terms: [PlanTerm], isCut: Bool) {
    // One more than the most must still be a number.
    let most = min(max(limit, 0), Int(Int32.max))
    var union = TermUnion(segmentCount: segments.count)
    // One more than the limit tells whether there is more; the first of the union are among the
    // first of each segment.
    for (number, segment) in segments.enumerated() {
      try forEachTerm(startingWith: prefix, of: name, in: segment, most: most + 1) {
        union.add($0, $1, segment: number)
      }
    }
    var terms = union.terms(of: name).map { $0.term }
    let isCut = terms.count > most
    if isCut { terms.removeLast(terms.count - most) }
    return (terms, isCut)
  }

  private func forEachTerm(
    startingWith prefix: [UInt8], of name: String, in segment: Segment, most: Int,
    _ body: ([UInt8], TermInfo) -> Void
  ) throws(IndexError) {
    guard let field = segment.field(name) else { return }
    try deadline.check()
    var cursor = try segment.terms(in: field, from: prefix)
    var taken = 0
    while taken < most, try cursor.next(), cursor.term.starts(with: prefix) {
      // A copy of its own: shared, the cursor would have to copy its term at each step, and grow it.
      var term: [UInt8] = []
      term.reserveCapacity(cursor.term.count)
      term.append(contentsOf: cursor.term)
      body(term, cursor.info)
      taken += 1
    }
  }

  /// The same for a reader of one segment, whose order need not be merged with others', so that no
  /// term is put together: what is known of them.
  ///
  /// - Precondition: there is one segment.
  func infos(
    startingWith prefix: [UInt8], field name: String, limit: Int
  ) throws(IndexError) -> (infos: [TermInfo], isCut: Bool) {
    precondition(segments.count == 1)
    guard let dictionary = segments[0].parts(of: name)?.dictionary else { return ([], false) }
    let first = try dictionary.ordinal(reaching: prefix)
    let end = try Self.successor(prefix).map { (term) throws(IndexError) in
      try dictionary.ordinal(reaching: term)
    }
    let count = max(0, (end ?? dictionary.termCount) - first)
    let taken = min(count, max(limit, 0))
    try deadline.check()
    return (try dictionary.infos(from: first, count: taken), count > taken)
  }

  /// The smallest bytes above all that start with `prefix`; nil where there are none.
  private static func successor(_ prefix: [UInt8]) -> [UInt8]? {
    var bytes = prefix
    while let last = bytes.popLast() {
      if last < .max { return bytes + [last + 1] }
    }
    return nil
  }
}
