/// The form that a record's `url` must have: an absolute http or https address with a host.
///
/// Not a full URL grammar: addresses are carried as they were found, so only what would make one
/// useless is refused (RFC 3986, with internationalised characters let through).
public enum WebAddress {
  /// What is expected, for a fault.
  public static let expectedForm = "an absolute address, http://… or https://…, with a host"

  /// Whether `text` is an absolute http(s) address: a host of letters, digits, hyphens and dots
  /// (or an address in brackets), an optional port, and no space or control character anywhere.
  public static func isAbsolute(_ text: String) -> Bool {
    host(of: text) != nil
  }

  /// The host of an absolute http(s) address, in lower case, an IPv6 address in its brackets; nil for
  /// what is no such address.
  public static func host(of text: String) -> String? {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix),
      text.utf8.count <= 2_048,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\u{A0}" }),
      !text.utf8.contains(where: { "<>\"\\".utf8.contains($0) })
    else { return nil }
    let rest = lower.dropFirst(scheme.count)
    var authority = rest.prefix { !"/?#".contains($0) }
    if let at = authority.lastIndex(of: "@") {
      authority = authority[authority.index(after: at)...]
    }
    guard isHostAndPort(authority) else { return nil }
    if authority.first == "[", let close = authority.firstIndex(of: "]") {
      return String(authority[...close])
    }
    return String(authority.prefix { $0 != ":" })
  }

  private static func isHostAndPort(_ authority: Substring) -> Bool {
    if authority.first == "[" {
      guard let close = authority.firstIndex(of: "]") else { return false }
      let address = authority[authority.index(after: authority.startIndex)..<close]
      return address.contains(":") && address.allSatisfy { $0.isHexDigit || ":.".contains($0) }
        && isPort(authority[authority.index(after: close)...])
    }
    let host = authority.prefix { $0 != ":" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    // One empty label at the end is the DNS root: legal, if rare.
    let named = labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
    return !named.isEmpty
      && named.allSatisfy { !$0.isEmpty && $0.first != "-" && $0.allSatisfy(isHostCharacter) }
      && isPort(authority[host.endIndex...])
  }

  private static func isHostCharacter(_ character: Character) -> Bool {
    character == "-" || character == "_" || character.isLetter || character.isNumber
  }

  /// The empty text, or `:` and a number below 65,536.
  private static func isPort(_ text: Substring) -> Bool {
    guard !text.isEmpty else { return true }
    let digits = text.dropFirst()
    return text.first == ":" && digits.utf8.count <= 5
      && digits.utf8.allSatisfy { (48...57).contains($0) }
      && (digits.isEmpty || (Int(digits) ?? 65_536) < 65_536)
  }
}
