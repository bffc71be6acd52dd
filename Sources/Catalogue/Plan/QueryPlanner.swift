internal import Records
internal import SearchIndex
internal import TextAnalysis

/// From a request and what was understood of it to a ``QueryPlan``.
struct QueryPlanner {
  /// How much a word in the title adds to the same word anywhere.
  static let titleBoost: Float = 0.5
  /// How much the fit of ages and audience adds where there is text to rank by.
  static let fitBesideText: Float = 0.1

  /// How much a term of the question counts where only its like in the other language is there: so
  /// little that the rarest counts less than any word in the question's own words.
  static let otherLanguage: Float = 0.02
  /// How far the words of such a phrase may be out of place: *cam-drin plant yn rhywiol* is
  /// *cam-drin rhywiol*.
  static let otherLanguageSlop = 2

  let labels: Labels
  let alternatives: LanguageAlternatives
  /// The works that have versions in each of several languages.
  var works: ([String]) -> [String] = { _ in [] }
  /// The terms of the field; nil where they are not asked for.
  var terms: CrossLanguage?
  /// Whether a link of the index leads nowhere.
  var hasBrokenLinks = false

  /// Plans `request`, whose text was read as `understanding`.
  func plan(_ request: SearchRequest, _ understanding: Understanding) -> QueryPlan {
    var plan = QueryPlan()
    let fields = request.textFields.isEmpty ? [nil] : request.textFields.map(Optional.some)
    var ages = request.ages + understanding.ages
    let asked = lift(understanding.tree, into: &plan, ages: &ages)
    let found = (terms?.found(in: asked.clauses, of: request.text) ?? []).compactMap {
      inOther($0, fields)
    }
    plan.also = found.flatMap(\.also)
    plan.unknownTerms = terms?.unknownNames(in: asked.clauses, of: request.text) ?? []
    let (text, relaxed) = sequence(asked.clauses, fields, found)
    plan.text = text
    plan.relaxedText = relaxed
    if request.highlights {
      plan.marked = marked(asked.clauses, fields)
      if !found.isEmpty { plan.markedInOther = .or(found.map(\.query)) }
    }
    plan.excluded += asked.excluded.compactMap { query($0, fields) }

    var filters = request.filters + asked.filters
    add(.kind, understanding.kinds, &filters)
    add(.accessibility, understanding.accessibility, &filters)
    if understanding.audienceUse == .filter { add(.audience, understanding.audiences, &filters) }
    plan.filters += filters.map { FacetFilters.facet($0, labels) }
    let languages = understanding.languagePhrases
    if !languages.isEmpty {
      plan.filters.append(FacetFilters.languages(languages, labels, works: works))
    }
    plan.filters += understanding.published.compactMap { text in
      DateExpression.range(text).map { FacetFilters.published($0, name: text) }
    }
    plan.excluded += understanding.excluded.compactMap(excluded)
    if let days = request.published { plan.filters.append(FacetFilters.published(days)) }

    if !ages.isEmpty {
      plan.filters.append(FacetFilters.ages(ages))
      let asksAgeOf = filters.contains { $0.facet == .ageOf }
      let audiences = filters.filter { $0.facet == .audience }.flatMap(\.values)
      let scope = request.ageOf ?? asked.ageOf ?? Readers.scope(audiences)
      if !asksAgeOf, let filter = FacetFilters.ageOf(scope) { plan.filters.append(filter) }
    } else if let filter = (request.ageOf ?? asked.ageOf).flatMap(FacetFilters.ageOf) {
      plan.filters.append(filter)
    }
    plan.boosts = boosts(ages, understanding, hasText: text != nil)
    if text == nil, plan.filters.isEmpty, plan.excluded.isEmpty, !asked.clauses.isEmpty {
      // Marks without a word ask for nothing, not for everything.
      plan.text = Query.none
    }
    if hasBrokenLinks { demoteBrokenLinks(&plan) }
    return plan
  }

  /// Puts resources whose link leads nowhere after those that answer as well.
  ///
  /// Without text the score is the fit, a whole number, and what is not broken gets a half more.
  private func demoteBrokenLinks(_ plan: inout QueryPlan) {
    let broken = Query.tags(field: Facet.link.rawValue, ResourceSchema.brokenLinks)
    plan.demoted = broken
    if plan.text == nil {
      plan.boosts.append(
        .constant(.boolean(BooleanQuery(filter: [.all], mustNot: [broken])), score: 0.5))
    }
  }

  private func add(_ facet: Facet, _ values: [String], _ filters: inout [FacetFilter]) {
    if !values.isEmpty { filters.append(FacetFilter(facet, values)) }
  }

  /// What an understood exclusion keeps out.
  private func excluded(_ filter: UnderstoodFilter) -> Query? {
    if filter.facet == "age" { return AgeRange(filter.value).map(FacetFilters.overlap) }
    return Facet(name: filter.facet).map {
      FacetFilters.facet(FacetFilter($0, [filter.value]), labels).query
    }
  }

  private func boosts(
    _ ages: [AgeRange], _ understanding: Understanding, hasText: Bool
  ) -> [Query] {
    var boosts = ages.flatMap(FacetFilters.fit)
    if understanding.audienceUse == .order, !understanding.audiences.isEmpty {
      boosts.append(
        .constant(.tags(field: Facet.audience.rawValue, understanding.audiences), score: 1))
    }
    return hasText ? boosts.map { .boosted($0, by: Self.fitBesideText) } : boosts
  }

  /// The clauses of a text with its filters lifted out.
  private struct Lifted {
    var clauses: [QueryTree.Clause] = []
    var excluded: [QueryTree] = []
    var filters: [FacetFilter] = []
    var ageOf: AgeScope?
  }

  /// Takes the filters at the top of the tree out of it, so that each can be left out by itself.
  private func lift(
    _ tree: QueryTree, into plan: inout QueryPlan, ages: inout [AgeRange]
  ) -> Lifted {
    var lifted = Lifted()
    guard case .sequence(let clauses) = tree else {
      lifted.clauses = [QueryTree.Clause(.wanted, tree, at: 0..<0)]
      return lifted
    }
    for clause in clauses {
      switch (clause.sign, clause.tree) {
      case (.excluded, _): lifted.excluded.append(clause.tree)
      case (.optional, _): lifted.clauses.append(clause)
      case (_, .facet(let filter)): lifted.filters.append(filter)
      case (_, .age(let range)): ages.append(range)
      case (_, .ageOf(let scope)): lifted.ageOf = scope
      case (_, .published(let days)): plan.filters.append(FacetFilters.published(days))
      case (_, .number(let field, let range)):
        plan.filters.append(FacetFilters.number(field, range))
      case (_, .or(let alternatives)) where Self.areAges(alternatives):
        for case .age(let range) in alternatives { ages.append(range) }
      default: lifted.clauses.append(clause)
      }
    }
    return lifted
  }

  private static func areAges(_ trees: [QueryTree]) -> Bool {
    trees.allSatisfy { if case .age = $0 { true } else { false } }
  }

  /// What the clauses of a text ask for.
  private struct Asked {
    var needed: [Query] = []
    /// What is wanted; where a term of the field counts in the other language too, in both forms: with
    /// all of its words, and with some of them.
    var wanted: [(all: Query, some: Query)] = []
    var wantedWords = 0
    var optional: [Query] = []
    /// What only orders, whatever else there is.
    var liked: [Query] = []
    /// What must match and says nothing of how well.
    var filters: [Query] = []
    var excluded: [Query] = []
  }

  /// Clauses side by side: all of them, and, for want of that, some of them.
  func sequence(
    _ clauses: [QueryTree.Clause], _ fields: [TextField?], _ terms: [InOther] = []
  ) -> (all: Query?, some: Query?) {
    var asked = asked(clauses, fields, terms)
    // Nothing but stop words: then they are what is searched for.
    if asked.needed.isEmpty, asked.wanted.isEmpty {
      asked.wanted = asked.optional.map { ($0, $0) }
      asked.wantedWords = asked.wanted.count
      asked.optional = []
    }
    let filters = asked.filters
    let isAnyRequired = !asked.needed.isEmpty || !asked.wanted.isEmpty || !filters.isEmpty
    guard isAnyRequired || !asked.excluded.isEmpty || !asked.liked.isEmpty else {
      return (nil, nil)
    }
    if !isAnyRequired { asked.needed = [.all] }
    let (needed, excluded) = (asked.needed, asked.excluded)
    let all = Query.boolean(
      BooleanQuery(
        must: needed + asked.wanted.map(\.all), should: asked.optional + asked.liked,
        filter: filters, mustNot: excluded, minimumShould: 0))
    guard asked.wantedWords > 1 || (asked.wantedWords == 1 && !needed.isEmpty) else {
      return (all, nil)
    }
    let some = Query.boolean(
      BooleanQuery(
        must: needed, should: asked.wanted.map(\.some), filter: filters, mustNot: excluded,
        minimumShould: needed.isEmpty ? 1 : 0))
    return (all, some)
  }

  private func asked(
    _ clauses: [QueryTree.Clause], _ fields: [TextField?], _ terms: [InOther]
  ) -> Asked {
    var asked = Asked()
    var index = 0
    while index < clauses.count {
      let clause = clauses[index]
      if let term = terms.first(where: { $0.clauses.lowerBound == index }) {
        let other = term.query
        let own = self.asked(Array(clauses[term.clauses]), fields, [])
        let words = own.wanted.isEmpty ? own.optional : own.wanted.map(\.all)
        let all = Query.boolean(
          BooleanQuery(
            must: words, should: own.wanted.isEmpty ? [] : own.optional, minimumShould: 0))
        if words.isEmpty {
          asked.wanted.append((other, other))
        } else {
          asked.wanted.append((.best([all, other]), .best([.or(words), other])))
        }
        asked.wantedWords += max(words.count, 1)
        index = term.clauses.upperBound
        continue
      }
      index += 1
      guard let query = query(clause.tree, fields) else { continue }
      switch clause.sign {
      case .needed where Self.isFilter(clause.tree): asked.filters.append(query)
      case .needed: asked.needed.append(query)
      case .optional: asked.liked.append(query)
      case .excluded: asked.excluded.append(query)
      case .wanted:
        if case .word(let word) = clause.tree, alternatives.isStopWord(word) {
          asked.optional.append(query)
        } else {
          asked.wanted.append((query, query))
          asked.wantedWords += 1
        }
      }
    }
    return asked
  }

  /// A term of the question as it is searched for in other words.
  struct InOther {
    /// The clauses that are the term.
    var clauses: Range<Int>
    /// Documents that have it in other words.
    var query: Query
    /// What the answer says of it.
    var also: [AlsoSearched]
  }

  /// `term` in the other words that the index has a language for; nil where it has none.
  private func inOther(_ term: CrossLanguage.Found, _ fields: [TextField?]) -> InOther? {
    let searched = term.others.compactMap { other in
      inFields(fields) {
        alternatives.limited(to: other.language)
          .query(other.also.phrase, slop: Self.otherLanguageSlop, in: $0)
      }.map { (query: $0, also: other.also) }
    }
    guard !searched.isEmpty else { return nil }
    return InOther(
      clauses: term.clauses,
      query: .boosted(.best(searched.map(\.query)), by: Self.otherLanguage),
      also: searched.map(\.also))
  }

  /// The words to mark in passages: all but small ones, unless there are no others.
  private func marked(_ clauses: [QueryTree.Clause], _ fields: [TextField?]) -> Query? {
    let wanted = clauses.filter { $0.sign != .excluded }
    let large = wanted.filter {
      if case .word(let word) = $0.tree { !alternatives.isStopWord(word) } else { true }
    }
    let queries = (large.isEmpty ? wanted : large).compactMap { query($0.tree, fields) }
    return queries.isEmpty ? nil : .or(queries)
  }
}
