/// Finds the terms near a given one, over all segments of a reader.
///
/// Walks each segment's ordered dictionary and the automaton of the wanted term side by side: where
/// the dictionary stands on a term that cannot match, the automaton names the next string that
/// could, and the dictionary leaps there. So most terms are never looked at.
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
  /// equals, and `isCut`.
  func terms(
    near wanted: FieldTerm, distance: Int, prefixLength: Int, limit: Int
  ) throws(IndexError) -> (terms: [Match], isCut: Bool) {
    let query = UTF8Scalars.decode(wanted.term)
    var automaton = LevenshteinAutomaton(
      query, distance: distance, prefixLength: prefixLength)
    var best = BestTerms(limit: max(limit, 0))
    for segment in segments {
      guard let field = segment.field(wanted.field) else { continue }
      try walk(segment, field, &automaton, into: &best)
    }
    var matches: [Match] = []
    for candidate in best.sorted() {
      var infos: [TermInfo?] = []
      for segment in segments {
        if let field = segment.field(wanted.field) {
          infos.append(try segment.termInfo(candidate.term, in: field))
        } else {
          infos.append(nil)
        }
      }
      let term = PlanTerm(field: wanted.field, term: candidate.term, infos: infos)
      matches.append(Match(term: term, similarity: candidate.similarity))
    }
    return (matches, best.isCut)
  }

  private func walk(
    _ segment: Segment, _ field: SegmentField, _ automaton: inout LevenshteinAutomaton,
    into best: inout BestTerms
  ) throws(IndexError) {
    var cursor = try segment.terms(in: field, from: automaton.requiredPrefix)
    var steps = 0
    var hasTerm = try cursor.next()
    while hasTerm {
      steps += 1
      if steps.isMultiple(of: 256) { try deadline.check() }
      let term = cursor.term
      let scalars = UTF8Scalars.decode(term)
      if let edits = automaton.match(scalars) {
        best.add(term, similarity: automaton.similarity(edits: edits, to: scalars.count))
      } else if automaton.isDeadEnd {
        guard let successor = automaton.successor() else { return }
        let target = UTF8Scalars.encode(successor)
        // Bytes that are no UTF-8 may sort otherwise than their scalars; then it goes step by step.
        if term.lexicographicallyPrecedes(target) { try cursor.seek(target) }
      }
      hasTerm = try cursor.next()
    }
  }
}

/// The most similar terms, each once.
private struct BestTerms {
  struct Candidate {
    let term: [UInt8]
    let similarity: Float
  }

  private let limit: Int
  private var candidates: [Candidate] = []
  private var seen: Set<[UInt8]> = []
  private(set) var isCut = false

  init(limit: Int) {
    // Twice the limit must still be a number.
    self.limit = min(limit, 1 << 40)
  }

  mutating func add(_ term: [UInt8], similarity: Float) {
    guard seen.insert(term).inserted else { return }
    candidates.append(Candidate(term: term, similarity: similarity))
    // Kept up to twice the limit, so that the sorting is paid for by as many additions.
    if candidates.count > 2 * limit + 64 { cut() }
  }

  /// The best in byte order of the terms.
  mutating func sorted() -> [Candidate] {
    cut()
    return candidates.sorted { $0.term.lexicographicallyPrecedes($1.term) }
  }

  private mutating func cut() {
    guard candidates.count > limit else { return }
    isCut = true
    candidates.sort {
      $0.similarity != $1.similarity
        ? $0.similarity > $1.similarity : $0.term.lexicographicallyPrecedes($1.term)
    }
    candidates.removeLast(candidates.count - limit)
    seen = Set(candidates.map { $0.term })
  }
}
