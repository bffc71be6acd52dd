public import ArgumentParser
public import Records

/// The options of every command.
public struct BasicOptions: ParsableArguments {
  /// The folder of the index.
  @Option(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
  public var index = indexDefault

  /// Where the index is unless told.
  public static let indexDefault = "index"

  /// The folder of the corpus.
  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "dir"))
  public var corpus = "corpus"

  /// Whether a program reads.
  @Flag(help: "Write JSON, one object a line, as the line protocol does.")
  public var json = false

  /// The language of messages; nil where the locale decides.
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "The language of messages and labels; the locale decides otherwise.", valueName: "language"))
  public var language: MessageLanguage?

  /// Whether to colour.
  @Option(
    name: [.customLong("colour"), .customLong("color")],
    help: ArgumentHelp(
      "Whether to colour; auto means on a terminal, unless NO_COLOR is set.",
      valueName: "when"))
  public var colour = ColourChoice.auto

  /// The options of a command line that gives none.
  public init() {}
}

/// A language in which Canfod speaks, as `--lang` takes it.
public enum MessageLanguage: String, WordChoice, Sendable {
  /// English.
  case en
  /// Welsh.
  case cy

  /// The service's name for it.
  public var interface: InterfaceLanguage {
    switch self {
    case .en: .english
    case .cy: .welsh
    }
  }

  /// The language that the locale asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that
  /// says anything decides.
  public static func ofLocale(_ environment: [String: String]) -> Self {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let tag = locale?.prefix { $0.isLetter }.lowercased()
    return tag == "cy" ? .cy : .en
  }
}

/// When to colour, as `--colour` takes it.
public enum ColourChoice: String, WordChoice, Sendable {
  /// On a terminal that has not asked for none.
  case auto
  /// Always.
  case always
  /// Never.
  case never

  /// Whether to colour what goes to a terminal (or not) in `environment`.
  public func isOn(onTerminal isTerminal: Bool, _ environment: [String: String]) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
  }
}
