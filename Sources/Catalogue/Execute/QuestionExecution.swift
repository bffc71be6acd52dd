internal import Records
internal import SearchIndex
internal import TextAnalysis

/// Runs one plan against one index generation and gathers the answer.
struct QuestionExecution {
  let reader: IndexReader
  let data: QuestionData
  let request: SearchRequest
  let plan: QueryPlan
  let options: SearchOptions

  /// The answer to `request`, which was read as `understanding`.
  func answer(_ understanding: Understanding) throws(IndexError) -> Answer {
    var answer = Answer()
    answer.generation = reader.generation
    answer.offset = request.offset
    answer.understood = understanding.filters
    answer.remainingText = understanding.remainingText
    answer.also = plan.also
    answer.warnings += plan.unknownTerms.map { .notUnderstood(filter: $0) }

    var isRelaxed = false
    var top = try search(relaxed: false)
    if top.total == 0, plan.relaxedText != nil {
      let relaxed = try search(relaxed: true)
      if relaxed.total > 0 {
        top = relaxed
        isRelaxed = true
      }
    }
    answer.isRelaxed = isRelaxed
    answer.total = top.total
    if top.isCut { answer.warnings.append(.expansionsCut(limit: options.expansionsMax)) }
    let query = plan.query(relaxed: isRelaxed)
    let shown = Array(top.hits.dropFirst(request.offset).enumerated())
    for (index, hit) in shown {
      answer.hits.append(try self.hit(hit, rank: request.offset + index + 1, query))
    }
    answer.facets = try request.facets.map { facet throws(IndexError) in
      try self.facet(facet, relaxed: isRelaxed)
    }
    if request.groupsWorks {
      answer.groups = try reader.facets(
        plan.query(relaxed: isRelaxed, scored: false), field: Facet.work.rawValue, options: options
      ).count
    }
    if plan.asksAge {
      answer.leftOutNoAge = try reader.count(
        plan.withoutAge(relaxed: isRelaxed), options: options)
    }
    if top.total == 0 { answer.without = try withoutEach() }
    if request.explains { answer.plan = describe(query) }
    return answer
  }

  /// The query that answers, with all words or, where nothing has them all, with some; and its total.
  func settled() throws(IndexError) -> (query: Query, total: Int) {
    let all = plan.query(scored: false)
    let total = try reader.count(all, options: options)
    guard total == 0, plan.relaxedText != nil else { return (all, total) }
    let some = plan.query(relaxed: true, scored: false)
    return (some, try reader.count(some, options: options))
  }

  /// How many documents pass the filters and, where `text` is given, have it in the place of the plan's.
  func total(filteredOnly text: Query?) throws(IndexError) -> Int {
    var less = plan
    less.text = text
    less.relaxedText = nil
    return try reader.count(less.query(scored: false), options: options)
  }

  /// How many documents have all the words, or, where `relaxed`, some of them.
  func total(relaxed: Bool) throws(IndexError) -> Int {
    try reader.count(plan.query(relaxed: relaxed, scored: false), options: options)
  }

  /// How many documents of `query` have each value of `facet`.
  func counts(_ query: Query, of facet: Facet) throws(IndexError) -> [FacetCount] {
    try reader.facets(query, field: facet.rawValue, options: options)
  }

  private func search(relaxed: Bool) throws(IndexError) -> TopDocs {
    try reader.search(
      plan.query(relaxed: relaxed), top: request.offset + request.limit, sort: sortKeys,
      options: options)
  }

  /// By what was asked; else by score, or by fit and then the newest; always by id in the end.
  var sortKeys: [SortKey] {
    var keys: [SortKey] = request.sort.map { field in
      switch field.name {
      case .score: .score
      case .published: .number(field: ResourceSchema.published, descending: field.descending)
      case .age: .number(field: ResourceSchema.ageMin, descending: field.descending)
      case .id: .tag(field: ResourceSchema.id, descending: field.descending)
      case .title:
        .tag(
          field: ResourceSchema.physical(ResourceSchema.titleKey, request.wording.rawValue),
          descending: field.descending)
      }
    }
    if keys.isEmpty {
      keys = [.score]
      if plan.text == nil {
        keys.append(.number(field: ResourceSchema.published, descending: true))
      }
    }
    return keys + [.tag(field: ResourceSchema.id, descending: false)]
  }

  private func hit(
    _ hit: TopDocs.Hit, rank: Int, _ query: Query
  ) throws(IndexError) -> Hit {
    let stored = try reader.stored(hit)
    let found = try StoredResource.read(stored.stored)
    let resource = found.resource
    return Hit(
      rank: rank, resource: resource, score: hit.score, link: found.link,
      snippets: request.highlights ? Passages(plan: plan, data: data).snippets(of: resource) : [],
      sisters: try Sisters(reader: reader).of(resource),
      explanation: request.explains ? try reader.explain(query, hit).lines : [])
  }

  /// A facet's counts, its own filter left out and all others obeyed.
  private func facet(_ facet: Facet, relaxed: Bool) throws(IndexError) -> FacetAnswer {
    let query = plan.query(relaxed: relaxed, scored: false) { $0.facet == facet }
    let counts = try reader.facets(query, field: facet.rawValue, options: options)
    let values = counts.map {
      FacetValueCount(value: $0.value, label: data.labels.label(facet, $0.value), count: $0.count)
    }
    return FacetAnswer(
      facet: facet, values: Array(inOrder(values).prefix(request.facetLimit)))
  }

  /// The commonest first; of equally common ones by label in the order of the request's language.
  private func inOrder(_ values: [FacetValueCount]) -> [FacetValueCount] {
    // A facet with as many values as there are records is no list to be read.
    guard values.count <= Self.orderedMax else { return values }
    let language = request.wording
    let byLabel = Collation.order(for: language.rawValue).sorted(values) {
      $0.label.text(in: language) ?? $0.value
    }
    // Stable: equal counts stay in the order of their labels.
    return byLabel.enumerated().sorted { left, right in
      left.element.count == right.element.count
        ? left.offset < right.offset : left.element.count > right.element.count
    }.map(\.element)
  }

  /// The most values of a facet that are put in order of their labels; more stay in byte order.
  private static let orderedMax = 1_000

  /// For each filter, how many there would be without it; those that change nothing are left out.
  private func withoutEach() throws(IndexError) -> [WithoutFilter] {
    var result: [WithoutFilter] = []
    for (index, filter) in plan.filters.enumerated() {
      var less = plan
      less.filters.remove(at: index)
      // An age filter and whose age it is stand and fall together.
      if filter.isAge, filter.facet == nil { less.filters.removeAll(where: \.isAge) }
      let total = try reader.count(less.query(scored: false), options: options)
      if total > 0 { result.append(WithoutFilter(filter: filter.name, total: total)) }
    }
    if plan.text != nil, !plan.filters.isEmpty, result.isEmpty {
      let total = try total(filteredOnly: nil)
      if total > 0 { result.append(WithoutFilter(filter: "text", total: total)) }
    }
    return result
  }

  private func describe(_ query: Query) -> [String] {
    var lines = plan.filters.map { "filter \($0.name)" }
    lines += plan.also.map { "also \($0.name) as \"\($0.phrase)\"" }
    lines.append("query \(PlanText.describe(query))")
    return lines
  }
}
