/// What is kept of texts that servers write, which have no end of their own.
enum Excerpt {
  private static let charactersMax = 300

  /// The start of `text`.
  static func of(_ text: String) -> String { String(text.prefix(charactersMax)) }
}
