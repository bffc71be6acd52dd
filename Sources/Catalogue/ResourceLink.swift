public import Records

/// What the index knows of a resource's link.
public struct ResourceLink: Sendable, Hashable, Codable {
  /// The verdict of the last check; `unknown` where there was none.
  public var state: LinkState
  /// Since when it is so, in seconds since 1970; nil where there was no check.
  public var since: Int64?

  /// A link of which nothing is known.
  public static let unchecked = Self(state: .unknown, since: nil)

  /// Makes a value.
  init(state: LinkState, since: Int64?) {
    self.state = state
    self.since = since
  }

  /// What a check found.
  package init(_ status: LinkStatus) {
    self.init(state: status.state, since: status.since)
  }
}
