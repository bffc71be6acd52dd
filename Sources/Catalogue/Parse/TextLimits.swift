/// How much a query's text may hold, where a door allows less than ``RequestLimits``.
public struct TextLimits: Sendable, Hashable, Codable {
  /// The most words and filters side by side.
  public var clausesMax = RequestLimits.clausesMax
  /// The deepest nesting of brackets.
  public var depthMax = RequestLimits.depthMax

  /// As much as ``RequestLimits`` allows.
  public init() {}
}
