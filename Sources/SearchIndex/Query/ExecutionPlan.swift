/// What a query comes to in one reader: terms looked up in every segment, prefixes and fuzzy terms
/// turned into the terms they stand for, weights computed, and boosts multiplied into them.
indirect enum ExecutionPlan: Sendable {
  /// No document.
  case none
  /// Every document.
  case all
  /// Documents with the term.
  case term(PlanTerm, TermScorer)
  /// Documents with any of the terms, all of one field, taken as one.
  case synonyms([PlanTerm], field: String, TermScorer)
  /// Documents with the words together.
  case phrase(PlanPhrase, TermScorer)
  /// Documents with any of the terms, not scored.
  case termSet(PlanTermSet)
  /// Documents whose number lies in the range.
  case range(field: String, ClosedRange<Int64>)
  /// Documents with a number or tag.
  case exists(field: String)
  /// Documents that match all; the scores of the scored ones are added in order. At least one.
  case conjunction([(plan: ExecutionPlan, isScored: Bool)])
  /// Documents that match `required`, if there is one, and at least `minimum` of `optional`.
  case disjunction(required: ExecutionPlan?, optional: [ExecutionPlan], minimum: Int)
  /// Documents that match one of at least two, with the best of the scores.
  case best([ExecutionPlan])
  /// Documents that match the first and none of the others.
  case exclusion(ExecutionPlan, excluded: [ExecutionPlan])
  /// The same documents, all with this score.
  case constant(ExecutionPlan, score: Float)
  /// Documents that match the first; of those that match `by` too, the score times `factor`.
  case demotion(ExecutionPlan, by: ExecutionPlan, factor: Float)

  /// The same documents where scores do not matter: a sum over terms of one field becomes a set.
  var withoutScores: ExecutionPlan {
    guard case .disjunction(nil, let optional, minimum: 1) = self else { return self }
    var terms: [PlanTerm] = []
    for plan in optional {
      guard case .term(let term, _) = plan, term.field == terms.first?.field ?? term.field else {
        return self
      }
      terms.append(term)
    }
    return .termSet(PlanTermSet(terms))
  }

  var isNone: Bool {
    if case .none = self { true } else { false }
  }
}

/// A term looked up in every segment of a reader.
struct PlanTerm: Sendable {
  let field: String
  let term: [UInt8]
  /// By segment; nil where the segment does not have it.
  let infos: SegmentInfos

  /// How many documents have it.
  var documentFrequency: Int {
    infos.reduce(0) { $0 + ($1?.documentFrequency ?? 0) }
  }
}

/// Terms of one field, any of which will do, looked up in every segment of a reader.
struct PlanTermSet: Sendable {
  /// What the terms are, for people.
  enum Name: Sendable {
    /// These.
    case terms([[UInt8]])
    /// All that start with these bytes.
    case prefix([UInt8])
  }

  let field: String
  let name: Name
  /// By segment: what is known of those that it has.
  let infos: [[TermInfo]]

  /// - Precondition: there is a term, and all are of one field.
  init(_ terms: [PlanTerm]) {
    field = terms[0].field
    name = .terms(terms.map(\.term))
    infos = terms[0].infos.indices.map { segment in terms.compactMap { $0.infos[segment] } }
  }

  /// Those of one segment that start with `prefix`.
  init(field: String, prefix: [UInt8], infos: [TermInfo]) {
    self.field = field
    name = .prefix(prefix)
    self.infos = [infos]
  }
}

/// A phrase whose words were looked up.
struct PlanPhrase: Sendable {
  let field: String
  /// Each word's place and the terms that may stand there; none without a term.
  let words: [(place: Int, terms: [PlanTerm])]
  let slop: Int
  let isOrdered: Bool
}
