public import Logging

/// What the log tells of the requests that are answered.
///
/// People search here for what concerns them most: nothing is told unless the operator asks for it, and who
/// asked is never told.
public struct AccessLog: Sendable {
  /// How much is told.
  public enum Detail: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case off
    /// The verb, how it ended and how long it took.
    case summary
    /// What was asked too.
    case full
  }

  /// The most bytes that are told of one request.
  static let textBytesMax = 1_024

  /// The commands whose words may hold a password.
  static let secret: Set = ["AUTH", "HELLO"]

  private let detail: Detail
  private let logger: Logger

  /// Tells `logger` as much as `detail` says.
  public init(_ detail: Detail, logger: Logger) {
    self.detail = detail
    self.logger = logger
  }

  /// A request was answered.
  ///
  /// - Parameters:
  ///   - verb: its verb, one of the tables'; nil where it had none, since what was sent in its place may be
  ///     a question.
  ///   - failure: the code of its error; nil where there was none.
  ///   - latency: how long it took; nil where that was not measured.
  ///   - text: what was asked, which only ``Detail/full`` evaluates.
  func note(
    _ verb: String?, failure: String?, _ latency: Duration? = nil, text: () -> String
  ) {
    guard detail != .off else { return }
    var metadata: Logger.Metadata = [
      "verb": "\(verb ?? "?")", "outcome": "\(failure ?? "ok")",
    ]
    if let latency {
      let (seconds, attoseconds) = latency.components
      metadata["us"] = "\(seconds * 1_000_000 + attoseconds / 1_000_000_000_000)"
    }
    if detail == .full { metadata["text"] = "\(Self.shown(text()))" }
    logger.info("request", metadata: metadata)
  }

  /// `text` on one line, cut.
  static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      guard shown.utf8.count < textBytesMax else { return shown + "…" }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: shown.unicodeScalars.append(" ")
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
