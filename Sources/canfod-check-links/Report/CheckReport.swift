import LinkCheck
import Records

/// What a check, or a look into the history, tells people: values, the same for every form of report.
struct CheckReport: Sendable {
  /// A link with what is known of it.
  struct Row: Sendable, Hashable {
    /// The link and the records that name it.
    var target: LinkTarget
    /// What is known of it.
    var status: LinkStatus
    /// What it was at the day from which changes are told; nil where none are.
    var change: LinkChange?
    /// What all looks at it say.
    var looks: LookTally?
  }

  /// How many links are in a state.
  struct Count: Sendable, Hashable {
    /// The state.
    var state: LinkState
    /// How many.
    var links: Int
  }

  /// The links, those that need a person first, then by address.
  var rows: [Row]
  /// How the links of each host fare; empty unless the history was asked.
  var hosts: [HostLife] = []
  /// When it was made, in seconds since 1970.
  var made: Int64
  /// The states that make the check fail.
  var failStates: Set<LinkState> = []
  /// The day from which changes are told, where only they are.
  var since: Int64?
  /// What the run did; nil where only the history was asked.
  var run: RunReport?

  /// Makes a report; the order of `rows` does not matter.
  init(rows: [Row], made: Int64) {
    let order = Dictionary(
      uniqueKeysWithValues: LinkState.allCases.enumerated().map { ($1, $0) })
    self.rows = rows.sorted { left, right in
      let places = (order[left.status.state] ?? 0, order[right.status.state] ?? 0)
      return places.0 == places.1 ? left.target.url < right.target.url : places.0 < places.1
    }
    self.made = made
  }

  /// How many links are in each state that one is in, in the order of the states.
  var counts: [Count] {
    LinkState.allCases.compactMap { state in
      let links = rows.count { $0.status.state == state }
      return links == 0 ? nil : Count(state: state, links: links)
    }
  }

  /// The rows of each publisher, by name; those of none last, under nil.
  var byPublisher: [(publisher: String?, rows: [Row])] {
    Dictionary(grouping: rows) { $0.target.records.first?.publishers.first }
      .sorted { left, right in
        guard let name = left.key else { return false }
        return right.key.map { name < $0 } ?? true
      }
      .map { ($0.key, $0.value) }
  }
}

extension CheckReport.Row {
  /// The ids of the records that name it.
  var ids: [String] { target.records.map(\.id) }

  /// Whether there is anything to say of it.
  var isRemarkable: Bool { status.state != .alive || !status.evidence.isEmpty }
}
