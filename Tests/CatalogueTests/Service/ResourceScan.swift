import Catalogue
import Records
import TestSupport
import Testing

/// The slow, obvious reading of a request without text: every resource is looked at.
struct ResourceScan {
  /// One condition of a request.
  struct Sieve {
    /// The facet that it filters, nil for ages and dates.
    var facet: Facet?
    /// Whether it is about ages.
    var isAge = false
    /// Whether it lets a resource pass.
    var passes: (Resource) -> Bool
  }

  /// All resources of the catalogue.
  let resources: [Resource]

  /// Reads all resources of `catalogue`.
  init(_ catalogue: Catalogue) throws {
    resources = try catalogue.search(.all()).hits.map(\.resource)
    try #require(resources.count == catalogue.resourceCount)
  }

  /// The resources that pass all conditions but those left out.
  func matching(
    _ request: SearchRequest, leavingOut isLeftOut: (Sieve) -> Bool = { _ in false }
  ) -> [Resource] {
    let sieves = Self.sieves(of: request).filter { !isLeftOut($0) }
    return resources.filter { resource in sieves.allSatisfy { $0.passes(resource) } }
  }

  /// The counts of `facet`'s values: its own filter does not count, all others do.
  func counts(_ facet: Facet, _ request: SearchRequest) -> [String: Int] {
    var counts: [String: Int] = [:]
    for resource in matching(request, leavingOut: { $0.facet == facet }) {
      for value in Self.values(facet, of: resource) { counts[value, default: 0] += 1 }
    }
    return counts
  }

  /// How many pass all conditions but those on ages, and have no age range.
  func leftOutNoAge(_ request: SearchRequest) -> Int {
    matching(request, leavingOut: { $0.isAge }).count { $0.ageRange == nil }
  }

  /// A facet's values of a resource, as the record says them.
  static func values(_ facet: Facet, of resource: Resource) -> [String] {
    switch facet {
    case .language: resource.language.map(\.tag)
    case .audience: resource.audience
    case .kind: resource.kind.map { [$0] } ?? []
    case .topic: resource.topics
    case .accessibility: resource.accessibility
    case .publisher: resource.publisher
    case .action: resource.action.map { [$0] } ?? []
    case .link: resource.url == nil ? [] : ["unknown"]
    case .status: [resource.status.rawValue]
    case .ageOf: resource.ageOf.map { [$0.rawValue] } ?? []
    case .work: [resource.work.slug]
    }
  }

  private static func sieves(of request: SearchRequest) -> [Sieve] {
    var sieves = request.filters.map { filter in
      Sieve(facet: filter.facet) { resource in
        values(filter.facet, of: resource).contains { value in
          filter.values.contains { asked in
            // A language includes its forms.
            value == asked || (filter.facet == .language && value.hasPrefix(asked + "-"))
          }
        }
      }
    }
    if let days = request.published {
      sieves.append(
        Sieve { resource in
          guard let date = resource.published else { return false }
          return date.firstDay <= days.upperBound && date.lastDay >= days.lowerBound
        })
    }
    if !request.ages.isEmpty {
      sieves.append(
        Sieve(isAge: true) { resource in
          guard let own = resource.ageRange else { return false }
          return request.ages.contains { own.years.overlaps($0.years) }
        })
    }
    if let whose = whose(request) {
      sieves.append(Sieve(facet: .ageOf, isAge: true) { $0.ageOf == whose })
    }
    return sieves
  }

  /// Whose age a request means, nil where it is anybody's: what it says; else, where it asks for an
  /// age, that of young readers, and with the adults around a child the child's.
  private static func whose(_ request: SearchRequest) -> AgeOf? {
    switch request.ageOf {
    case .reader: return .reader
    case .child: return .child
    case .any: return nil
    case nil: break
    }
    guard !request.ages.isEmpty else { return nil }
    let audiences = request.filters.filter { $0.facet == .audience }.flatMap(\.values)
    let young = audiences.filter { ["children", "young people"].contains($0) }
    if young.count == audiences.count { return .reader }
    return young.isEmpty ? .child : nil
  }
}

extension ResourceScan {
  /// The facets of random filters.
  private static let facets: [Facet] = [
    .language, .audience, .kind, .topic, .accessibility, .publisher, .action, .status,
  ]

  /// A request with filters on up to `filtersMax` facets, whose values are in use.
  func randomFilters(_ filtersMax: Int, _ seed: inout Seed) -> SearchRequest {
    var request = SearchRequest.all()
    for _ in 0..<Int.random(in: 0...filtersMax, using: &seed) {
      guard let facet = Self.facets.randomElement(using: &seed) else { continue }
      var values: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &seed) {
        guard let resource = resources.randomElement(using: &seed),
          let value = Self.values(facet, of: resource).randomElement(using: &seed),
          !values.contains(value)
        else { continue }
        values.append(value)
      }
      if !values.isEmpty { request.filters.append(FacetFilter(facet, values)) }
    }
    return request
  }

  /// The same, at times with ages or days of publication.
  func randomRequest(_ seed: inout Seed) -> SearchRequest {
    var request = randomFilters(3, &seed)
    if Bool.random(using: &seed) {
      request.ages = (0..<Int.random(in: 1...2, using: &seed)).compactMap { _ in
        Self.randomAges(&seed)
      }
    }
    if Int.random(in: 0..<3, using: &seed) == 0 {
      request.ageOf = AgeScope.allCases.randomElement(using: &seed)
    }
    if Int.random(in: 0..<4, using: &seed) == 0 {
      let year = Int.random(in: 2_010...2_025, using: &seed)
      request.published = (year * 10_000 + 101)...((year + 2) * 10_000 + 630)
    }
    return request
  }

  /// A range of ages, at times open at an end.
  static func randomAges(_ seed: inout Seed) -> AgeRange? {
    let low = Int.random(in: 0...18, using: &seed)
    let high = Int.random(in: low...20, using: &seed)
    switch Int.random(in: 0..<4, using: &seed) {
    case 0: return AgeRange(min: low, max: nil)
    case 1: return AgeRange(min: nil, max: high)
    default: return AgeRange(min: low, max: high)
    }
  }
}

extension SearchRequest {
  /// A request for all that passes the filters, with as many hits and as much time as there may be.
  static func all(_ text: String = "", _ filters: [FacetFilter] = []) -> Self {
    var request = Self(text)
    request.filters = filters
    request.limit = RequestLimits.limitMax
    request.timeoutMilliseconds = RequestLimits.timeoutMillisecondsMax
    return request
  }
}

extension Answer {
  /// The ids of the hits, in their order.
  var ids: [String] { hits.map(\.resource.id.slug) }
}
