import HTTPTransport

/// Hosts as people write them.
enum HostName {
  /// The one spelling that addresses have: in ASCII, without a dot at the end.
  static func plain(_ host: String) -> String { HTTPAddress("http://" + host)?.host ?? host }
}
