extension IndexReader {
  /// The best `top` documents for `query` in the order of `sort`, and how many match in all.
  ///
  /// Documents that are equal by all keys are in order of segment and doc id. A hit's score is that of the
  /// query, whatever the order; with `top` 0 nothing is scored. Where `options` do not ask for the
  /// number of hits, what cannot get among them is not looked at, as far as possible.
  ///
  /// - Throws: `IndexError.tooComplex` or `.timeout` past a limit of `options`, `.corrupt` where the
  ///   index is damaged.
  public func search(
    _ query: Query, top: Int, sort: [SortKey] = [.score], options: SearchOptions = .init()
  ) throws(IndexError) -> TopDocs {
    guard top > 0 else {
      let counted = try counted(query, options)
      return TopDocs(total: counted.total, hits: [], isCut: counted.isCut)
    }
    var planner = QueryPlanner(segments: segments, rankings: rankings, options: options)
    let plan = try planner.plan(query)
    let (hits, total) =
      if sort.first == .score, let blocks = BlockPlan(plan), sort.count == 1 || blocks.offersEquals
      {
        try ranked(blocks, top: top, sort, options)
      } else {
        try scanned(plan, top: top, sort, options)
      }
    return TopDocs(total: total, hits: hits, isCut: planner.isCut)
  }

  /// How many documents match `query`.
  ///
  /// - Throws: as `search`.
  public func count(
    _ query: Query, options: SearchOptions = .init()
  ) throws(IndexError) -> Int {
    try counted(query, options).total
  }

  /// How many of the documents that match `query` have each value of the tag field `field`: every
  /// value that one has, the most frequent first, equals in byte order.
  ///
  /// - Throws: as `search`.
  public func facets(
    _ query: Query, field: String, options: SearchOptions = .init()
  ) throws(IndexError) -> [FacetCount] {
    var planner = QueryPlanner(segments: segments, rankings: rankings, options: options)
    let plan = try planner.plan(query)
    var counts = FacetCounts(field: field)
    var begun = -1
    try forEachWindow(plan, isScored: false, options) {
      (window, segment, base) throws(IndexError) in
      if begun != segment { try counts.begin(segments[segment]) }
      begun = segment
      counts.collect(window, base: base)
    }
    return try counts.values()
  }

  /// Why a document has its score; a document that does not match has the value 0 and says so.
  ///
  /// - Precondition: `hit` is one of this reader's documents.
  /// - Throws: as `search`.
  public func explain(
    _ query: Query, _ hit: TopDocs.Hit, options: SearchOptions = .init()
  ) throws(IndexError) -> Explanation {
    precondition(segments.indices.contains(hit.segment), "a hit of another reader")
    var planner = QueryPlanner(segments: segments, rankings: rankings, options: options)
    let plan = try planner.plan(query)
    let explainer = Explainer(
      segment: segments[hit.segment], number: hit.segment, docID: hit.docID,
      deadline: Deadline(options.deadline))
    return try explainer.explain(plan)
  }

  /// The first `limit` terms of `field` in byte order that start with the bytes, and how many
  /// documents have each, deleted ones included.
  public func terms(
    startingWith prefix: [UInt8], field: String, limit: Int
  ) throws(IndexError) -> [(term: [UInt8], documentFrequency: Int)] {
    let scan = PrefixScan(segments: segments, deadline: Deadline(nil))
    let found = try scan.terms(startingWith: prefix, field: field, limit: limit)
    return found.terms.map { ($0.term, $0.documentFrequency) }
  }

  /// How many documents have the term, deleted ones included.
  public func documentFrequency(_ term: FieldTerm) throws(IndexError) -> Int {
    var sum = 0
    for segment in segments {
      guard let field = segment.field(term.field) else { continue }
      sum += try segment.termInfo(term.term, in: field)?.documentFrequency ?? 0
    }
    return sum
  }

  private func counted(
    _ query: Query, _ options: SearchOptions
  ) throws(IndexError) -> (total: Int, isCut: Bool) {
    var planner = QueryPlanner(segments: segments, rankings: rankings, options: options)
    let plan = try planner.plan(query)
    if let blocks = BlockPlan(plan) { return (try count(blocks, options), planner.isCut) }
    var total = 0
    try forEachWindow(plan, isScored: false, options) { (window, _, _) in
      total += window.bits.count
    }
    return (total, planner.isCut)
  }

  private func count(_ plan: BlockPlan, _ options: SearchOptions) throws(IndexError) -> Int {
    var total = 0
    for search in try searches(plan, options) { total += try search.count() }
    return total
  }

  /// The first documents by score and, where that is equal, by the other keys: what cannot be among them is
  /// not looked at.
  private func ranked(
    _ plan: BlockPlan, top: Int, _ sort: [SortKey], _ options: SearchOptions
  ) throws(IndexError) -> (hits: [TopDocs.Hit], total: Int) {
    let searches = try searches(plan, options)
    var total = 0
    let hits: [TopDocs.Hit]
    if sort.count == 1 {
      var best = TopScores(top: top)
      for search in searches {
        total += try search.run(into: &best, countsHits: options.countsHits)
      }
      hits = best.hits()
    } else {
      var first = SortedDocs(keys: sort, top: top)
      for (number, search) in searches.enumerated() {
        try first.begin(segments[number], number: number)
        total += try search.run(into: &first, countsHits: options.countsHits)
      }
      hits = try first.hits()
    }
    return (hits, options.countsHits ? total : hits.count)
  }

  /// The first documents in any order: all are looked at.
  private func scanned(
    _ plan: ExecutionPlan, top: Int, _ sort: [SortKey], _ options: SearchOptions
  ) throws(IndexError) -> (hits: [TopDocs.Hit], total: Int) {
    var total = 0
    if sort == [.score] {
      var best = TopScores(top: top)
      try forEachWindow(plan, isScored: true, options) { (window, segment, base) in
        total += window.bits.count
        best.collect(window, segment: segment, base: base)
      }
      return (best.hits(), total)
    }
    var first = SortedDocs(keys: sort, top: top)
    var begun = -1
    try forEachWindow(plan, isScored: true, options) {
      (window, segment, base) throws(IndexError) in
      if begun != segment { try first.begin(segments[segment], number: segment) }
      begun = segment
      total += window.bits.count
      first.collect(window, base: base)
    }
    return (try first.hits(), total)
  }

  private func searches(
    _ plan: BlockPlan, _ options: SearchOptions
  ) throws(IndexError) -> [BlockSearch] {
    let deadline = Deadline(options.deadline)
    var searches: [BlockSearch] = []
    for (number, segment) in segments.enumerated() {
      searches.append(
        try BlockSearch(
          plan, ExecutorBuilder(segment: segment, number: number, deadline: deadline)))
    }
    return searches
  }

  /// Calls `body` with every window of documents that match `query`, its segment's number and its first
  /// doc id; nothing is scored.
  func forEachMatch(
    _ query: Query, _ options: SearchOptions,
    _ body: (Window, Int, Int) throws(IndexError) -> Void
  ) throws(IndexError) {
    var planner = QueryPlanner(segments: segments, rankings: rankings, options: options)
    try forEachWindow(try planner.plan(query), isScored: false, options, body)
  }

  /// Calls `body` with every window that has a match, its segment's number and its first doc id.
  private func forEachWindow(
    _ plan: ExecutionPlan, isScored: Bool, _ options: SearchOptions,
    _ body: (Window, Int, Int) throws(IndexError) -> Void
  ) throws(IndexError) {
    guard !plan.isNone else { return }
    let deadline = Deadline(options.deadline)
    for (number, segment) in segments.enumerated() {
      var scan = try SegmentScan(
        plan, segment, number: number, isScored: isScored, deadline: deadline)
      try scan.forEachWindow { (window, base) throws(IndexError) in
        try body(window, number, base)
      }
    }
  }
}
