public import HTTPTransport

/// Looks for archived copies at a Memento TimeGate (RFC 7089): the copy nearest to a day.
public struct Memento: Sendable {
  private let timeGate: HTTPAddress
  private let client: any HTTPClient
  private let turns: any Turns

  /// Asks the TimeGate whose addresses start with `prefix`, as politely as `policy` says; nil where
  /// that is no address.
  public init?(timeGate prefix: String, client: any HTTPClient, policy: CheckPolicy) {
    guard let address = HTTPAddress(prefix) else { return nil }
    timeGate = address
    self.client = client
    turns = Pacing(policy, clock: ContinuousClock())
  }

  /// The redirects that a TimeGate may answer with.
  private static let redirectsMax = 5

  /// The copy of `url` nearest to `time` (seconds since 1970), or nil where there is none.
  ///
  /// A copy is an answer that says of when it is (`Memento-Datetime`) and is good.
  public func copy(of url: String, near time: Int64) async -> String? {
    guard var place = HTTPAddress(timeGate.text + url) else { return nil }
    for _ in 0...Self.redirectsMax {
      let request = HTTPRequest(
        .head, place, headers: [HTTPHeader("Accept-Datetime", HTTPDate.text(max(0, time)))])
      guard case .success(let response) = await turns.send(request, by: client) else { return nil }
      if (300..<400).contains(response.head.status), let location = response.head["location"],
        let next = place.resolving(location)
      {
        place = next
      } else if response.head["memento-datetime"] != nil, response.head.status == 200 {
        return place.text
      } else {
        return nil
      }
    }
    return nil
  }
}
