/// What one request in RESP may have.
package struct RESPLimits: Sendable, Equatable {
  /// The most words, the command's name counted.
  package var argumentsMax: Int
  /// The most bytes of a word.
  package var argumentBytesMax: Int
  /// The most bytes of all words.
  package var requestBytesMax: Int

  /// The limits of the protocol, or others.
  package init(
    argumentsMax: Int = 1_024, argumentBytesMax: Int = 65_536, requestBytesMax: Int = 1_048_576
  ) {
    precondition(argumentsMax > 0 && argumentBytesMax > 0 && requestBytesMax > 0)
    self.argumentsMax = argumentsMax
    self.argumentBytesMax = argumentBytesMax
    self.requestBytesMax = requestBytesMax
  }
}
