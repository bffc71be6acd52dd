/// Tokens of one text: term bytes, positions and byte ranges, in buffers that are reused from text to
/// text so that no token costs an allocation.
///
/// Invariants, which the token laws test: `start ≤ end` of every token lie within the text;
/// starts never descend; positions never descend (equal positions are alternatives of one word).
public struct TokenBatch: Sendable {
  /// One occurrence of a term.
  public struct Token: Sendable, Equatable {
    /// Where the term starts in ``TokenBatch/termBytes``.
    public var termStart: Int
    /// Where the term ends in ``TokenBatch/termBytes``.
    public var termEnd: Int
    /// The word's place in the text, counted from 0.
    public var position: Int
    /// The byte of the text at which the word starts.
    public var start: Int
    /// The byte of the text after the word's last.
    public var end: Int
  }

  /// The terms' bytes, one after another.
  public private(set) var termBytes: [UInt8] = []
  /// The tokens in text order.
  public private(set) var tokens: [Token] = []

  /// Starts empty.
  public init() {}

  /// The number of tokens.
  public var count: Int { tokens.count }

  /// Whether there are no tokens.
  public var isEmpty: Bool { tokens.isEmpty }

  /// The bytes of a token's term.
  public func term(_ token: Token) -> [UInt8] {
    Array(termBytes[token.termStart..<token.termEnd])
  }

  /// A token's term as text.
  public func text(_ token: Token) -> String {
    String(decoding: termBytes[token.termStart..<token.termEnd], as: UTF8.self)
  }

  /// Appends a token; an empty term is left out, as no term of an index is empty.
  public mutating func append(
    term: some Sequence<UInt8>, position: Int, start: Int, end: Int
  ) {
    let termStart = termBytes.count
    termBytes.append(contentsOf: term)
    guard termBytes.count > termStart else { return }
    tokens.append(
      Token(
        termStart: termStart, termEnd: termBytes.count, position: position, start: start, end: end))
  }

  /// Forgets the tokens and keeps the memory.
  public mutating func removeAll() {
    termBytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
  }
}
