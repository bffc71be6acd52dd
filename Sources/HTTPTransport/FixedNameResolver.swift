/// Names whose addresses are given, such as by `--resolve HOST:ADDRESS`; others are asked elsewhere.
public struct FixedNameResolver: NameResolver {
  private let table: [String: [IPAddress]]
  private let other: any NameResolver

  /// Answers from `table`, whose names are in lower case, and for other names from `other`.
  public init(_ table: [String: [IPAddress]], else other: any NameResolver) {
    self.table = table
    self.other = other
  }

  /// The addresses of `host`.
  public func addresses(of host: String) async throws(HTTPError) -> [IPAddress] {
    if let known = table[host] { return known }
    return try await other.addresses(of: host)
  }
}
