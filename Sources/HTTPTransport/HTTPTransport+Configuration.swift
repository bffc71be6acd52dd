extension HTTPTransport {
  /// How a transport behaves.
  public struct Configuration: Sendable, Hashable {
    /// Who asks, for the header field User-Agent.
    public var userAgent: String
    /// Where requests may go.
    public var addressGuard: AddressGuard
    /// A PEM file of certificate authorities that are trusted beside the system's.
    public var extraCA: String?
    /// A proxy such as `http://proxy.example:3128` that all requests go through; the environment's
    /// proxy variables never count.
    ///
    /// The proxy looks names up and connects: only ports and hosts that are IP addresses are judged
    /// here.
    public var proxy: String?
    /// Requests under way at once, each with at most one connection; more wait their turn, and their
    /// time does not run until then.
    public var connectionsMax: Int
    /// Connections kept open for the next request to the same server.
    public var idleConnectionsMax: Int

    /// Makes a configuration; by default only the public internet is asked.
    public init(
      userAgent: String, addressGuard: AddressGuard = AddressGuard(), extraCA: String? = nil,
      proxy: String? = nil, connectionsMax: Int = 256, idleConnectionsMax: Int = 128
    ) {
      self.userAgent = userAgent
      self.addressGuard = addressGuard
      self.extraCA = extraCA
      self.proxy = proxy
      self.connectionsMax = connectionsMax
      self.idleConnectionsMax = idleConnectionsMax
    }
  }
}
