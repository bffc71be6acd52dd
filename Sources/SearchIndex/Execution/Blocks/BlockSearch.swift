/// Runs a ``BlockPlan`` over one segment.
struct BlockSearch {
  private let plan: BlockPlan
  private let builder: ExecutorBuilder
  private let filter: SegmentBits?

  /// Prepares to run `plan` over the segment of `builder`.
  init(_ plan: BlockPlan, _ builder: ExecutorBuilder) throws(IndexError) {
    self.plan = plan
    self.builder = builder
    filter = try builder.filter(plan.filters)
  }

  /// Offers the segment's best documents to `top`; how many match, if `countsHits`.
  ///
  /// Counting is a run of its own for unions and for conjunctions of frequent terms, since two that
  /// each leave out what they do not need are quicker than one that may leave nothing out.
  func run(into top: inout some RankedCollector, countsHits: Bool) throws(IndexError) -> Int {
    let number = builder.number
    switch plan.shape {
    case .union(let terms):
      let clauses = try clauses(terms)
      if clauses.count == 1 {
        var run = TermTop(clauses[0])
        try run.run(number, filter: filter, deadline: builder.deadline, into: &top)
      } else if !clauses.isEmpty {
        var run = UnionTop(clauses, builder.segment.scratch.take())
        try run.run(
          number, documentCount: builder.segment.documentCount, filter: filter,
          deadline: builder.deadline, into: &top)
        builder.segment.scratch.give(run.end())
      }
    case .conjunction(let terms):
      let terms = terms.sorted { frequency($0.term) < frequency($1.term) }
      if countsHits, !isDense(terms[0].term) {
        let cursors = try builder.cursors(terms.map(\.term))
        guard cursors.count == terms.count else { return 0 }
        var run = ConjunctionTopCount(cursors, terms.map(\.scorer))
        return try run.run(number, filter: filter, deadline: builder.deadline, into: &top)
      }
      let clauses = try clauses(terms)
      guard clauses.count == terms.count else { return 0 }
      var run = ConjunctionTop(clauses)
      try run.run(number, filter: filter, deadline: builder.deadline, into: &top)
    case .phrase(let phrase, let scorer):
      var run = try phraseRun(phrase, scorer)
      return try run?.run(
        number, filter: filter, deadline: builder.deadline, countsHits: countsHits, into: &top) ?? 0
    case .anyOf(let set, let score):
      guard let parts = builder.segment.parts(of: set.field) else { return 0 }
      if score > top.threshold {
        var run = FirstDocs(limit: top.capacity)
        for docID in try run.find(set.infos[number], in: parts.postings, filter: filter) {
          top.offer(docID, segment: number, score: score)
        }
      }
    }
    return countsHits ? try count() : 0
  }

  /// How many documents match.
  func count() throws(IndexError) -> Int {
    switch plan.shape {
    case .union(let terms):
      return try unionCount(terms.map(\.term))
    case .anyOf(let set, _):
      var bits = try builder.union(set)
      if let filter { bits.formIntersection(filter) }
      return bits.count
    case .conjunction(let terms):
      return try conjunctionCount(terms.map(\.term))
    case .phrase(let phrase, let scorer):
      var run = try phraseRun(phrase, scorer)
      return try run?.count(filter: filter, deadline: builder.deadline) ?? 0
    }
  }

  private func unionCount(_ terms: [PlanTerm]) throws(IndexError) -> Int {
    if terms.count == 1, filter == nil {
      return terms[0].infos[builder.number]?.documentFrequency ?? 0
    }
    var bits = try builder.union(terms)
    if let filter { bits.formIntersection(filter) }
    return bits.count
  }

  private func conjunctionCount(_ terms: [PlanTerm]) throws(IndexError) -> Int {
    let terms = terms.sorted { frequency($0) < frequency($1) }
    let cursors = try builder.cursors(terms)
    guard cursors.count == terms.count else { return 0 }
    if isDense(terms[0]) { return try denseCount(cursors) }
    var walk = ConjunctionWalk(cursors)
    var count = 0
    while try walk.beginRun() {
      try builder.deadline.check()
      try walk.findDocuments()
      if let filter {
        for index in 0..<walk.count where filter.contains(walk.docIDs[index]) { count += 1 }
      } else {
        count += walk.count
      }
      walk.endRun()
    }
    return count
  }

  /// Whether a conjunction whose rarest term this is has so many documents that sets of bits count it
  /// quicker than lists.
  private func isDense(_ rarest: PlanTerm) -> Bool {
    frequency(rarest) * 32 > builder.segment.documentCount
  }

  private func denseCount(_ cursors: [PostingCursor]) throws(IndexError) -> Int {
    var cursors = cursors
    var count = 0
    for base in stride(from: 0, to: builder.segment.documentCount, by: DocBits.size) {
      try builder.deadline.check()
      var all = filter?.window(base) ?? builder.segment.allBits(base: base)
      for list in cursors.indices where !all.isEmpty {
        var bits = DocBits()
        try cursors[list].fill(&bits, base: base, from: base)
        all.formIntersection(bits)
      }
      count += all.count
    }
    return count
  }

  /// The clauses of those of the terms that the segment has.
  private func clauses(
    _ terms: [(term: PlanTerm, scorer: TermScorer)]
  ) throws(IndexError) -> [TermClause] {
    var clauses: [TermClause] = []
    clauses.reserveCapacity(terms.count)
    for (term, scorer) in terms {
      guard let info = term.infos[builder.number],
        let parts = builder.segment.parts(of: term.field)
      else { continue }
      clauses.append(TermClause(try PostingCursor(info, in: parts.postings), scorer))
    }
    return clauses
  }

  /// How many documents have the term.
  ///
  /// Conjunctions look for the rarest first; terms are put in order before they have cursors, which are
  /// large.
  private func frequency(_ term: PlanTerm) -> Int {
    term.infos[builder.number]?.documentFrequency ?? 0
  }

  private func phraseRun(
    _ phrase: PlanPhrase, _ scorer: TermScorer
  ) throws(IndexError) -> PhraseTop? {
    var words: [(place: Int, cursor: PostingCursor)] = []
    for word in phrase.words {
      guard let cursor = try builder.cursors(word.terms).first else { return nil }
      words.append((word.place, cursor))
    }
    return PhraseTop(words, scorer)
  }
}
