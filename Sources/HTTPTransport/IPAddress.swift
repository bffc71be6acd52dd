/// An IP address.
public enum IPAddress: Sendable, Hashable {
  /// Version 4, the first byte highest.
  case v4(UInt32)
  /// Version 6: the upper and the lower half.
  case v6(UInt64, UInt64)

  /// Reads an address as it is usually written (four decimal numbers, or RFC 4291 §2.2), without
  /// brackets or zone.
  public init?(_ text: String) {
    guard let address = SocketAddress.address(text) else { return nil }
    self = address
  }
}

extension IPAddress: CustomStringConvertible {
  /// The address in its one spelling (RFC 5952).
  public var description: String { SocketAddress.text(self) }
}
