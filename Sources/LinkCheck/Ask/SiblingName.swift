internal import HTTPTransport

/// How made-up addresses are called.
enum SiblingName {
  /// FNV-1a, the same in every process.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The ending of an address's last part, such as `.aspx`: other endings may go other ways.
  static func ending(of address: HTTPAddress) -> String {
    let name = address.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 6 else {
      return ""
    }
    return String(name[dot...])
  }
}
