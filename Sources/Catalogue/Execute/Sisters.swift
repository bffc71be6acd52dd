internal import Records
internal import SearchIndex

/// Finds the other language versions of a work.
struct Sisters {
  /// The most versions of one work that are listed.
  static let versionsMax = 100

  let reader: IndexReader

  /// The versions of `resource`'s work but itself, by id.
  func of(_ resource: Resource) throws(IndexError) -> [SisterVersion] {
    let query = Query.tags(field: Facet.work.rawValue, [resource.work.slug])
    let top = try reader.search(
      query, top: Self.versionsMax, sort: [.tag(field: ResourceSchema.id, descending: false)])
    var sisters: [SisterVersion] = []
    guard top.total > 1 else { return sisters }
    for hit in top.hits {
      let other = try StoredResource.read(try reader.stored(hit).stored).resource
      if other.id != resource.id {
        sisters.append(SisterVersion(id: other.id, language: other.language))
      }
    }
    return sisters
  }

  /// The works that have versions in each of `languages`.
  func works(
    inAll languages: [String], _ options: SearchOptions
  ) throws(IndexError) -> [String] {
    var works: Set<String>?
    for language in languages {
      let query = Query.tags(field: Facet.language.rawValue, [language])
      let found = Set(
        try reader.facets(query, field: Facet.work.rawValue, options: options).map(\.value))
      works = works?.intersection(found) ?? found
    }
    return works?.sorted() ?? []
  }
}
