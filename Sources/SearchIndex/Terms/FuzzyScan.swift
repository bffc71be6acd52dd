/// Finds the terms near a given one, over all segments of a reader.
struct FuzzyScan {
  /// A term found.
  struct Match {
    let term: PlanTerm
    /// `1 - edits / length of the shorter`, in Unicode scalars; at least 0.
    let similarity: Float
  }

  let segments: [Segment]
  let deadline: Deadline

  /// The terms of the field at most `distance` edits away, in byte order.
  ///
  /// Where there are more than `limit`, those of greatest similarity, the first in byte order among
  /// equals, and `isCut`. A term that is no UTF-8 is near none.
  func terms(
    near wanted: FieldTerm, distance: Int, prefixLength: Int, limit: Int
  ) throws(IndexError) -> (terms: [Match], isCut: Bool) {
    let automaton = LevenshteinAutomaton(
      UTF8Scalars.decode(wanted.term), distance: distance, prefixLength: prefixLength)
    var union = TermUnion(segmentCount: segments.count)
    var similarities: [Float] = []
    for (number, segment) in segments.enumerated() {
      guard let field = segment.field(wanted.field) else { continue }
      var walk = FuzzyWalk(automaton, segment.dictionary(of: field), deadline: deadline)
      try walk.run()
      for (found, info) in walk.found {
        union.add(found.term, info, segment: number)
        similarities.append(automaton.similarity(edits: found.edits, to: found.length))
      }
    }
    var matches: [Match] = []
    for (term, first) in union.terms(of: wanted.field) {
      matches.append(Match(term: term, similarity: similarities[first]))
    }
    let most = max(limit, 0)
    guard matches.count > most else { return (matches, false) }
    // Stable among equals: they are in byte order.
    let places = matches.indices.sorted {
      let (first, second) = (matches[$0].similarity, matches[$1].similarity)
      return first != second ? first > second : $0 < $1
    }
    return (places.prefix(most).sorted().map { matches[$0] }, true)
  }
}
