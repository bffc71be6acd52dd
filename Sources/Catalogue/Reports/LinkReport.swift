public import Records

/// What the last link check found, for some or all of the catalogue's links.
public struct LinkReport: Sendable, Hashable {
  /// A resource's link.
  public struct Link: Sendable, Hashable {
    /// The resource.
    public var id: ResourceID
    /// The state, as searches see it, with what the check found where the index has taken it up.
    public var status: LinkStatus
  }

  /// How many links are in a state.
  public struct StateCount: Sendable, Hashable {
    /// The state.
    public var state: LinkState
    /// How many.
    public var count: Int
  }

  /// The most links of one report; `total` tells how many there are.
  public static let linksMax = RequestLimits.windowMax

  /// The links, by the ids of their resources.
  public var links: [Link] = []
  /// The ids that were asked for and are not there.
  public var missing: [String] = []
  /// How many links there are, those past the limit included.
  public var total = 0
  /// How many are in each state that one is in, in the order of ``LinkState``.
  public var counts: [StateCount] = []
  /// The index generation.
  public var generation: UInt64 = 0
}
