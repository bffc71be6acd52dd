internal import HTTPTransport

/// Which addresses are of one site: those under one name that somebody registered.
enum Site {
  /// Whether two addresses are of one site.
  static func isSame(_ left: HTTPAddress, _ right: HTTPAddress) -> Bool {
    name(left) == name(right)
  }

  /// The registered name, or the host itself where it has none (an IP address).
  static func name(_ address: HTTPAddress) -> String {
    RegistrableDomain.of(address.host) ?? address.host
  }
}
