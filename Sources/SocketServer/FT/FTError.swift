/// Why an FT command has no answer.
package struct FTError: Error, Sendable, Equatable {
  /// The whole text of the error as Redis' clients read it, without the leading `-`.
  package let message: String
  /// The code that it has in lines (`docs/protocol.md`).
  package let code: String

  /// Makes an error that says `message`; most are about the arguments.
  package init(_ message: String, code: String = "EARGS") {
    self.message = message
    self.code = code
  }

  /// `what` is more than `max`, which is so many of `unit`.
  static func exceeds(_ what: String, _ max: Int, _ unit: String = "") -> FTError {
    FTError("\(what) exceeds maximum of \(max)" + (unit.isEmpty ? "" : " " + unit), code: "ELIMIT")
  }

  /// The time is up.
  static let timeout = FTError("Timeout limit was reached", code: "ETIME")
}
