/// THE TABLE of verdicts on a link: the same ids in `link:`, in `CHECK` and in `--fail-on`.
///
/// The order is that of reports: what needs a person first.
public enum LinkState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Confirmed to lead nowhere: it failed several times over several days.
  case dead
  /// The server says that it was taken away for good (410), twice.
  case gone
  /// It answers as if it were there, with a page that says that it is not.
  case softNotFound = "soft-404"
  /// Somebody else has the address now: a registrar's page, or a site that has nothing to do with
  /// the resource.
  case parked
  /// The page has changed so much that it may be another.
  case drifted
  /// It moved for good, and the new address is known.
  case moved
  /// It failed, but not often or long enough to be called dead.
  case suspected
  /// It could not be reached; nobody knows whether it is there.
  case unreachable
  /// The server cannot show who it is: its certificate is expired, or for another name.
  case insecure
  /// The server will not tell a program: neither alive nor dead.
  case blocked
  /// It leads on, for now, to another address that answers.
  case redirected
  /// It is there.
  case alive
  /// It was not checked, or must not be.
  case unknown

  /// Whether a reader who follows the link does not come to the resource.
  public var isBroken: Bool {
    switch self {
    case .dead, .gone, .softNotFound, .parked: true
    case .drifted, .moved, .suspected, .unreachable, .insecure, .blocked, .redirected, .alive,
      .unknown:
      false
    }
  }

  /// Whether a reader who follows the link comes to what was catalogued.
  public var isGood: Bool {
    switch self {
    case .alive, .redirected, .moved: true
    case .dead, .gone, .softNotFound, .parked, .drifted, .suspected, .unreachable, .insecure,
      .blocked, .unknown:
      false
    }
  }
}
