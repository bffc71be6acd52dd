public import Records

/// What a run leaves.
public struct RunReport: Sendable, Hashable {
  /// What is known of each target, in the targets' order.
  public var statuses: [LinkStatus]
  /// Distinct addresses that were asked in this run.
  public var asked: Int
  /// Targets that were looked at recently enough to be left alone.
  public var fresh: Int
  /// Whether anybody at all answered; where nobody did, nothing was learnt.
  public var heardSomebody: Bool
  /// Whether it was cut short.
  public var isInterrupted: Bool
}
