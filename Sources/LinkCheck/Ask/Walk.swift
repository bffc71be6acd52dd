internal import HTTPTransport
internal import Records

/// Where a check stands on its way along redirects.
struct Walk: Sendable {
  /// What was seen so far.
  var observation: Observation
  /// What the hosts set.
  var cookies = HostCookies()
  private var visited: Set<Stop>

  private struct Stop: Hashable {
    var address: HTTPAddress
    var cookies: HostCookies
  }

  /// Starts at an address.
  init(start: HTTPAddress) {
    observation = Observation(start: start)
    visited = [Stop(address: start, cookies: HostCookies())]
  }

  /// Where it stands.
  var place: HTTPAddress { observation.final }

  /// Goes on to `target`; evidence where that leads nowhere.
  ///
  /// A place seen before is a circle, unless a cookie was set since.
  mutating func go(to target: HTTPAddress, status: Int, redirectsMax: Int) -> LinkEvidence? {
    observation.hops.append(Observation.Hop(from: place, to: target, status: status))
    guard observation.hops.count <= redirectsMax else { return .tooManyRedirects(redirectsMax) }
    guard visited.insert(Stop(address: target, cookies: cookies)).inserted else {
      return .redirectLoop
    }
    return nil
  }
}
