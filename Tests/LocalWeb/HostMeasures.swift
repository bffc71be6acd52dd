/// What a host saw of its askers in a run.
public struct HostMeasures: Sendable, Hashable, Codable {
  /// The host's name, or else its address.
  public let host: String
  /// How many requests it had.
  public let requests: Int
  /// The most that were open at once.
  public let mostAtOnce: Int
  /// The most that began within a second.
  public let mostInASecond: Int
  /// The smallest time between the starts of two requests; nil for fewer than two.
  public let smallestGapMilliseconds: Double?
  /// What the askers called themselves, sorted.
  public let agents: [String]
}
