/// A term of the field in English and in Welsh: a line of `corpus/vocabulary/terms.tsv`.
public struct TermPair: Sendable, Hashable, Codable {
  /// The English term.
  public var english: String
  /// The Welsh term.
  public var welsh: String

  /// Makes a pair.
  public init(english: String, welsh: String) {
    self.english = english
    self.welsh = welsh
  }
}
