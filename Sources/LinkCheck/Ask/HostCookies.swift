internal import HTTPTransport

/// The cookies of one check: what a host set is sent back to that very host and to nobody else, and
/// forgotten with the check.
///
/// Some servers send a visitor round in circles until a cookie comes back. Domains, paths and ends of
/// cookies are not looked at, since none outlives a handful of requests.
struct HostCookies: Sendable, Hashable {
  private var byHost: [String: [String: String]] = [:]

  /// Cookies kept of one host.
  private static let cookiesMax = 50
  private static let cookieBytesMax = 4_096

  /// Takes in what `head` sets for `host`.
  mutating func take(_ head: HTTPHead, from host: String) {
    for field in head.all("set-cookie") where field.utf8.count <= Self.cookieBytesMax {
      let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      guard let name = pair.first.map({ String($0.filter { $0 != " " }) }), !name.isEmpty,
        byHost[host]?.count ?? 0 < Self.cookiesMax
      else { continue }
      byHost[host, default: [:]][name] = pair.count == 2 ? String(pair[1]) : ""
    }
  }

  /// The header field to send to `host`, if it set anything.
  func field(for host: String) -> HTTPHeader? {
    guard let cookies = byHost[host], !cookies.isEmpty else { return nil }
    return HTTPHeader(
      "Cookie",
      cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
  }
}
