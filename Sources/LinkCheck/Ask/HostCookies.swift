internal import HTTPTransport

/// The cookies of one check: what a host set is sent back to that very host and to nobody else, and
/// forgotten with the check.
///
/// Some servers send a visitor round in circles until a cookie comes back. Domains, paths and ends of
/// cookies are not looked at, since none outlives a handful of requests.
struct HostCookies: Sendable, Hashable {
  private struct Cookie: Hashable {
    var value: String
    /// Set over TLS, so that it is never sent without.
    var isSecure: Bool
  }

  private var byHost: [String: [String: Cookie]] = [:]

  /// Cookies kept of one host.
  private static let cookiesMax = 50
  private static let cookieBytesMax = 4_096

  /// Takes in what `head`, the answer of `address`, sets.
  mutating func take(_ head: HTTPHead, from address: HTTPAddress) {
    let host = address.host
    for field in head.all("set-cookie") where field.utf8.count <= Self.cookieBytesMax {
      let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      guard let name = pair.first.map({ String($0.filter { $0 != " " }) }), !name.isEmpty,
        byHost[host]?.count ?? 0 < Self.cookiesMax
      else { continue }
      byHost[host, default: [:]][name] = Cookie(
        value: pair.count == 2 ? String(pair[1]) : "", isSecure: address.scheme == "https")
    }
  }

  /// The header field to send to `address`, if its host set anything.
  func field(for address: HTTPAddress) -> HTTPHeader? {
    let cookies = (byHost[address.host] ?? [:]).filter {
      !$0.value.isSecure || address.scheme == "https"
    }
    guard !cookies.isEmpty else { return nil }
    return HTTPHeader(
      "Cookie",
      cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value)" }
        .joined(separator: "; "))
  }
}
