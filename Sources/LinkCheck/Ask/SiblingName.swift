internal import HTTPTransport

/// How made-up addresses are called.
enum SiblingName {
  /// The ending of an address's last part, such as `.aspx`: other endings may go other ways.
  static func ending(of address: HTTPAddress) -> String {
    let name = address.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 6 else {
      return ""
    }
    return String(name[dot...])
  }
}
