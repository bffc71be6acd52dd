public import Records

/// A person's word on the links to a host, as `--host-state` takes it: `HOST=STATE`.
public struct HostState: Sendable, Hashable {
  /// The host in lower case.
  public let host: String
  /// The state.
  public let state: LinkState

  /// Reads `HOST=STATE`; nil for anything else.
  public init?(_ text: String) {
    guard let parts = Self.parts(of: text), let state = LinkState(rawValue: parts.state) else {
      return nil
    }
    host = parts.host
    self.state = state
  }

  /// Both sides of the equals sign; nil where the left one names no host.
  static func parts(of text: String) -> (host: String, state: String)? {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let host = text[..<sign].lowercased()
    guard WebAddress.host(of: "http://" + host) == host else { return nil }
    return (host, String(text[text.index(after: sign)...]))
  }
}
