import ArgumentParser
import Records

/// The options of every command.
struct BasicOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
  var index = indexDefault

  /// Where the index is unless told.
  static let indexDefault = "index"

  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "dir"))
  var corpus = "corpus"

  @Flag(help: "Write JSON, one object a line, as the line protocol does.")
  var json = false

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "The language of messages and labels; the locale decides otherwise.", valueName: "language"))
  var language: MessageLanguage?

  @Option(
    name: [.customLong("colour"), .customLong("color")],
    help: ArgumentHelp(
      "Whether to colour; auto means on a terminal, unless NO_COLOR is set.",
      valueName: "when"))
  var colour = ColourChoice.auto
}

/// A language in which Canfod speaks, as `--lang` takes it.
enum MessageLanguage: String, ExpressibleByArgument, CaseIterable {
  /// English.
  case en
  /// Welsh.
  case cy

  /// The service's name for it.
  var interface: InterfaceLanguage {
    switch self {
    case .en: .english
    case .cy: .welsh
    }
  }

  /// The language that the locale asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that
  /// says anything decides.
  static func ofLocale(_ environment: [String: String]) -> Self {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let tag = locale?.prefix { $0.isLetter }.lowercased()
    return tag == "cy" ? .cy : .en
  }
}

/// When to colour, as `--colour` takes it.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  /// On a terminal that has not asked for none.
  case auto
  /// Always.
  case always
  /// Never.
  case never

  /// Whether to colour what goes to a terminal (or not) in `environment`.
  func isOn(onTerminal isTerminal: Bool, _ environment: [String: String]) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
  }
}
