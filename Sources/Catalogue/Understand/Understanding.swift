public import Records

/// How a question is read: what filters it holds, and what is left to search for.
public struct Understanding: Sendable, Hashable {
  /// What was read, in the order of the text; implied things last.
  public var filters: [UnderstoodFilter] = []
  /// The ages asked for.
  public private(set) var ages: [AgeRange] = []
  /// Whether ``audiences`` filter, or only put better-fitting resources first.
  public var audienceUse = UnderstoodFilter.Use.filter
  /// The text left over, as typed.
  public var remainingText = ""
  /// The tree without what was understood.
  public var tree: QueryTree = .sequence([])
  /// What would have been understood and was switched off, as `facet:value`.
  public var switchedOff: Set<String> = []

  /// Makes an empty understanding.
  public init() {}

  /// The languages asked for.
  public var languages: [String] { values("language") }
  /// The languages asked for, those of one phrase together: *bilingual* asks for all of its own.
  var languagePhrases: [[String]] {
    var phrases: [(at: Range<Int>, languages: [String])] = []
    for filter in filters where filter.facet == "language" && filter.use == .filter {
      if let last = phrases.indices.last, phrases[last].at == filter.at {
        phrases[last].languages.append(filter.value)
      } else {
        phrases.append((filter.at, [filter.value]))
      }
    }
    return phrases.map(\.languages)
  }
  /// The audiences asked for or implied.
  public var audiences: [String] { values("audience") }
  /// The kinds asked for.
  public var kinds: [String] { values("kind") }
  /// The accessibility features asked for.
  public var accessibility: [String] { values("accessibility") }
  /// The days of publication asked for, as the search language writes them.
  public var published: [String] { values("published") }
  /// What must not be.
  public var excluded: [UnderstoodFilter] { filters.filter { $0.use == .exclude } }

  /// The filters that `request` switches off and that were not there; terms are no filters.
  public func notUnderstood(of request: SearchRequest) -> [AnswerWarning] {
    request.switchedOff
      .filter { !switchedOff.contains($0) && !$0.lowercased().hasPrefix(AlsoSearched.prefix) }
      .map { .notUnderstood(filter: $0) }
  }

  private func values(_ facet: String) -> [String] {
    filters.filter { $0.facet == facet && $0.use != .exclude }.map(\.value)
  }

  /// Takes in a filter, unless there is one of its name.
  mutating func add(_ filter: UnderstoodFilter) {
    guard !filters.contains(where: { $0.name == filter.name }) else { return }
    filters.append(filter)
    if filter.facet == "age", filter.use != .exclude, let range = AgeRange(filter.value) {
      ages.append(range)
    }
  }
}

/// The audiences that are readers in their own right: with these, or with none, an age is the
/// reader's; with the adults around a child it is the child's.
package enum Readers {
  static let young: Set<String> = ["children", "young people"]

  /// Whose age is meant, by the audiences asked for.
  package static func scope(_ audiences: [String]) -> AgeScope {
    if audiences.allSatisfy(young.contains) { return .reader }
    return audiences.contains(where: young.contains) ? .any : .child
  }

  /// The audience that an age implies: up to 11 children, from 11 young people, across both, both.
  static func audiences(for age: AgeRange) -> [String] {
    if age.years.upperBound <= 11 { return ["children"] }
    return age.years.lowerBound >= 11 ? ["young people"] : ["children", "young people"]
  }
}
