internal import Catalogue
internal import Records

/// The answers of the verbs that take a query.
enum SearchAnswers {
  /// The facets that FACETS counts where it is not told.
  private static let facetsByDefault: [Facet] = [.language, .audience, .kind, .topic]
  /// The facets of COVERAGE's matrix where it is not told.
  private static let coverageByDefault: [Facet] = [.audience, .language]

  /// SEARCH.
  static func search(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let answer = try answer(call, desk.catalogue)
    return .lines(AnswerJSON.search(answer, fields: call.asked.members))
  }

  /// COUNT.
  static func count(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let answer = try answer(call, desk.catalogue) { request in
      request.offset = 0
      request.limit = 0
      request.facets = []
    }
    return .lines(AnswerJSON.count(answer))
  }

  /// FACETS.
  static func facets(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let answer = try answer(call, desk.catalogue, mayBeEmpty: true) { request in
      request.limit = 0
      request.facets = call.asked.by.isEmpty ? facetsByDefault : call.asked.by
    }
    return .lines(AnswerJSON.facets(answer))
  }

  /// COVERAGE.
  static func coverage(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let request = try call.asked.resolved(in: desk.catalogue)
    let facets = call.asked.by.isEmpty ? coverageByDefault : call.asked.by
    do throws(CatalogueError) {
      return .lines(AnswerJSON.coverage(try desk.catalogue.coverage(request, by: facets)))
    } catch {
      throw .catalogue(error)
    }
  }

  /// EXPLAIN.
  static func explain(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    var rank: Int?
    if let id = call.asked.id { rank = try self.rank(of: id, call, desk) }
    let answer = try answer(call, desk.catalogue) { request in
      request.explains = true
      request.offset = rank ?? 0
      request.limit = rank == nil ? 0 : 1
    }
    return .lines(AnswerJSON.explanation(answer))
  }

  /// How many results stand before the resource `id` of the query that `call` asks about.
  private static func rank(
    of id: String, _ call: CommandCall, _ desk: Desk
  ) throws(DoorError) -> Int {
    var offset = 0
    while offset < RequestLimits.windowMax {
      let page = try answer(call, desk.catalogue) { request in
        request.offset = offset
        request.limit = min(RequestLimits.limitMax, RequestLimits.windowMax - offset)
      }
      if let hit = page.hits.first(where: { $0.resource.id.slug == id }) { return hit.rank - 1 }
      offset += page.hits.count
      if page.hits.isEmpty || offset >= page.total { break }
    }
    throw .catalogue(.notFound(id: id))
  }

  /// The service's answer to what `call` asks, after `change`.
  private static func answer(
    _ call: CommandCall, _ catalogue: Catalogue, mayBeEmpty: Bool = false,
    _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws(DoorError) -> Answer {
    guard mayBeEmpty || !call.asked.isEmpty else { throw call.argumentCount }
    var request = try call.asked.resolved(in: catalogue)
    change(&request)
    do throws(CatalogueError) {
      return try catalogue.search(request)
    } catch {
      throw .catalogue(error)
    }
  }
}
