public import HTTPTransport

/// Which addresses are of one site: those under one name that somebody registered.
public enum Site {
  /// Whether two addresses are of one site.
  public static func isSame(_ left: HTTPAddress, _ right: HTTPAddress) -> Bool {
    name(left) == name(right)
  }

  /// The registered name, or the host itself where it has none (an IP address).
  static func name(_ address: HTTPAddress) -> String {
    RegistrableDomain.of(address.host) ?? address.host
  }

  /// What an address asks for, whatever its spelling: without scheme, `www.` and a slash at the end.
  static func place(_ address: HTTPAddress) -> String {
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    let path = address.path.hasSuffix("/") ? String(address.path.dropLast()) : address.path
    return host + path + (address.query.map { "?" + $0 } ?? "")
  }
}
