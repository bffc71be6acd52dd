/// Turns a query into an ``ExecutionPlan`` for one reader.
///
/// Everything that a score depends on is settled here, over the whole reader, so that segments only
/// look things up: document frequencies, mean lengths, the terms of prefixes and fuzzy terms.
struct QueryPlanner {
  /// The largest product of boosts; keeps every sum of scores finite.
  private static let boostMax: Float = 1e24

  private let segments: [Segment]
  private let options: SearchOptions
  private let deadline: Deadline
  private let rankings: [String: FieldRanking]
  private var expandedTerms = 0
  /// Whether a prefix or fuzzy term stood for more terms than allowed.
  private(set) var isCut = false

  init(
    segments: [Segment], rankings: [String: FieldRanking], options: SearchOptions
  ) {
    self.segments = segments
    self.rankings = rankings
    self.options = options
    deadline = Deadline(options.deadline)
  }

  /// Plans `query`; refuses it where it goes past a limit.
  mutating func plan(_ query: Query) throws(IndexError) -> ExecutionPlan {
    try QueryLimits.check(query, options)
    try deadline.check()
    return try plan(query, boost: 1)
  }

  /// Recursive; `QueryLimits` has bounded the depth.
  private mutating func plan(_ query: Query, boost: Float) throws(IndexError) -> ExecutionPlan {
    switch query {
    case .all:
      return .all
    case .none:
      return .none
    case .term(let term):
      return try planTerm(lookUp(term), boost: boost)
    case .synonyms(let terms):
      return try planSynonyms(terms, boost: boost)
    case .phrase(let phrase):
      return try planPhrase(phrase, boost: boost)
    case .phrases(let phrases):
      return try planPhrases(phrases, boost: boost)
    case .best(let queries):
      return try planBest(queries, boost: boost)
    case .prefix(let term):
      return try planPrefix(term, boost: boost)
    case .fuzzy(let term, let distance, let prefixLength):
      return try planFuzzy(
        term, distance: distance, prefixLength: prefixLength, boost: boost)
    case .range(let field, let range):
      return .range(field: field, range)
    case .tags(let field, let values):
      return try planTags(field, values)
    case .exists(let field):
      return .exists(field: field)
    case .boolean(let boolean):
      return try planBoolean(boolean, boost: boost)
    case .boosted(let inner, let factor):
      return try plan(inner, boost: Self.product(boost, factor))
    case .constant(let inner, let score):
      let plan = try plan(inner, boost: 1).withoutScores
      return plan.isNone ? .none : .constant(plan, score: Self.product(boost, score))
    case .demoted(let inner, let by, let factor):
      precondition((0...1).contains(factor), "a demotion is by 0 to 1")
      let plan = try plan(inner, boost: boost)
      let demoted = try self.plan(by, boost: 1)
      return plan.isNone || demoted.isNone ? plan : .demotion(plan, by: demoted, factor: factor)
    }
  }

  // MARK: Terms

  private func planTerm(_ term: PlanTerm, boost: Float) -> ExecutionPlan {
    guard term.documentFrequency > 0 else { return .none }
    let idf = BM25.idf(
      documentFrequency: term.documentFrequency,
      documentCount: statistics(term.field).documentCount)
    return .term(term, scorer(field: term.field, idf: idf, boost: boost))
  }

  private mutating func planSynonyms(
    _ terms: [FieldTerm], boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    let found = try lookUp(distinct: terms)
    guard !found.isEmpty else { return .none }
    let idf = BM25.idf(
      documentFrequency: Self.documentFrequency(of: found),
      documentCount: documentCount(of: terms.map(\.field)))
    var plans: [ExecutionPlan] = []
    for field in Self.distinct(found.map(\.field)) {
      let own = found.filter { $0.field == field }
      let scorer = scorer(field: field, idf: idf, boost: boost)
      plans.append(
        own.count == 1 ? .term(own[0], scorer) : .synonyms(own, field: field, scorer))
    }
    return plans.count == 1 ? plans[0] : .best(plans)
  }

  private mutating func planPhrases(
    _ phrases: [Phrase], boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    let documentCount = documentCount(of: phrases.map(\.field))
    var found: [(phrase: PlanPhrase, idf: Double)] = []
    for phrase in phrases {
      if let plan = try lookUp(phrase, documentCount: documentCount) { found.append(plan) }
    }
    guard let idf = found.map(\.idf).min() else { return .none }
    let plans = found.map { plan(of: $0.phrase, idf: Float(idf), boost: boost) }
    return plans.count == 1 ? plans[0] : .best(plans)
  }

  private mutating func planPhrase(
    _ phrase: Phrase, boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    let documentCount = statistics(phrase.field).documentCount
    guard let found = try lookUp(phrase, documentCount: documentCount) else { return .none }
    return plan(of: found.phrase, idf: Float(found.idf), boost: boost)
  }

  /// The phrase's words looked up, and the sum of their idfs; nil where one is nowhere.
  private mutating func lookUp(
    _ phrase: Phrase, documentCount: Int
  ) throws(IndexError) -> (phrase: PlanPhrase, idf: Double)? {
    guard !phrase.words.isEmpty, statistics(phrase.field).hasNorms else { return nil }
    var words: [(place: Int, terms: [PlanTerm])] = []
    var idf: Double = 0
    for word in phrase.words {
      precondition((0...Int(Int32.max)).contains(word.place), "a phrase's places are 0, 1, 2 …")
      let terms = try lookUp(distinct: word.terms.map { FieldTerm(phrase.field, $0) })
      guard !terms.isEmpty else { return nil }
      words.append((word.place, terms))
      // A word's idf is that of its commonest term, as for synonyms; a phrase's is their sum, as in
      // Lucene.
      let frequency = Self.documentFrequency(of: terms)
      idf += Double(BM25.idf(documentFrequency: frequency, documentCount: documentCount))
    }
    let found = PlanPhrase(
      field: phrase.field, words: words, slop: max(phrase.slop, 0), isOrdered: phrase.isOrdered)
    return (found, idf)
  }

  private mutating func plan(of phrase: PlanPhrase, idf: Float, boost: Float) -> ExecutionPlan {
    let scorer = scorer(field: phrase.field, idf: idf, boost: boost)
    if phrase.words.count == 1, phrase.words[0].terms.count == 1 {
      return .term(phrase.words[0].terms[0], scorer)
    }
    return .phrase(phrase, scorer)
  }

  private mutating func planBest(
    _ queries: [Query], boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    var plans: [ExecutionPlan] = []
    for query in queries {
      let plan = try plan(query, boost: boost)
      if !plan.isNone { plans.append(plan) }
    }
    switch plans.count {
    case 0: return .none
    case 1: return plans[0]
    default: return .best(plans)
    }
  }

  private func planTags(_ field: String, _ values: [String]) throws(IndexError) -> ExecutionPlan {
    guard segments.contains(where: { $0.field(field)?.kind == .tag }) else { return .none }
    let terms = try lookUp(distinct: values.map { FieldTerm(field, $0) })
    return terms.isEmpty ? .none : .termSet(PlanTermSet(terms))
  }

  // MARK: Terms that stand for several

  private mutating func planPrefix(
    _ prefix: FieldTerm, boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    let scan = PrefixScan(segments: segments, deadline: deadline)
    if segments.count == 1 {
      let found = try scan.infos(
        startingWith: prefix.term, field: prefix.field, limit: options.expansionsMax)
      try note(found.infos.count, isCut: found.isCut)
      guard !found.infos.isEmpty else { return .none }
      let set = PlanTermSet(field: prefix.field, prefix: prefix.term, infos: found.infos)
      return .constant(.termSet(set), score: boost)
    }
    let found = try scan.terms(
      startingWith: prefix.term, field: prefix.field, limit: options.expansionsMax)
    try note(found.terms.count, isCut: found.isCut)
    return found.terms.isEmpty ? .none : .constant(.termSet(PlanTermSet(found.terms)), score: boost)
  }

  private mutating func planFuzzy(
    _ term: FieldTerm, distance: Int, prefixLength: Int, boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    guard distance <= LevenshteinAutomaton.distanceMax else {
      throw .tooComplex(what: "fuzzy distance", limit: LevenshteinAutomaton.distanceMax)
    }
    let scan = FuzzyScan(segments: segments, deadline: deadline)
    let found = try scan.terms(
      near: term, distance: distance, prefixLength: prefixLength, limit: options.expansionsMax)
    try note(found.terms.count, isCut: found.isCut)
    let plans = found.terms.map { planTerm($0.term, boost: boost * $0.similarity) }
    switch plans.count {
    case 0: return .none
    case 1: return plans[0]
    default: return .disjunction(required: nil, optional: plans, minimum: 1)
    }
  }

  private mutating func note(_ count: Int, isCut cut: Bool) throws(IndexError) {
    expandedTerms += count
    if cut { isCut = true }
    guard expandedTerms <= options.termsMax else {
      throw .tooComplex(what: "terms", limit: options.termsMax)
    }
  }

  // MARK: Combinations

  private mutating func planBoolean(
    _ boolean: BooleanQuery, boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    let isAnyRequired = !boolean.must.isEmpty || !boolean.filter.isEmpty
    guard isAnyRequired || !boolean.should.isEmpty else { return .none }
    let minimum = max(boolean.minimumShould ?? (isAnyRequired ? 0 : 1), 0)

    var required: ExecutionPlan? = nil
    if isAnyRequired {
      required = try planRequired(boolean, boost: boost)
    } else if minimum == 0 {
      required = .all
    }
    if let required, required.isNone { return .none }

    var optional: [ExecutionPlan] = []
    for clause in boolean.should {
      let plan = try plan(clause, boost: boost)
      if !plan.isNone { optional.append(plan) }
    }
    guard optional.count >= minimum else { return .none }

    var excluded: [ExecutionPlan] = []
    for clause in boolean.mustNot {
      let plan = try plan(clause, boost: 1)
      if !plan.isNone { excluded.append(plan) }
    }
    // Excluding comes before the optional clauses where it can, for their scores cost more.
    if let plan = required {
      let rest = excluded.isEmpty ? plan : .exclusion(plan, excluded: excluded)
      if optional.isEmpty { return rest }
      return .disjunction(required: rest, optional: optional, minimum: minimum)
    }
    let plan =
      optional.count == 1
      ? optional[0] : .disjunction(required: nil, optional: optional, minimum: minimum)
    return excluded.isEmpty ? plan : .exclusion(plan, excluded: excluded)
  }

  private mutating func planRequired(
    _ boolean: BooleanQuery, boost: Float
  ) throws(IndexError) -> ExecutionPlan {
    var clauses: [(plan: ExecutionPlan, isScored: Bool)] = []
    for clause in boolean.must {
      let plan = try plan(clause, boost: boost)
      if plan.isNone { return .none }
      clauses.append((plan, true))
    }
    for clause in boolean.filter {
      let plan = try plan(clause, boost: 1)
      if plan.isNone { return .none }
      clauses.append((plan, false))
    }
    if clauses.count == 1, clauses[0].isScored { return clauses[0].plan }
    let plan = ExecutionPlan.conjunction(clauses)
    return boolean.must.isEmpty ? .constant(plan, score: 0) : plan
  }

  // MARK: Lookups and weights

  private func lookUp(_ term: FieldTerm) throws(IndexError) -> PlanTerm {
    var infos = SegmentInfos()
    for segment in segments {
      infos.append(try segment.parts(of: term.field)?.dictionary.find(term.term))
    }
    return PlanTerm(field: term.field, term: term.term, infos: infos)
  }

  /// Those of `terms` that the reader has, in order, each once.
  private func lookUp(distinct terms: [FieldTerm]) throws(IndexError) -> [PlanTerm] {
    // Mostly there is one.
    if terms.count == 1 {
      let term = try lookUp(terms[0])
      return term.documentFrequency > 0 ? [term] : []
    }
    var seen: Set<FieldTerm> = []
    var found: [PlanTerm] = []
    for term in terms where seen.insert(term).inserted {
      let planTerm = try lookUp(term)
      if planTerm.documentFrequency > 0 { found.append(planTerm) }
    }
    return found
  }

  /// The document frequency of terms that are taken as one: the largest.
  private static func documentFrequency(of terms: [PlanTerm]) -> Int {
    terms.reduce(0) { max($0, $1.documentFrequency) }
  }

  /// The document count of fields that are taken as one: the largest.
  private func documentCount(of fields: [String]) -> Int {
    var count = 0
    for field in Self.distinct(fields) { count = max(count, statistics(field).documentCount) }
    return count
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func scorer(field: String, idf: Float, boost: Float) -> TermScorer {
    let ranking = rankings[field] ?? .none
    return TermScorer(
      boost: boost, idf: idf, averageLength: ranking.statistics.averageLength,
      normInverses: ranking.normInverses)
  }

  private func statistics(_ field: String) -> FieldStatistics {
    (rankings[field] ?? .none).statistics
  }

  /// - Precondition: `factor` is a number and not negative: ranking by less than nothing, or by no
  ///   number, is a caller's mistake.
  private static func product(_ boost: Float, _ factor: Float) -> Float {
    precondition(factor >= 0, "a boost or constant score is at least 0")
    return min(boost * factor, boostMax)
  }
}
