/// Why a document has its score: a number, what it is, and the numbers it was made from.
public struct Explanation: Sendable, Equatable {
  /// The score, or a part that went into it.
  public var value: Float
  /// Whether this part of the query matches the document; a part that does not has the value 0.
  public var isMatch: Bool
  /// What the number is, in the words of the ranking's formula.
  public var words: String
  /// What it was made from, in the order of the computation.
  public var details: [Explanation]

  /// Makes a node.
  public init(value: Float, isMatch: Bool = true, words: String, details: [Explanation] = []) {
    self.value = value
    self.isMatch = isMatch
    self.words = words
    self.details = details
  }

  /// The tree as lines, each level two spaces further in.
  public var lines: [String] {
    ["\(value) \(words)"] + details.flatMap { $0.lines.map { "  " + $0 } }
  }
}
