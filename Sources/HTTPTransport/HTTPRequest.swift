/// One request: a single hop, since redirects are followed by the asker.
public struct HTTPRequest: Sendable {
  /// How to ask.
  public enum Method: String, Sendable, Hashable, Codable {
    /// For the head of the answer only.
    case head = "HEAD"
    /// For all of it.
    case get = "GET"
  }

  /// How to ask.
  public var method: Method
  /// What to ask for.
  public var address: HTTPAddress
  /// Header fields beside those that the transport sends of itself (host, user agent, encodings).
  public var headers: [HTTPHeader]
  /// Limits on the answer.
  public var limits: HTTPLimits
  /// Whether the body is wanted, asked once the head is there.
  ///
  /// Where it is not, the transfer ends there, well, and the response is marked as cut. Called on
  /// the client's own thread, so it must not wait; not called for a HEAD.
  public var wantsBody: @Sendable (HTTPHead) -> Bool

  /// Makes a request.
  public init(
    _ method: Method, _ address: HTTPAddress, headers: [HTTPHeader] = [],
    limits: HTTPLimits = HTTPLimits(),
    wantsBody: @escaping @Sendable (HTTPHead) -> Bool = { _ in true }
  ) {
    self.method = method
    self.address = address
    self.headers = headers
    self.limits = limits
    self.wantsBody = wantsBody
  }
}

/// A header field.
public struct HTTPHeader: Sendable, Hashable {
  /// The name, as sent.
  public var name: String
  /// The value, without blanks around it.
  public var value: String

  /// Makes a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// How much of an answer is waited for and read.
public struct HTTPLimits: Sendable, Hashable {
  /// Seconds until a connection stands, TLS included.
  public var connectSeconds: Double
  /// Seconds for all of it.
  public var totalSeconds: Double
  /// Bytes of the body, after decompression; the rest is cut off.
  public var bodyBytesMax: Int
  /// Bytes of all header fields; more is an error.
  public var headerBytesMax: Int

  /// Makes limits; the defaults are generous to any honest server.
  public init(
    connectSeconds: Double = 10, totalSeconds: Double = 30, bodyBytesMax: Int = 2 << 20,
    headerBytesMax: Int = 64 << 10
  ) {
    self.connectSeconds = connectSeconds
    self.totalSeconds = totalSeconds
    self.bodyBytesMax = bodyBytesMax
    self.headerBytesMax = headerBytesMax
  }
}
