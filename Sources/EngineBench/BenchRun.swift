public import SearchIndex

/// Times queries as the peers' drivers do: warm-up passes, then passes over all queries in which the
/// commands take turns; a query's time is the least of its passes.
public struct BenchRun: Sendable {
  /// What a command made of the queries, in their order.
  public struct Row: Sendable {
    /// Microseconds, the least of all passes.
    public var microseconds: [Double]
    /// Results returned (TOP_k) or matches (COUNT, TOP_10_COUNT).
    public var hits: [Int]
    /// The sum of the scores returned.
    public var scores: [Double]
  }

  private let reader: IndexReader
  private let queries: [BenchQuery]
  // Prefixes and fuzzy terms stand for all terms, as the peers take them.
  private let counting = SearchOptions(expansionsMax: .max, clausesMax: .max, termsMax: .max)
  private let skipping = SearchOptions(
    expansionsMax: .max, clausesMax: .max, termsMax: .max, countsHits: false)

  /// Runs `queries` against `reader`.
  public init(_ reader: IndexReader, _ queries: [BenchQuery]) {
    self.reader = reader
    self.queries = queries
  }

  /// Times `commands`, each with `warmSeconds` of warm-up and `passes` passes.
  public func measure(
    _ commands: [BenchCommandName], passes: Int, warmSeconds: Double
  ) throws(IndexError) -> [BenchCommandName: Row] {
    let clock = ContinuousClock()
    var rows: [BenchCommandName: Row] = [:]
    for command in commands {
      rows[command] = Row(
        microseconds: [Double](repeating: .infinity, count: queries.count),
        hits: [Int](repeating: 0, count: queries.count),
        scores: [Double](repeating: 0, count: queries.count))
      let end = clock.now.advanced(by: .seconds(warmSeconds))
      repeat {
        for query in queries { _ = try run(query, command) }
      } while clock.now < end
    }
    for _ in 0..<max(1, passes) {
      for command in commands {
        for (place, query) in queries.enumerated() {
          let start = clock.now
          let (hits, score) = try run(query, command)
          let time = (clock.now - start) / .microseconds(1)
          let least = rows[command]?.microseconds[place] ?? time
          rows[command]?.microseconds[place] = min(least, time)
          rows[command]?.hits[place] = hits
          rows[command]?.scores[place] = score
        }
      }
    }
    return rows
  }

  private func run(
    _ query: BenchQuery, _ command: BenchCommandName
  ) throws(IndexError) -> (hits: Int, scores: Double) {
    switch command {
    case .count: return (try reader.count(query.query, options: counting), 0)
    case .top10, .top100, .top10Count:
      let top = try reader.search(
        query.query, top: command == .top100 ? 100 : 10,
        options: command == .top10Count ? counting : skipping)
      let scores = top.hits.reduce(0) { $0 + Double($1.score) }
      return (command == .top10Count ? top.total : top.hits.count, scores)
    }
  }
}
