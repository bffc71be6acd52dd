internal import Records

/// A host and the IP address to ask for it, as `--resolve` takes them: `HOST:ADDRESS`.
public struct FixedAddress: Sendable, Hashable {
  /// The host in lower case.
  public let host: String
  /// The IP address, without brackets.
  public let address: String

  /// Reads `HOST:ADDRESS`; an IPv6 address may stand in brackets.
  ///
  /// Nil for anything that cannot be one; whether it is one is for the system to say.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    host = text[..<colon].lowercased()
    guard WebAddress.host(of: "http://" + host) == host else { return nil }
    var rest = text[text.index(after: colon)...]
    if rest.hasPrefix("["), rest.hasSuffix("]") { rest = rest.dropFirst().dropLast() }
    let numbers = rest.split(separator: ".", omittingEmptySubsequences: false)
    let isV4 = numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
    let isV6 =
      rest.filter { $0 == ":" }.count >= 2
      && rest.allSatisfy { $0.isASCII && ($0.isHexDigit || ":.".contains($0)) }
    guard isV4 || isV6 else { return nil }
    address = String(rest)
  }
}
