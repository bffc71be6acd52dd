/// Reads text as an address: what browsers forgive first, then libcurl, then the host by our rules.
enum AddressReader {
  /// Reads `text`, against `base` where there is one.
  static func read(_ text: String, base: HTTPAddress?) -> HTTPAddress? {
    guard let written = encoded(text, forgivesBreaks: base != nil) else { return nil }
    guard let base else { return checked(CurlURL.parts(of: written, base: nil)) }
    // libcurl would append these to the folder of the base.
    if written.isEmpty { return base.withoutFragment }
    if written.utf8.first == UInt8(ascii: "#") {
      return HTTPAddress(
        checkedScheme: base.scheme, host: base.host, port: base.port, path: base.path,
        query: base.query, fragment: String(written.dropFirst()), hasCredentials: false)
    }
    return checked(CurlURL.parts(of: written, base: base.text))
  }

  /// `text` in ASCII: blanks around it cut off, what may not stand in an address percent-encoded,
  /// backslashes before the query turned; nil where it is too long or has control characters.
  ///
  /// (WHATWG URL, §4.4 and the percent-encode sets of §1.3. The host's bytes are encoded too and
  /// decoded again by libcurl, as browsers do.)
  private static func encoded(_ text: String, forgivesBreaks: Bool) -> String? {
    guard text.utf8.count <= HTTPAddress.bytesMax else { return nil }
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    var source = text.utf8[...]
    while let first = source.first, isBlank(first) { source.removeFirst() }
    while let last = source.last, isBlank(last) { source.removeLast() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + 16)
    var isBeforeQuery = true
    for byte in source {
      switch byte {
      case 0x09, 0x0A, 0x0D:
        guard forgivesBreaks else { return nil }
      case 0x00...0x1F, 0x7F: return nil
      case UInt8(ascii: "\\"):
        bytes.append(isBeforeQuery ? UInt8(ascii: "/") : byte)
      case 0x20, 0x22, 0x3C, 0x3E, 0x60, 0x7B, 0x7D, 0x80...: appendEscape(of: byte, to: &bytes)
      default:
        if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { isBeforeQuery = false }
        bytes.append(byte)
        if isBeforeQuery { unescapeDot(&bytes) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 0x0F] {
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }

  /// `%2e` is a dot, also to browsers that look for dot segments; libcurl 7.88 does not see it.
  private static func unescapeDot(_ bytes: inout [UInt8]) {
    guard bytes.count >= 3, bytes[bytes.count - 1] | 0x20 == UInt8(ascii: "e"),
      bytes[bytes.count - 2] == UInt8(ascii: "2"), bytes[bytes.count - 3] == UInt8(ascii: "%")
    else { return }
    bytes.removeLast(3)
    bytes.append(UInt8(ascii: "."))
  }

  private static func checked(_ parts: CurlURL.Parts?) -> HTTPAddress? {
    guard let parts, parts.zone == nil, ["http", "https"].contains(parts.scheme),
      let host = checkedHost(parts.host)
    else { return nil }
    let port = parts.port ?? HTTPAddress.defaultPort(parts.scheme)
    guard (1...65_535).contains(port) else { return nil }
    let address = HTTPAddress(
      checkedScheme: parts.scheme, host: host, port: port,
      path: parts.path.isEmpty ? "/" : parts.path, query: parts.query, fragment: parts.fragment,
      hasCredentials: parts.hasCredentials)
    return address.withFragment.utf8.count <= HTTPAddress.bytesMax ? address : nil
  }

  /// The host as ``HTTPAddress/host`` has it, or nil.
  private static func checkedHost(_ written: String) -> String? {
    if written.hasPrefix("[") {
      guard written.hasSuffix("]") else { return nil }
      let address = IPAddress(String(written.dropFirst().dropLast()))
      return address.map(\.description)
    }
    var name = written
    if !name.utf8.allSatisfy({ $0 < 0x80 }) {
      guard let ascii = InternationalName.ascii(name) else { return nil }
      name = ascii
    }
    name = name.lowercased()
    if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
    guard !name.isEmpty, name.utf8.count <= 253 else { return nil }
    let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard
      labels.allSatisfy({ (1...63).contains($0.count) && $0.allSatisfy(isHostByte) }),
      let last = labels.last
    else { return nil }
    // A last label of digits makes browsers read an IPv4 address, or nothing (WHATWG URL §3.5).
    if last.allSatisfy({ (0x30...0x39).contains($0) }) || last.starts(with: "0x".utf8) {
      guard case .v4? = IPAddress(name) else { return nil }
    }
    return name
  }

  /// The underscore is no part of a host name, but of names that the web uses.
  private static func isHostByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
}
