internal import Records
internal import SearchIndex

/// From the parts of a tree to the engine's queries.
extension QueryPlanner {
  /// Whether what a tree matches has no score of its own.
  static func isFilter(_ tree: QueryTree) -> Bool {
    switch tree {
    case .facet, .age, .ageOf, .published, .number, .ids: true
    case .sequence, .or, .word, .phrase, .prefix, .fuzzy, .near, .field, .fields, .weighted,
      .everything, .nothing:
      false
    }
  }

  /// A tree as a query over `fields`, nil meaning all text; nil where it holds nothing to search for.
  func query(_ tree: QueryTree, _ fields: [TextField?]) -> Query? {
    switch tree {
    case .sequence(let clauses): return sequence(clauses, fields).all
    case .or(let trees):
      return Self.union(trees.compactMap { query($0, fields) })
    case .word(let word):
      let read = alternatives.readings(of: word)
      return inFields(fields) { alternatives.query(read, slop: 0, in: $0) }
    case .phrase(let text, let slop):
      let read = alternatives.readings(of: text)
      return inFields(fields) { alternatives.query(read, slop: slop, in: $0) }
    case .prefix(let word): return inFields(fields) { alternatives.prefix(word, in: $0) }
    case .fuzzy(let word, let distance):
      return inFields(fields) { alternatives.fuzzy(word, distance: distance, in: $0) }
    case .near(let words, let slop, let isOrdered):
      return inFields(fields) {
        alternatives.near(words, slop: slop, isOrdered: isOrdered, in: $0)
      }
    case .field(let field, let inside): return query(inside, [field])
    case .fields(let named, let inside):
      // Within fields that were named, only those of them.
      let both = fields.contains(nil) ? named : named.filter { fields.contains($0) }
      return both.isEmpty ? Query.none : query(inside, both.map(Optional.some))
    case .weighted(let inside, let factor):
      return query(inside, fields).map { .boosted($0, by: factor) }
    case .facet(let filter): return FacetFilters.facet(filter, labels).query
    case .age(let range): return FacetFilters.overlap(range)
    case .ageOf(let scope): return FacetFilters.ageOf(scope)?.query ?? .all
    case .published(let days): return FacetFilters.publishedQuery(days)
    case .number(let field, let range): return .range(field: field.rawValue, range)
    case .ids(let ids): return .tags(field: ResourceSchema.id, ids)
    case .everything: return .all
    case .nothing: return Query.none
    }
  }

  /// `make` in each field; a word anywhere counts a little more where it is in the title.
  func inFields(_ fields: [TextField?], _ make: (String) -> Query?) -> Query? {
    if fields == Self.allTexts { return make(ResourceSchema.texts) }
    let queries = fields.compactMap { field -> Query? in
      guard let field else {
        guard let anywhere = make(ResourceSchema.everything) else { return nil }
        guard let title = make(TextField.title.rawValue) else { return anywhere }
        return .boolean(
          BooleanQuery(must: [anywhere], should: [.boosted(title, by: Self.titleBoost)]))
      }
      return make(field.rawValue)
    }
    return Self.union(queries)
  }

  private static let allTexts = TextField.allCases.map(Optional.some)

  /// One of `queries`, those that are such choices themselves taken apart; nil for none.
  ///
  /// One choice among terms is what the engine is fastest at.
  private static func union(_ queries: [Query]) -> Query? {
    var flat: [Query] = []
    for query in queries {
      if case .boolean(let choice) = query, choice == BooleanQuery(should: choice.should) {
        flat += choice.should
      } else {
        flat.append(query)
      }
    }
    return flat.isEmpty ? nil : .or(flat)
  }
}
