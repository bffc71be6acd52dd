import HTTPTransport
import Testing

/// A transport to servers of this machine.
func localTransport(
  extraCA: String? = nil, connectionsMax: Int = 256, resolver: any NameResolver = NoNames()
) -> HTTPTransport {
  HTTPTransport(
    HTTPTransport.Configuration(
      userAgent: "canfod-test", addressGuard: AddressGuard(allowsPrivate: true), extraCA: extraCA,
      connectionsMax: connectionsMax), resolver: resolver)
}

/// Knows no names but localhost.
struct NoNames: NameResolver {
  func addresses(of host: String) async throws(HTTPError) -> [IPAddress] {
    guard host == "localhost" else { throw .nameNotFound(host: host) }
    return [.v4(0x7F00_0001)]
  }
}

extension RawServer {
  /// An address on this server.
  func address(_ path: String = "/") throws -> HTTPAddress {
    try #require(HTTPAddress("http://127.0.0.1:\(port)\(path)"))
  }
}

extension HTTPClient {
  /// What comes of a request: a response or an error.
  func outcome(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPError> {
    do { return .success(try await send(request)) } catch { return .failure(error) }
  }

  /// The error of a request, or nil where an answer came.
  func error(_ request: HTTPRequest) async -> HTTPError? {
    guard case .failure(let error) = await outcome(request) else { return nil }
    return error
  }
}
