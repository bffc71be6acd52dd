/// A plan of one of the shapes that are run a block at a time, where what cannot be among the best is
/// not read: nearly all that people ask is one of them, or is made of several.
struct BlockPlan {
  /// What is looked for.
  enum Shape {
    /// Documents with any of the terms, the scores added.
    case union([(term: PlanTerm, scorer: TermScorer)])
    /// Documents with all of at least two terms, the scores added.
    case conjunction([(term: PlanTerm, scorer: TermScorer)])
    /// Documents with the words, one term each, next to each other.
    case phrase(PlanPhrase, TermScorer)
    /// Documents with any of the terms, all with one score.
    case anyOf(PlanTermSet, score: Float)
  }

  /// What is looked for.
  let shape: Shape
  /// What must match besides, without a score.
  let filters: [ExecutionPlan]

  /// Whether all documents with a score that may still be kept are offered, so that other keys can decide
  /// between equals: of documents that all score the same the first are taken by doc id alone.
  var offersEquals: Bool {
    if case .anyOf = shape { false } else { true }
  }

  /// Takes `plan` apart; nil where it has another shape.
  init?(_ plan: ExecutionPlan) {
    guard case .conjunction(let clauses) = plan else {
      guard let shape = Self.shape(plan) else { return nil }
      self.shape = shape
      filters = []
      return
    }
    filters = clauses.filter { !$0.isScored }.map(\.plan)
    let scored = clauses.filter(\.isScored).map(\.plan)
    if scored.count == 1 {
      guard let shape = Self.shape(scored[0]) else { return nil }
      self.shape = shape
      return
    }
    let terms = scored.compactMap(Self.term)
    guard terms.count == scored.count, !terms.isEmpty else { return nil }
    shape = .conjunction(terms)
  }

  private static func shape(_ plan: ExecutionPlan) -> Shape? {
    switch plan {
    case .term(let term, let scorer):
      return .union([(term, scorer)])
    case .disjunction(nil, let optional, minimum: 1):
      let terms = optional.compactMap(term)
      return terms.count == optional.count ? .union(terms) : nil
    case .phrase(let phrase, let scorer):
      let isPlain = phrase.slop == 0 && phrase.words.allSatisfy { $0.terms.count == 1 }
      return isPlain ? .phrase(phrase, scorer) : nil
    case .termSet(let set):
      return .anyOf(set, score: 0)
    case .constant(.termSet(let set), let score):
      return .anyOf(set, score: score)
    default:
      return nil
    }
  }

  private static func term(_ plan: ExecutionPlan) -> (term: PlanTerm, scorer: TermScorer)? {
    if case .term(let term, let scorer) = plan { (term, scorer) } else { nil }
  }
}
