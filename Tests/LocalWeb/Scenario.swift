public import Records

/// One link of the proving ground: where it leads, what it stands for, and what is true of it.
///
/// The truth was written down by hand before any checker was run: what a careful person would say
/// who follows the link on each of the days.
public struct Scenario: Sendable {
  /// Its name: lower-case words joined by hyphens.
  public let name: String
  /// The address as a catalogue would hold it; its host may be a name (see ``LocalWeb/names``).
  public let url: String
  /// The same address with an IP address for a host, for checkers that cannot be told names; nil
  /// where the name is what matters.
  public let plainURL: String?
  /// What the catalogue's record says of the resource.
  public let record: RecordFacts
  /// What is true after the run of each day, in order.
  public let truth: [Truth]
  /// Whether, on the last day, a person who follows the link does not get the resource; nil where
  /// people would not agree.
  public let isBroken: Bool?
  /// What is going on, for people who read the table.
  public let note: String
}

/// What the catalogue's record says of a resource.
public struct RecordFacts: Sendable, Hashable {
  /// Its title in English.
  public var titleEn: String
  /// Its title in Welsh.
  public var titleCy: String
  /// The languages in which it is written: `en`, `cy`.
  public var languages: [String]
  /// The year in which it was published.
  public var published: String
  /// The media type that the link is expected to answer with.
  public var mediaType: String
}

/// What is true of a link after the run of one day.
public struct Truth: Sendable, Hashable {
  /// The day of the run, counted from the first.
  public let day: Int
  /// What a careful person says.
  public let state: LinkState
  /// What such a person would let pass as well.
  public let tolerated: [LinkState]

  /// Whether `state` is right, or right enough.
  public func accepts(_ state: LinkState) -> Bool {
    state == self.state || tolerated.contains(state)
  }
}

/// How a link fares over the days ``LocalWeb/days``.
enum Course: Sendable {
  /// The same on each day; what is tolerated beside it.
  case always(LinkState, or: [LinkState] = [])
  /// A state for each day.
  case days(LinkState, LinkState, LinkState)
  /// A state for each day, and what is tolerated beside it on that day.
  case each(
    (LinkState, [LinkState]), (LinkState, [LinkState]), (LinkState, [LinkState]))
  /// It fails each time, and is dead once it failed three times over six days.
  case failing
  /// It cannot be reached, and is dead once that was so three times over six days.
  case unreachable
  /// 410: gone at the second look.
  case gone
  /// No such name: dead at the second look.
  case nameless

  /// It is there each time.
  static let alive = Course.always(.alive)

  /// The truth of each day.
  var truth: [Truth] {
    let states: [LinkState]
    var tolerated: [LinkState] = []
    switch self {
    case .always(let state, let others):
      states = [state, state, state]
      tolerated = others
    case .days(let first, let second, let third): states = [first, second, third]
    case .each(let first, let second, let third):
      return zip(LocalWeb.days, [first, second, third]).map {
        Truth(day: $0, state: $1.0, tolerated: $1.1)
      }
    case .failing: states = [.suspected, .suspected, .dead]
    case .unreachable: states = [.unreachable, .unreachable, .dead]
    case .gone: states = [.suspected, .gone, .gone]
    case .nameless: states = [.suspected, .dead, .dead]
    }
    return zip(LocalWeb.days, states).map { Truth(day: $0, state: $1, tolerated: tolerated) }
  }
}
