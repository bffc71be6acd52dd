public import Records

/// A person's word on a host, in place of what a program cannot tell.
public struct HostWord: Sendable, Hashable {
  /// The host.
  public var host: String
  /// What its links are taken for, where they are not found good.
  public var state: LinkState
  /// Why.
  public var reason: String
  /// When it ends, in seconds since 1970; nil for never.
  public var until: Int64?

  /// Makes a word.
  public init(host: String, state: LinkState, reason: String, until: Int64? = nil) {
    self.host = host
    self.state = state
    self.reason = reason
    self.until = until
  }
}
