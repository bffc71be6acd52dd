/// Who knows the addresses of names.
public protocol NameResolver: Sendable {
  /// The addresses of `host`, a name or itself an address.
  ///
  /// - Throws: `nameNotFound`, `nameServiceFailed` or `cancelled`.
  func addresses(of host: String) async throws(HTTPError) -> [IPAddress]
}
