/// Where a text leaves the search language, and what was expected there.
public struct SyntaxError: Error, Sendable, Hashable {
  /// What was expected.
  public enum Expected: Sendable, Hashable {
    /// A closing quotation mark.
    case closingQuote
    /// A closing bracket.
    case closingBracket
    /// A word, a phrase or a bracket: an operator stands alone.
    case operand
    /// Something between an opening and a closing bracket or quote.
    case content
    /// No closing bracket here: none is open.
    case noClosingBracket
    /// A number after `~`: at most this.
    case number(max: Int)
    /// A form of the field's value, described in the search language.
    case value(field: String, form: String)
  }

  /// The byte of the text, from 0.
  public var offset: Int
  /// What was expected there.
  public var expected: Expected

  /// Makes an error.
  public init(offset: Int, expected: Expected) {
    self.offset = offset
    self.expected = expected
  }
}
