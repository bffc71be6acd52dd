internal import Records
internal import SearchIndex

extension Catalogue {
  /// What the last link check found; nobody is asked.
  ///
  /// The state is the index's, so that it is the one by which searches filter. What it rests on comes
  /// from ``LinkStatesFile``, read anew each time: a check that changes no state makes no new generation.
  ///
  /// - Parameters:
  ///   - ids: the resources; all where it is empty.
  ///   - states: the states to tell of, as the vocabulary spells them; all where it is empty.
  ///   - timeoutMilliseconds: how long looking for them may take.
  /// - Returns: The links, and how many are in each state.
  /// - Throws: ``CatalogueError/badLinkStates(file:)`` where the file is damaged; as a search otherwise.
  public func links(
    of ids: [String] = [], in states: [String] = [],
    timeoutMilliseconds: Int = RequestLimits.timeoutMillisecondsMax
  ) throws(CatalogueError) -> LinkReport {
    try check("timeout", timeoutMilliseconds, 1...RequestLimits.timeoutMillisecondsMax)
    let statuses = try linkStates().read()
    let byURL = Dictionary(statuses.map { ($0.url, $0) }) { $1 }
    let options = SearchOptions(
      deadline: ContinuousClock.now.advanced(by: .milliseconds(timeoutMilliseconds)))
    return try wrap { () throws(IndexError) in
      var report = LinkReport()
      report.generation = generation
      for id in ids where try reader.document(key: id) == nil { report.missing.append(id) }
      let query = Self.query(ids, states)
      let top = try reader.search(
        query, top: LinkReport.linksMax,
        sort: [.tag(field: ResourceSchema.id, descending: false)], options: options)
      report.total = top.total
      for hit in top.hits {
        let stored = try StoredResource.read(try reader.stored(hit).stored)
        guard let link = stored.link, let url = stored.resource.url else { continue }
        report.links.append(
          LinkReport.Link(
            id: stored.resource.id, status: Self.status(of: url, link, found: byURL[url])))
      }
      let counts = try reader.facets(query, field: Facet.link.rawValue, options: options)
      report.counts = LinkState.allCases.compactMap { state in
        counts.first { $0.value == state.rawValue }
          .map { LinkReport.StateCount(state: state, count: $0.count) }
      }
      return report
    }
  }

  private static func query(_ ids: [String], _ states: [String]) -> Query {
    let field = Facet.link.rawValue
    var filter = [states.isEmpty ? Query.exists(field: field) : .tags(field: field, states)]
    if !ids.isEmpty { filter.append(.tags(field: ResourceSchema.id, ids)) }
    return .boolean(BooleanQuery(filter: filter))
  }

  /// What was found, unless the index has not taken it up yet.
  private static func status(
    of url: String, _ link: ResourceLink, found: LinkStatus?
  ) -> LinkStatus {
    if let found, ResourceLink(found) == link { return found }
    return LinkStatus(url: url, state: link.state, since: link.since ?? 0)
  }
}
