/// Tokens of one text: term bytes, positions and byte ranges, in buffers that are reused from text
/// to text so that no token costs an allocation.
///
/// Invariants, which the token laws test: `start ≤ end` of every token lie within the text;
/// starts never descend; positions never descend (equal positions are alternatives of one word).
///
/// **Words in several parts.** Of `e-bost` the batch has `e` at position 0, `ebost` at position 0
/// too, and `bost` at position 1; of Welsh `i'r`, `i`, `ir` and `r` likewise. The joined form's
/// byte range holds those of all its parts, and so says how many positions it stands for. An index
/// stores all tokens as they are. A query must not ask for all of them: the joined form is an
/// alternative to the phrase of the parts, and ``words()`` gives these readings. A field's length
/// counts positions, not tokens.
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

    /// Makes a token whose term lies in the batch's ``TokenBatch/termBytes`` already.
    public init(termStart: Int, termEnd: Int, position: Int, start: Int, end: Int) {
      self.termStart = termStart
      self.termEnd = termEnd
      self.position = position
      self.start = start
      self.end = end
    }
  }

  /// The terms' bytes, one after another.
  public private(set) var termBytes: [UInt8] = []
  /// The tokens in text order.
  public private(set) var tokens: [Token] = []

  /// The buffers of the analysis that fills the batch.
  var workbench = Workbench()

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

  /// Appends bytes of terms and tokens of them, a stretch of text at once, at most so many of each;
  /// no term is empty.
  ///
  /// The bytes may hold more than the terms. Terms past ``AnalyzerLimits/termBytesMax`` are cut.
  public mutating func append(
    bytesAtMost: Int, tokensAtMost: Int,
    _ fill: (inout OutputSpan<UInt8>, inout OutputSpan<Token>) -> Void
  ) {
    let first = tokens.count
    Self.append(&termBytes, bytesAtMost, &tokens, tokensAtMost, fill)
    for index in first..<tokens.count
    where tokens[index].termEnd - tokens[index].termStart > AnalyzerLimits.termBytesMax {
      var end = tokens[index].termStart + AnalyzerLimits.termBytesMax
      while termBytes[end] & 0xC0 == 0x80 { end -= 1 }
      tokens[index].termEnd = end
    }
  }

  private static func append(
    _ termBytes: inout [UInt8], _ bytesAtMost: Int, _ tokens: inout [Token], _ tokensAtMost: Int,
    _ fill: (inout OutputSpan<UInt8>, inout OutputSpan<Token>) -> Void
  ) {
    termBytes.append(addingCapacity: bytesAtMost) { (bytes: inout OutputSpan<UInt8>) in
      tokens.append(addingCapacity: tokensAtMost) { (tokens: inout OutputSpan<Token>) in
        fill(&bytes, &tokens)
      }
    }
  }

  /// Appends a token of an ASCII word of the text in lower case.
  @inline(__always)
  mutating func append(lowercasing range: Range<Int>, of text: Span<UInt8>, position: Int) {
    let termStart = termBytes.count
    termBytes.append(addingCapacity: range.count) { (bytes: inout OutputSpan<UInt8>) in
      for index in range { bytes.append(CaseFolding.fold(text[index])) }
    }
    tokens.append(
      Token(
        termStart: termStart, termEnd: termBytes.count, position: position,
        start: range.lowerBound, end: range.upperBound))
  }

  /// Appends a token; the term is not empty.
  @inline(__always)
  mutating func append(_ term: ShortWord, position: Int, _ range: Range<Int>) {
    let termStart = termBytes.count
    termBytes.append(addingCapacity: term.count) { (bytes: inout OutputSpan<UInt8>) in
      for index in 0..<term.count { bytes.append(term.byte(index)) }
    }
    tokens.append(
      Token(
        termStart: termStart, termEnd: termBytes.count, position: position,
        start: range.lowerBound, end: range.upperBound))
  }

  /// The position after the last token's, 0 to begin with.
  var nextPosition: Int { (tokens.last?.position ?? -1) + 1 }

  /// Puts a token of an earlier position behind the others of that position, looking from the token
  /// `first` on.
  ///
  /// Returns its number; nil for an empty term, which is left out.
  mutating func insert(
    term: [UInt8], from first: Int, position: Int, start: Int, end: Int
  ) -> Int? {
    guard !term.isEmpty else { return nil }
    var index = first
    while index < tokens.count, tokens[index].position <= position, tokens[index].start <= start {
      index += 1
    }
    let termStart = termBytes.count
    termBytes.append(contentsOf: term)
    tokens.insert(
      Token(
        termStart: termStart, termEnd: termBytes.count, position: position, start: start, end: end),
      at: index)
    return index
  }

  /// Forgets the tokens and keeps the memory.
  public mutating func removeAll() {
    termBytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
  }
}
