/// How far a run is.
public struct RunProgress: Sendable, Hashable {
  /// Addresses that were asked.
  public var done: Int
  /// Addresses to ask.
  public var total: Int
  /// The host of the last one.
  public var host: String
}
