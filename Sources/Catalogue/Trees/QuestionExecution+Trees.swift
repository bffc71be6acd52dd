internal import Records
internal import SearchIndex

extension QuestionExecution {
  /// The answer to a tree's search: nothing is looked up that it does not ask for.
  func found(_ search: TreeSearch) throws(IndexError) -> TreeAnswer {
    let query = plan.query(scored: search.orderings.isEmpty || search.givesScores)
    let limit = search.limit == 0 ? 0 : search.offset + search.limit
    let isRanked =
      search.orderings.isEmpty && limit > 0 && plan.text.map(Self.tellsApart) ?? false
    let top =
      try isRanked
      ? ranked(query, top: limit)
      : reader.search(query, top: limit, sort: sortKeys(search), options: options)
    var answer = TreeAnswer(marker: TextMarker(plan.marked))
    answer.total = top.total
    answer.isCut = top.isCut
    answer.hits.reserveCapacity(max(top.hits.count - search.offset, 0))
    var byteCount = 0
    for hit in top.hits.dropFirst(search.offset) {
      var found: TreeAnswer.Hit
      switch search.content {
      case .ids: found = TreeAnswer.Hit(id: try reader.key(hit), score: hit.score)
      case .records:
        let bytes = try reader.stored(hit).stored
        byteCount += bytes.count
        guard byteCount <= TreeSearch.recordBytesMax else {
          throw .tooComplex(what: "bytes of records", limit: TreeSearch.recordBytesMax)
        }
        let stored = try StoredResource.read(bytes)
        found = TreeAnswer.Hit(
          id: stored.resource.id.slug, score: hit.score,
          record: FoundRecord(resource: stored.resource, link: stored.link))
      }
      if search.explains { found.explanation = try reader.explain(query, hit).lines }
      if search.givesSortValues, let order = search.orderings.first?.order {
        try setSortValue(of: &found, hit, order)
      }
      answer.hits.append(found)
    }
    return answer
  }

  /// Whether scores of what matches `query` differ from one document to the next: those of beginnings and
  /// filters do not.
  private static func tellsApart(_ query: Query) -> Bool {
    switch query {
    case .term, .synonyms, .phrase, .phrases, .fuzzy: true
    case .all, .none, .prefix, .range, .tags, .exists, .constant: false
    case .best(let queries): queries.contains(where: tellsApart)
    case .boolean(let boolean): (boolean.must + boolean.should).contains(where: tellsApart)
    case .boosted(let inner, _), .demoted(let inner, _, _): tellsApart(inner)
    }
  }

  /// The best `limit` by score, equal ones by id.
  ///
  /// By score alone the engine need not look at what cannot be among the best. Only where equal scores
  /// lie across the end, so that ids decide which of them belong to it, is it asked again with ids.
  private func ranked(_ query: Query, top limit: Int) throws(IndexError) -> TopDocs {
    var top = try reader.search(query, top: limit + 1, options: options)
    let hits = top.hits
    if hits.count > limit, hits[limit - 1].score == hits[limit].score {
      return try reader.search(query, top: limit, sort: sortKeys, options: options)
    }
    top.hits = []
    var run: [(id: String, hit: TopDocs.Hit)] = []
    for (place, hit) in hits.prefix(limit).enumerated() {
      let isEqual = place + 1 < hits.count && hits[place + 1].score == hit.score
      if run.isEmpty, !isEqual {
        top.hits.append(hit)
        continue
      }
      run.append((try reader.key(hit), hit))
      if !isEqual {
        top.hits += run.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.map(\.hit)
        run = []
      }
    }
    return top
  }

  private func sortKeys(_ search: TreeSearch) -> [SortKey] {
    guard !search.orderings.isEmpty else { return sortKeys }
    return search.orderings.map { ordering in
      let isDescending = ordering.isDescending
      return switch ordering.order {
      case .number(let field): .number(field: field.rawValue, descending: isDescending)
      case .facet(let facet): .tag(field: facet.rawValue, descending: isDescending)
      case .title(let language):
        .tag(field: Self.titleField(language), descending: isDescending)
      }
    } + [.tag(field: ResourceSchema.id, descending: false)]
  }

  private static func titleField(_ language: InterfaceLanguage) -> String {
    ResourceSchema.physical(ResourceSchema.titleKey, language.rawValue)
  }

  private func setSortValue(
    of found: inout TreeAnswer.Hit, _ hit: TopDocs.Hit, _ order: TreeSearch.Order
  ) throws(IndexError) {
    let column =
      switch order {
      case .number(let field): field.rawValue
      case .facet(let facet): facet.rawValue
      // The title's key is no text to show: whoever asks has the record.
      case .title(let language): Self.titleField(language)
      }
    switch try reader.row(hit, columns: [column]).first {
    case .number(let number): found.sortNumber = number
    case .tags(let values): found.sortText = values.first
    case .nothing, nil: break
    }
  }
}
