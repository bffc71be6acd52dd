/// Where requests may go.
public struct AddressGuard: Sendable, Hashable {
  /// The ports that are asked where private addresses are refused.
  public static let ports = [80, 443]

  /// Whether addresses that are not public, and ports other than 80 and 443, may be asked too.
  ///
  /// For tests and for a checker inside the network that it checks. Link-local addresses, where clouds
  /// hand out their keys, are refused all the same, and so are ports that browsers refuse.
  public var allowsPrivate: Bool

  /// Makes a guard; by default only the public internet may be asked.
  public init(allowsPrivate: Bool = false) { self.allowsPrivate = allowsPrivate }

  /// Whether `address` may be connected to.
  public func allows(_ address: IPAddress) -> Bool {
    address.isPublic || allowsPrivate && !address.isLinkLocal
  }

  /// Judges a port.
  ///
  /// - Throws: `refusedPort`.
  public func check(port: Int) throws(HTTPError) {
    guard Self.ports.contains(port) || allowsPrivate && !BlockedPorts.contains(port) else {
      throw .refusedPort(port)
    }
  }

  /// Judges all addresses of `host`; one that is not public refuses the host, since which of them
  /// is connected to is chance, and no honest name mixes them.
  ///
  /// - Throws: `refusedAddress`; `nameNotFound` where there is none.
  public func check(_ addresses: [IPAddress], of host: String) throws(HTTPError) {
    guard !addresses.isEmpty else { throw .nameNotFound(host: host) }
    for address in addresses where !allows(address) {
      throw .refusedAddress(host: host, address: address.description)
    }
  }
}
