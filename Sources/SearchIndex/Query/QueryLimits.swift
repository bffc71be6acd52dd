/// Measures a query before anything recursive touches it.
enum QueryLimits {
  /// Throws `IndexError.tooComplex` where the tree is deeper or has more parts than allowed.
  ///
  /// Walks with a list instead of recursion, so that no depth overflows the stack, and stops at the
  /// limit.
  static func check(_ query: Query, _ options: SearchOptions) throws(IndexError) {
    var waiting: [(query: Query, depth: Int)] = [(query, 1)]
    var clauses = 0
    while let (query, depth) = waiting.popLast() {
      guard depth <= options.nestingMax else {
        throw .tooComplex(what: "nesting", limit: options.nestingMax)
      }
      clauses += 1
      switch query {
      case .all, .none, .term, .prefix, .fuzzy, .range, .exists:
        break
      case .synonyms(let terms):
        clauses += terms.count
      case .tags(_, let values):
        clauses += values.count
      case .phrase(let phrase):
        clauses += phrase.words.reduce(0) { $0 + $1.terms.count }
      case .phrases(let phrases):
        clauses += phrases.reduce(0) { $0 + $1.words.reduce(1) { $0 + $1.terms.count } }
      case .best(let queries):
        for query in queries { waiting.append((query, depth + 1)) }
        guard waiting.count <= options.clausesMax else {
          throw .tooComplex(what: "clauses", limit: options.clausesMax)
        }
      case .boolean(let boolean):
        for clauses in [boolean.must, boolean.should, boolean.filter, boolean.mustNot] {
          for clause in clauses { waiting.append((clause, depth + 1)) }
        }
        // Bounds the list itself.
        guard waiting.count <= options.clausesMax else {
          throw .tooComplex(what: "clauses", limit: options.clausesMax)
        }
      case .boosted(let inner, _), .constant(let inner, _):
        waiting.append((inner, depth + 1))
      case .demoted(let inner, let by, _):
        waiting.append((inner, depth + 1))
        waiting.append((by, depth + 1))
      }
      guard clauses <= options.clausesMax else {
        throw .tooComplex(what: "clauses", limit: options.clausesMax)
      }
    }
  }
}
