/// An http or https address in parts, read as browsers and libcurl read it.
///
/// What makes one is text, read by libcurl and written anew: scheme and host in lower case,
/// international hosts in ASCII, dot segments resolved, blanks and non-ASCII bytes of path, query
/// and fragment percent-encoded, numbers such as `0x7f.1` that browsers take for IPv4 addresses
/// written as these. One dot at the end of the host is dropped, and so are a user's name and
/// password: a link checker has no business to log in.
public struct HTTPAddress: Sendable {
  /// The bytes of an address at most; few servers take more.
  public static let bytesMax = 8_192

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
  /// Whether a user's name or password was written, and dropped.
  ///
  /// Two addresses that differ in nothing else are equal.
  public let hasCredentials: Bool

  /// Reads `text`, which must name its scheme.
  ///
  /// Blanks around it are ignored. Nil for other schemes, hosts that are absent or no names,
  /// control characters, IPv6 zones, and what is longer than ``bytesMax``, as read or as written
  /// anew.
  public init?(_ text: String) {
    guard let address = AddressReader.read(text, base: nil) else { return nil }
    self = address
  }

  /// For ``AddressReader``, which has checked all of it.
  init(
    checkedScheme scheme: String, host: String, port: Int, path: String, query: String?,
    fragment: String?, hasCredentials: Bool
  ) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
    self.query = query
    self.fragment = fragment
    self.hasCredentials = hasCredentials
  }

  /// The address that `reference`, written on the page at this one, leads to.
  ///
  /// As browsers do, tabs and line breaks within it are dropped, and `\` is read as `/` before the
  /// query. Nil where it leads to no http or https address.
  public func resolving(_ reference: String) -> HTTPAddress? {
    AddressReader.read(reference, base: self)
  }

  /// The same without its fragment.
  public var withoutFragment: HTTPAddress {
    HTTPAddress(
      checkedScheme: scheme, host: host, port: port, path: path, query: query, fragment: nil,
      hasCredentials: hasCredentials)
  }

  /// The front page of the same site.
  public var root: HTTPAddress {
    HTTPAddress(
      checkedScheme: scheme, host: host, port: port, path: "/", query: nil, fragment: nil,
      hasCredentials: false)
  }

  /// Whether this is a site's front page: no path, no query.
  public var isFrontPage: Bool { path == "/" && query == nil }

  /// Whether the port is the scheme's own.
  public var hasDefaultPort: Bool { port == Self.defaultPort(scheme) }

  /// Scheme, host and port, such as `https://example.com:443`; brackets around IPv6 addresses.
  public var origin: String { "\(scheme)://\(bracketedHost):\(port)" }

  /// The address in its one spelling, without its fragment.
  public var text: String {
    var text = scheme
    text += "://"
    text += bracketedHost
    if !hasDefaultPort {
      text += ":"
      text += String(port)
    }
    text += path
    if let query {
      text += "?"
      text += query
    }
    return text
  }

  /// As ``text``, with the fragment where there is one.
  public var withFragment: String {
    guard let fragment else { return text }
    return text + "#" + fragment
  }

  /// The host as it is written in an address.
  var bracketedHost: String { host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host }

  static func defaultPort(_ scheme: String) -> Int { scheme == "https" ? 443 : 80 }
}

extension HTTPAddress: Hashable {
  /// Whether two addresses ask for the same thing of the same server and show the same part of it.
  public static func == (left: HTTPAddress, right: HTTPAddress) -> Bool {
    left.host == right.host && left.path == right.path && left.query == right.query
      && left.scheme == right.scheme && left.port == right.port && left.fragment == right.fragment
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(scheme)
    hasher.combine(host)
    hasher.combine(port)
    hasher.combine(path)
    hasher.combine(query)
    hasher.combine(fragment)
  }
}

extension HTTPAddress: CustomStringConvertible {
  /// The whole address.
  public var description: String { withFragment }
}
