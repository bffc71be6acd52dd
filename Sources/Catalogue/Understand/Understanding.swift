public import Records

/// How a question is read: what filters it holds, and what is left to search for.
public struct Understanding: Sendable, Hashable {
  /// What was read, in the order of the text; implied things last.
  public var filters: [UnderstoodFilter] = []
  /// The languages asked for.
  public var languages: [String] = []
  /// The audiences asked for or implied.
  public var audiences: [String] = []
  /// The kinds asked for.
  public var kinds: [String] = []
  /// The accessibility features asked for.
  public var accessibility: [String] = []
  /// The ages asked for.
  public var ages: [AgeRange] = []
  /// Whether ``audiences`` filter, or only put better-fitting resources first.
  public var audienceUse = UnderstoodFilter.Use.filter
  /// The text left over, as typed.
  public var remainingText = ""
  /// The tree without what was understood.
  public var tree: QueryTree = .sequence([])

  /// Makes an empty understanding.
  public init() {}
}

/// The audiences that are readers in their own right: with these, or with none, an age is the
/// reader's; with the adults around a child it is the child's.
enum Readers {
  static let young: Set<String> = ["children", "young people"]

  /// Whose age is meant, by the audiences asked for.
  static func scope(_ audiences: [String]) -> AgeScope {
    if audiences.allSatisfy(young.contains) { return .reader }
    return audiences.contains(where: young.contains) ? .any : .child
  }

  /// The audience that an age implies: up to 11 children, from 11 young people, across both, both.
  static func audiences(for age: AgeRange) -> [String] {
    if age.years.upperBound <= 11 { return ["children"] }
    return age.years.lowerBound >= 11 ? ["young people"] : ["children", "young people"]
  }
}
