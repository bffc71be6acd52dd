/// Turns a plan into executors for one segment.
struct ExecutorBuilder {
  let segment: Segment
  /// The segment's place in the reader, by which a plan's terms are looked up.
  let number: Int
  let deadline: Deadline

  /// The executor of `plan`; it writes scores exactly if `isScored`.
  ///
  /// Recursive; `QueryLimits` has bounded the depth.
  func executor(
    for plan: ExecutionPlan, isScored: Bool
  ) throws(IndexError) -> any WindowExecutor {
    switch plan {
    case .none:
      return AllExecutor(documentCount: 0)
    case .term(let term, let scorer):
      return try termExecutor(term, isScored ? scorer : nil)
    case .synonyms(let terms, let field, let scorer):
      return SynonymExecutor(
        try cursors(terms), scorer: isScored ? scorer : nil, norms: norms(field))
    case .phrase(let phrase, let scorer):
      guard let executor = try phraseExecutor(phrase, isScored ? scorer : nil) else {
        return AllExecutor(documentCount: 0)
      }
      return executor
    case .all, .termSet, .range, .exists:
      let finder = try finder(plan)
      return isScored ? ConstantExecutor(finder, score: 0) : finder
    case .constant(let inner, let score):
      let finder = try executor(for: inner, isScored: false)
      return isScored ? ConstantExecutor(finder, score: score) : finder
    case .demotion(let inner, let by, let factor):
      let found = try executor(for: inner, isScored: isScored)
      guard isScored else { return found }
      return DemotionExecutor(found, by: try executor(for: by, isScored: false), factor: factor)
    case .conjunction(let clauses):
      var executors: [any WindowExecutor] = []
      for clause in clauses {
        executors.append(
          try executor(for: clause.plan, isScored: isScored && clause.isScored))
      }
      return ConjunctionExecutor(executors, isScored: clauses.map { isScored && $0.isScored })
    case .disjunction(let required, let optional, let minimum):
      return try disjunction(required, optional, minimum: minimum, isScored: isScored)
    case .best(let plans):
      var executors: [any WindowExecutor] = []
      for plan in plans { executors.append(try executor(for: plan, isScored: isScored)) }
      return BestExecutor(executors, isScored: isScored)
    case .exclusion(let included, let excluded):
      var executors: [any WindowExecutor] = []
      for plan in excluded { executors.append(try executor(for: plan, isScored: false)) }
      return ExclusionExecutor(
        try executor(for: included, isScored: isScored), excluding: executors)
    }
  }

  /// The phrase's executor; nil where the segment lacks one of its words.
  func phraseExecutor(
    _ phrase: PlanPhrase, _ scorer: TermScorer?
  ) throws(IndexError) -> PhraseExecutor? {
    guard segment.field(phrase.field)?.kind == .text else { return nil }
    var words: [(place: Int, cursors: [PostingCursor])] = []
    for word in phrase.words {
      let cursors = try cursors(word.terms)
      guard !cursors.isEmpty else { return nil }
      words.append((word.place, cursors))
    }
    let frequency = PhraseFrequency(
      wordCount: words.count, slop: phrase.slop, isOrdered: phrase.isOrdered)
    return PhraseExecutor(words, frequency, scorer: scorer, norms: norms(phrase.field))
  }

  /// Those of the terms' postings that the segment has.
  func cursors(_ terms: [PlanTerm]) throws(IndexError) -> [PostingCursor] {
    var cursors: [PostingCursor] = []
    for term in terms {
      guard let info = term.infos[number], let parts = segment.parts(of: term.field) else {
        continue
      }
      cursors.append(try PostingCursor(info, in: parts.postings))
    }
    return cursors
  }

  /// The norms of a text field; nil where the segment does not have it.
  func norms(_ name: String) -> NormsReader? {
    segment.parts(of: name)?.postings.norms
  }

  private func termExecutor(
    _ term: PlanTerm, _ scorer: TermScorer?
  ) throws(IndexError) -> any WindowExecutor {
    guard let cursor = try cursors([term]).first else { return AllExecutor(documentCount: 0) }
    return TermExecutor(cursor, scorer: scorer)
  }

  private func disjunction(
    _ required: ExecutionPlan?, _ optional: [ExecutionPlan], minimum: Int, isScored: Bool
  ) throws(IndexError) -> any WindowExecutor {
    var first: (any WindowExecutor)? = nil
    if let required {
      first = try executor(for: required, isScored: isScored)
      // What need not match and adds no score says nothing.
      if let first, minimum == 0, !isScored { return first }
    }
    var executors: [any WindowExecutor] = []
    for plan in optional { executors.append(try executor(for: plan, isScored: isScored)) }
    return DisjunctionExecutor(
      required: first, optional: executors, minimum: minimum, isScored: isScored)
  }

  /// The executor of a plan that has no score of its own.
  private func finder(_ plan: ExecutionPlan) throws(IndexError) -> any WindowExecutor {
    let documentCount = segment.documentCount
    let nothing = AllExecutor(documentCount: 0)
    switch plan {
    case .all:
      return AllExecutor(documentCount: documentCount)
    case .termSet(let set):
      guard let lists = segment.parts(of: set.field)?.postings else { return nothing }
      return TermSetExecutor(set.infos[number], in: lists)
    case .range(let name, let range):
      guard let field = segment.field(name), field.kind == .number,
        let column = try segment.numbers(of: field)
      else { return nothing }
      guard range.overlaps(column.min...column.max) else { return nothing }
      return RangeExecutor(column, range: range, documentCount: documentCount)
    case .exists(let name):
      guard let field = segment.field(name) else { return nothing }
      switch field.kind {
      case .text:
        return nothing
      case .number:
        guard let column = try segment.numbers(of: field) else { return nothing }
        return NumberExistsExecutor(column, documentCount: documentCount)
      case .tag:
        guard let column = try segment.tags(of: field) else { return nothing }
        return TagExistsExecutor(column, documentCount: documentCount)
      }
    case .none, .term, .synonyms, .phrase, .conjunction, .disjunction, .best, .exclusion,
      .constant, .demotion:
      preconditionFailure("a plan with a score of its own")
    }
  }
}
