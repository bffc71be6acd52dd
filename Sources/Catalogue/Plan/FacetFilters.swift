internal import Records
internal import SearchIndex

/// From facets, ages and dates to the filters of a plan.
enum FacetFilters {
  /// The filter of one facet.
  static func facet(_ filter: FacetFilter, _ labels: Labels) -> QueryPlan.Filter {
    var values = filter.values
    if filter.facet == .language {
      // A language includes its forms: cy finds cy-simple.
      for id in labels.ids("language")
      where values.contains(where: { id.hasPrefix($0 + "-") }) && !values.contains(id) {
        values.append(id)
      }
    }
    return QueryPlan.Filter(
      name: filter.facet.rawValue + ":" + filter.values.joined(separator: ","),
      facet: filter.facet, query: .tags(field: filter.facet.rawValue, values))
  }

  /// Resources that have one of `phrases`' languages; those of one phrase (*bilingual*) must all be
  /// there, in the resource or in the versions of its work, which `works` tells.
  static func languages(
    _ phrases: [[String]], _ labels: Labels, works: ([String]) -> [String]
  ) -> QueryPlan.Filter {
    let single = phrases.filter { $0.count == 1 }.flatMap { $0 }
    let joint = phrases.filter { $0.count > 1 }
    guard !joint.isEmpty else { return facet(FacetFilter(.language, single), labels) }
    let queries = joint.map { languages in
      Query.or([
        .boolean(
          BooleanQuery(
            filter: languages.map { facet(FacetFilter(.language, [$0]), labels).query })),
        .tags(field: Facet.work.rawValue, works(languages)),
      ])
    }
    let others = single.isEmpty ? [] : [facet(FacetFilter(.language, single), labels).query]
    return QueryPlan.Filter(
      name: "language:" + (joint.map { $0.joined(separator: "+") } + single).joined(separator: ","),
      facet: .language, query: .or(queries + others))
  }

  /// Resources whose range overlaps one of `ages`; one without a range never does.
  static func ages(_ ages: [AgeRange]) -> QueryPlan.Filter {
    QueryPlan.Filter(
      name: "age:" + ages.map(\.description).joined(separator: ","), isAge: true,
      query: .or(ages.map(overlap)))
  }

  /// Resources whose age range is the reader's, or the child's.
  static func ageOf(_ scope: AgeScope) -> QueryPlan.Filter? {
    guard scope != .any else { return nil }
    return QueryPlan.Filter(
      name: "age_of:" + scope.rawValue, facet: .ageOf, isAge: true,
      query: .tags(field: Facet.ageOf.rawValue, [scope.rawValue]))
  }

  /// Resources published, as far as is known, within the days.
  static func published(_ days: ClosedRange<Int>, name: String? = nil) -> QueryPlan.Filter {
    QueryPlan.Filter(
      name: "published:" + (name ?? "\(days.lowerBound)..\(days.upperBound)"),
      query: publishedQuery(days))
  }

  /// Resources whose number lies within the range.
  static func number(_ field: NumberField, _ range: ClosedRange<Int64>) -> QueryPlan.Filter {
    QueryPlan.Filter(
      name: field.rawValue + ":\(range.lowerBound)..\(range.upperBound)",
      query: .range(field: field.rawValue, range))
  }

  /// The overlap of a resource's range with `ages`.
  static func overlap(_ ages: AgeRange) -> Query {
    let years = ages.years
    return .boolean(
      BooleanQuery(filter: [
        .range(field: ResourceSchema.ageMin, 0...Int64(years.upperBound)),
        .range(field: ResourceSchema.ageMax, Int64(years.lowerBound)...Int64(AgeRange.ageMax)),
      ]))
  }

  /// The overlap of a resource's days of publication with `days`.
  static func publishedQuery(_ days: ClosedRange<Int>) -> Query {
    .boolean(
      BooleanQuery(filter: [
        .range(field: ResourceSchema.published, 0...Int64(days.upperBound)),
        .range(
          field: ResourceSchema.publishedLast,
          Int64(days.lowerBound)...Int64(DateExpression.lastDay)),
      ]))
  }

  /// How well a resource's range fits `ages`: 4 where it is equal, 2 where it lies inside.
  static func fit(_ ages: AgeRange) -> [Query] {
    let years = Int64(ages.years.lowerBound)...Int64(ages.years.upperBound)
    let equal = BooleanQuery(filter: [
      .range(field: ResourceSchema.ageMin, years.lowerBound...years.lowerBound),
      .range(field: ResourceSchema.ageMax, years.upperBound...years.upperBound),
    ])
    let inside = BooleanQuery(
      filter: [
        .range(field: ResourceSchema.ageMin, years), .range(field: ResourceSchema.ageMax, years),
      ], mustNot: [.boolean(equal)])
    return [.constant(.boolean(equal), score: 4), .constant(.boolean(inside), score: 2)]
  }
}
