import Terminal

/// Text as XML and HTML write it.
enum Markup {
  /// `text` where elements and quoted attributes take it; what XML cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.split(separator: "\n", omittingEmptySubsequences: false).map({
      PlainText.clean(String($0))
    }).joined(separator: "\n").unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An http or https address as an attribute takes it; `#` for anything else, which no browser runs.
  static func link(_ url: String) -> String {
    let lower = url.lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://") ? escaped(url) : "#"
  }
}
