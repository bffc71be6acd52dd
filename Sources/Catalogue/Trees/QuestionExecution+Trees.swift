internal import Records
internal import SearchIndex

extension QuestionExecution {
  /// The answer to a tree's search: nothing is looked up that it does not ask for.
  func found(_ search: TreeSearch) throws(IndexError) -> TreeAnswer {
    let query = plan.query(scored: search.orderings.isEmpty || search.givesScores)
    let limit = search.limit == 0 ? 0 : search.offset + search.limit
    let top = try reader.search(query, top: limit, sort: sortKeys(search), options: options)
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
