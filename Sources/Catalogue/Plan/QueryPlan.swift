internal import Records
internal import SearchIndex

/// What is to be run for a request: the scored text, the filters each by itself, and what only orders.
struct QueryPlan {
  /// A filter with its name, so that it can be left out: for the counts of its own facet, and to say
  /// what emptied a result.
  struct Filter {
    /// The name: `language:cy`, `age:0-11`.
    var name: String
    /// The facet it filters, nil for ages and dates.
    var facet: Facet?
    /// Whether it is about ages, which a resource may lack.
    var isAge = false
    /// What it lets pass.
    var query: Query
  }

  /// The text, all of whose wanted words must match; nil where there is no text.
  var text: Query?
  /// The same with any of the wanted words enough; nil where that is no different.
  var relaxedText: Query?
  /// The words to mark in passages, where passages are asked for.
  var marked: Query?
  /// The words to mark in a text that has none of ``marked``: those of the other language.
  var markedInOther: Query?
  /// The terms that are searched for in the other language too.
  var also: [AlsoSearched] = []
  /// The names of terms that were switched off and are not there.
  var unknownTerms: [String] = []
  /// What must not match.
  var excluded: [Query] = []
  /// The filters.
  var filters: [Filter] = []
  /// What puts a resource further up without filtering.
  var boosts: [Query] = []
  /// What puts a resource a little further down; nil where there is no such thing.
  var demoted: Query?

  /// The query with all filters but those that `isLeftOut` names.
  func query(
    relaxed: Bool = false, scored: Bool = true,
    leavingOut isLeftOut: (Filter) -> Bool = { _ in false }
  ) -> Query {
    var query = BooleanQuery()
    let text = relaxed ? relaxedText ?? text : text
    if let text { query.must = [text] } else { query.filter = [.all] }
    query.filter += filters.filter { !isLeftOut($0) }.map(\.query)
    query.mustNot = excluded
    if scored { query.should = boosts }
    query.minimumShould = 0
    guard scored, let demoted, self.text != nil else { return .boolean(query) }
    return .demoted(.boolean(query), by: demoted, factor: Self.demotion)
  }

  /// What is left of the score of a resource whose link leads nowhere: enough to come before what
  /// answers the question worse, too little to come before its equals.
  static let demotion: Float = 0.9

  /// The query for documents that pass all but the filters on ages, and have no age.
  func withoutAge(relaxed: Bool) -> Query {
    guard case .boolean(var query) = query(relaxed: relaxed, scored: false, leavingOut: \.isAge)
    else {
      return .none
    }
    query.mustNot.append(.exists(field: ResourceSchema.ageMin))
    return .boolean(query)
  }

  /// Whether a filter asks for ages.
  var asksAge: Bool { filters.contains(where: \.isAge) }
}
