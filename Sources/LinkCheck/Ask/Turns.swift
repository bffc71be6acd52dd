internal import HTTPTransport

/// Sends when it is the host's turn.
///
/// What makes ``Pacing`` of any clock one type to those who ask.
protocol Turns: Sendable {
  /// Sends `request` by `client` when it is its host's turn.
  func send(
    _ request: HTTPRequest, by client: any HTTPClient
  ) async -> Result<HTTPResponse, HTTPError>
  /// Lets nobody ask `host` for so many seconds.
  func hold(_ host: String, seconds: Double) async
  /// Waits, without holding anybody's turn.
  func rest(seconds: Double) async
}

extension Pacing: Turns {
  nonisolated func send(
    _ request: HTTPRequest, by client: any HTTPClient
  ) async -> Result<HTTPResponse, HTTPError> {
    await turn(of: request.address.host) {
      do throws(HTTPError) {
        return .success(try await client.send(request))
      } catch {
        return .failure(error)
      }
    }
  }

  nonisolated func rest(seconds: Double) async {
    // Ends early where the task is cancelled, which the asker then sees.
    _ = try? await clock.sleep(until: clock.now.advanced(by: .seconds(seconds)), tolerance: nil)
  }
}
