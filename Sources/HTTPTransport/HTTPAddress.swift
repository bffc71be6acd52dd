/// An http or https address in parts, read as browsers and libcurl read it.
public struct HTTPAddress: Sendable, Hashable {
  /// `http` or `https`.
  public let scheme: String
  /// The host in lower case: a name (international ones in their ASCII form), or an IP address
  /// without brackets.
  public let host: String
  /// The port, the scheme's own where none is written.
  public let port: Int
  /// The path, `/` at least, dots resolved.
  public let path: String
  /// The query without its question mark.
  public let query: String?
  /// The fragment without its `#`, undecoded.
  public let fragment: String?
}
