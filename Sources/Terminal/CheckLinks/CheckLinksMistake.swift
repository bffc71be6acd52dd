internal import Records

/// What can be wrong with the options of `check-links` beyond what their types refuse.
enum CheckLinksMistake: Error, Equatable {
  /// The number is outside what the option takes.
  case outOfRange(option: String, range: String)
  /// The value does not have the form that the option takes.
  case badForm(option: String, found: String, expected: String)
  /// There is no such link state.
  case unknownState(option: String, found: String, nearest: String?)
  /// The two do not go together.
  case contradiction(String, String)
  /// One means nothing without the other.
  case needs(String, String)

  /// The mistake in words.
  func message(_ language: InterfaceLanguage) -> String {
    func say(_ english: String, _ welsh: String) -> String {
      switch language {
      case .english: english
      case .welsh: welsh
      }
    }
    switch self {
    case .outOfRange(let option, let range):
      return say("\(option) takes \(range).", "Mae \(option) yn derbyn \(range).")
    case .badForm(let option, let found, let expected):
      return say(
        "\(option) does not take \"\(found)\": expected \(expected).",
        "Nid yw \(option) yn derbyn \"\(found)\": disgwyliwyd \(expected).")
    case .unknownState(let option, let found, let nearest):
      let hint =
        nearest.map { say(" Did you mean \($0)?", " Ai \($0) oedd gennych mewn golwg?") } ?? ""
      let states = LinkState.allCases.map(\.rawValue).joined(separator: ", ")
      return say(
        "\(option): there is no link state \"\(found)\".\(hint) States: \(states).",
        "\(option): nid oes cyflwr dolen \"\(found)\".\(hint) Cyflyrau: \(states).")
    case .contradiction(let one, let other):
      return say(
        "\(one) and \(other) do not go together.", "Nid yw \(one) a \(other) yn mynd gyda'i gilydd."
      )
    case .needs(let one, let other):
      return say("\(one) needs \(other).", "Mae angen \(other) ar gyfer \(one).")
    }
  }
}
