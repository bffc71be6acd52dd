/// Why an FT command has no answer.
package struct FTError: Error, Sendable, Equatable {
  /// The whole text of the error as Redis' clients read it, without the leading `-`.
  package let message: String

  /// Makes an error that says `message`.
  package init(_ message: String) {
    self.message = message
  }
}
