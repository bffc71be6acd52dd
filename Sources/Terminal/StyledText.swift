/// Text in which some stretches stand out.
public struct StyledText: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// How a stretch stands out.
  public enum Style: Sendable, Hashable {
    /// Not at all.
    case plain
    /// A heading.
    case heading
    /// A word that was found; without colour it stands between asterisks.
    case found
    /// A name to type: an id, a flag.
    case quiet
    /// A warning.
    case warning

    /// The terminal's code for it (ECMA-48, Select Graphic Rendition).
    var code: String? {
      switch self {
      case .plain: nil
      case .heading: "1"
      case .found: "1;33"
      case .quiet: "2"
      case .warning: "1;31"
      }
    }
  }

  /// A stretch in one style.
  struct Run: Sendable, Hashable {
    /// The text, without controls.
    var text: String
    /// The style.
    var style: Style
  }

  /// The stretches.
  private(set) var runs: [Run]

  /// Makes a text in one style.
  public init(_ text: String, _ style: Style = .plain) {
    runs = [Run(text: PlainText.clean(text), style: style)]
  }

  /// Makes a plain text.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The text without its styles.
  public var plain: String { runs.map(\.text).joined() }

  /// One text after the other.
  public static func + (left: Self, right: Self) -> Self {
    var text = left
    text.runs += right.runs
    return text
  }

  /// Appends a text.
  public static func += (left: inout Self, right: Self) { left.runs += right.runs }
}
