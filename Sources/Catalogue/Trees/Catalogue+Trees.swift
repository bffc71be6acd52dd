internal import Records
internal import SearchIndex
internal import TextAnalysis

extension Catalogue {
  /// Answers a search by a ready-made tree, with the plan and the order of any other search.
  ///
  /// `start` is when it was asked: from then its time runs.
  public func find(
    _ search: TreeSearch, start: ContinuousClock.Instant = .now
  ) throws(CatalogueError) -> TreeAnswer {
    let execution = try execution(search, start)
    return try wrap { () throws(IndexError) in try execution.found(search) }
  }

  /// How many resources a tree finds.
  public func count(
    _ search: TreeSearch, start: ContinuousClock.Instant = .now
  ) throws(CatalogueError) -> Int {
    let execution = try execution(search, start)
    return try wrap { () throws(IndexError) in try execution.total(relaxed: false) }
  }

  /// How many of the resources that a tree finds have each value of `facet`, the commonest first, and how
  /// many have none.
  public func counts(
    _ search: TreeSearch, of facet: Facet, start: ContinuousClock.Instant = .now
  ) throws(CatalogueError) -> (values: [(value: String, count: Int)], without: Int) {
    let execution = try execution(search, start)
    let query = execution.plan.query(scored: false)
    let without = Query.boolean(
      BooleanQuery(filter: [query], mustNot: [.exists(field: facet.rawValue)]))
    return try wrap { () throws(IndexError) in
      (
        try execution.counts(query, of: facet).map { ($0.value, $0.count) },
        try reader.count(without, options: execution.options)
      )
    }
  }

  /// Calls `body` with each record that a tree finds, in no order: as many are read as there are.
  public func forEachRecord(
    _ search: TreeSearch, start: ContinuousClock.Instant = .now, _ body: (FoundRecord) -> Void
  ) throws(CatalogueError) {
    let execution = try execution(search, start)
    try wrap { () throws(IndexError) in
      try reader.forEachStored(
        execution.plan.query(scored: false), options: execution.options
      ) { stored throws(IndexError) in
        let found = try StoredResource.read(stored.stored)
        body(FoundRecord(resource: found.resource, link: found.link))
      }
    }
  }

  /// Calls `body` with what the index's columns hold of each resource that a tree finds, in no order.
  public func forEachRow(
    _ search: TreeSearch, columns: [RecordColumn], start: ContinuousClock.Instant = .now,
    _ body: ([RecordColumn.Value]) -> Void
  ) throws(CatalogueError) {
    let execution = try execution(search, start)
    try wrap { () throws(IndexError) in
      try reader.forEachRow(
        execution.plan.query(scored: false), columns: columns.map(\.field),
        options: execution.options
      ) { row in
        body(row.map(RecordColumn.Value.init))
      }
    }
  }

  /// The engine's query for a tree, line by line.
  public func explain(_ search: TreeSearch) throws(CatalogueError) -> [String] {
    let plan = try execution(search, .now).plan
    return plan.filters.map { "filter \($0.name)" } + ["query \(PlanText.describe(plan.query()))"]
  }

  /// The record called `id`, or nil.
  public func record(_ id: String) throws(CatalogueError) -> FoundRecord? {
    try wrap { () throws(IndexError) -> FoundRecord? in
      guard let stored = try reader.document(key: id) else { return nil }
      let found = try StoredResource.read(stored.stored)
      return FoundRecord(resource: found.resource, link: found.link)
    }
  }

  private func execution(
    _ search: TreeSearch, _ start: ContinuousClock.Instant
  ) throws(CatalogueError) -> QuestionExecution {
    var request = SearchRequest()
    request.isLiteral = true
    request.textFields = search.textFields
    request.highlights = search.marksWords
    request.offset = search.offset
    request.limit = search.limit
    request.timeoutMilliseconds = search.timeoutMilliseconds
    try check(request)
    let options = SearchOptions(
      deadline: start.advanced(by: .milliseconds(search.timeoutMilliseconds)),
      clausesMax: Self.engineClausesMax)
    var alternatives = alternatives(in: search.languages)
    alternatives.fuzzyPrefixLength = 0
    let planner = QueryPlanner(
      labels: questions.labels, alternatives: alternatives,
      hasBrokenLinks: try wrap { () throws(IndexError) in try hasBrokenLinks() })
    var understanding = Understanding()
    understanding.tree = try expanded(
      search.tree, fuzzyPrefixLength: alternatives.fuzzyPrefixLength)
    return QuestionExecution(
      reader: reader, data: questions, request: request,
      plan: planner.plan(request, understanding), options: options)
  }

  private func alternatives(in languages: [String]?) -> LanguageAlternatives {
    guard let languages else { return alternatives }
    let tags = languages.map { Analyzers.analyzer(for: $0).tag } + ["und"]
    return LanguageAlternatives(analyzers: alternatives.analyzers.filter { tags.contains($0.tag) })
  }
}
