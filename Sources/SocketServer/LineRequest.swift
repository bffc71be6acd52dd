/// One request line, read but not yet understood: `[@tag] verb argument…`.
package struct LineRequest: Sendable, Equatable {
  /// What every line of the reply repeats.
  package var tag: String?
  /// The verb as sent.
  package var verb: String
  /// The arguments, in order.
  package var arguments: [LineArgument]

  /// Makes a request.
  package init(tag: String? = nil, verb: String, arguments: [LineArgument] = []) {
    self.tag = tag
    self.verb = verb
    self.arguments = arguments
  }

  /// What an argument takes beside its bytes: itself, and a list of its pieces.
  private static let argumentBytes = 128

  /// How much memory it takes.
  var byteCount: Int {
    arguments.reduce(verb.utf8.count) { bytes, argument in
      argument.pieces.reduce(bytes + Self.argumentBytes) { $0 + $1.byteCount }
    }
  }
}
