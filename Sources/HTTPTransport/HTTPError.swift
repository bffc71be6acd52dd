/// Why no answer came, or none that may be read.
public enum HTTPError: Error, Equatable, Sendable {
  /// The text is no http or https address that can be asked for.
  case badAddress(String)
  /// The name service knows no such name (NXDOMAIN, or a name without addresses).
  case nameNotFound(host: String)
  /// The name service did not answer; the name may exist.
  case nameServiceFailed(host: String)
  /// The name leads to `address`, which is private, loopback, link-local or otherwise not public.
  case refusedAddress(host: String, address: String)
  /// Ports other than 80 and 443 are refused.
  case refusedPort(Int)
  /// Nobody listens there.
  case connectionRefused
  /// There is no way there: the network or the host cannot be reached.
  case networkUnreachable
  /// It took too long.
  case timedOut(HTTPStage)
  /// The connection ended before the answer did, or nothing came at all.
  case connectionLost
  /// The server could not show who it is.
  case tls(TLSFault)
  /// The header fields pass their limit.
  case headersTooLarge(bytesMax: Int)
  /// What came is not HTTP.
  case malformed
  /// The asker gave up.
  case cancelled
  /// Another failure of the transport, as it words it.
  case other(code: Int, String)
}

/// How far a request had come.
public enum HTTPStage: String, Sendable, Hashable, Codable {
  /// The connection did not stand yet.
  case connecting
  /// Nothing of the answer had come.
  case waiting
  /// The answer had begun.
  case receiving
}

/// What is wrong with a server's certificate or its TLS.
public enum TLSFault: String, Sendable, Hashable, Codable {
  /// The certificate is past its end.
  case expired
  /// The certificate's time has not begun.
  case notYetValid = "not-yet-valid"
  /// The certificate is for other names.
  case wrongHost = "wrong-host"
  /// The certificate is signed by nobody who is known: itself, or an unknown authority.
  case untrusted
  /// The two could not agree on how to speak.
  case handshake
}
