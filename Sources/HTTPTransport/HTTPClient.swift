/// Who sends a request and brings back what was answered.
///
/// ``HTTPTransport`` does it over the network; tests answer from memory.
public protocol HTTPClient: Sendable {
  /// Sends `request` and waits for the answer; redirects are answers like any other.
  ///
  /// - Throws: ``HTTPError`` where no answer came, or none that may be read.
  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse
}
