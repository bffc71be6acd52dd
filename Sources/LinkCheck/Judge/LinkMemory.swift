public import Records

/// What the history remembers of a link between two looks at it.
public struct LinkMemory: Sendable, Hashable {
  /// What is known of it.
  public var status: LinkStatus
  /// When it was first looked at, in seconds since 1970.
  public var firstChecked: Int64
  /// Failures in a row, each at least ``CheckPolicy/daysBetweenFailures`` after the one before.
  public var failures: Int
  /// When the first of them was, in seconds since 1970.
  public var failingSince: Int64?
  /// How many of the last of them left no doubt and were of one kind, and which.
  public var certainFailures: Int
  /// The kind of these: `gone`, `name`; nil for none.
  public var certainKind: String?
  /// When the last that counted was, in seconds since 1970.
  public var lastFailure: Int64?
  /// Why a person took what is there as right; nil where nobody was asked.
  public var accepted: String?
  /// What drift is measured from.
  public var baseline: Baseline?

  /// Remembers nothing but a status.
  public init(status: LinkStatus, firstChecked: Int64) {
    self.status = status
    self.firstChecked = firstChecked
    failures = 0
    certainFailures = 0
  }
}
