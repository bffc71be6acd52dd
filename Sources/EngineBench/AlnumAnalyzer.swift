public import TextAnalysis

/// The bench's analysis, the same for all engines: maximal runs of letters and numbers (Unicode
/// Alphabetic, or general category N), in lower case; nothing is folded, stemmed or stopped, and only
/// what is longer than any index takes is cut.
///
/// ASCII goes 64 bytes at a time: the bytes are copied in lower case as they stand, what is between
/// the words included, and the borders of words are found as bits. Other text goes by scalars.
public struct AlnumAnalyzer: Analyzer {
  /// `alnum`.
  public let tag = "alnum"
  private let letters = LetterTable.shared

  /// Makes an analyzer.
  public init() {}

  /// Appends the tokens of `text` to `batch`.
  public func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    var walk = AlnumWalk(position: (batch.tokens.last?.position ?? -1) + 1)
    var index = 0
    while index < text.count {
      let end = min(index + AlnumBlock.length, text.count)
      if let letters = AlnumBlock.letters(text, index..<end) {
        walk.append(letters, text.extracting(index..<end), at: index, to: &batch)
        index = end
      } else {
        index = walk.append(text, index..<end, letters, to: &batch)
      }
    }
    walk.finish(at: text.count, in: &batch)
  }
}

/// Where an analysis stands: in a word, or between two.
private struct AlnumWalk {
  private var position: Int
  private var isInWord = false
  private var start = 0
  private var termStart = 0

  /// Starts between words; the next has `position`.
  init(position: Int) {
    self.position = position
  }

  /// Appends a block of ASCII whose letters and numbers are the bits of `letters`.
  @inline(__always)
  mutating func append(
    _ letters: UInt64, _ block: Span<UInt8>, at index: Int, to batch: inout TokenBatch
  ) {
    let base = batch.termBytes.count
    // A bit is set where a word starts and where one has just ended.
    var borders = letters ^ (letters << 1 | (isInWord ? 1 : 0))
    if block.count < AlnumBlock.length { borders &= 1 << UInt64(block.count) - 1 }
    var walk = self
    batch.append(bytesAtMost: block.count, tokensAtMost: AlnumBlock.length / 2 + 1) {
      AlnumBlock.lower(block, into: &$0)
      while borders != 0 {
        let offset = borders.trailingZeroBitCount
        borders &= borders - 1
        if walk.isInWord {
          $1.append(walk.end(at: index + offset, termEnd: base + offset))
        } else {
          walk.begin(at: index + offset, termStart: base + offset)
        }
      }
    }
    self = walk
  }

  /// Appends scalars from the start of `range` on until its end is reached or passed; where the
  /// next one starts.
  mutating func append(
    _ text: Span<UInt8>, _ range: Range<Int>, _ letters: LetterTable, to batch: inout TokenBatch
  ) -> Int {
    var walk = self
    var index = range.lowerBound
    var termEnd = batch.termBytes.count
    // No lower case takes more than half as much again (ⱥ: three bytes for two), and the last
    // scalar may reach past the range.
    batch.append(bytesAtMost: 2 * range.count + 8, tokensAtMost: range.count) {
      while index < range.upperBound {
        let (scalar, length) = Self.decode(text, at: index)
        var lower = letters.lower(scalar)
        if lower == 0 {
          if walk.isInWord { $1.append(walk.end(at: index, termEnd: termEnd)) }
        } else if !walk.isInWord {
          walk.begin(at: index, termStart: termEnd)
        }
        while lower != 0 {
          $0.append(UInt8(truncatingIfNeeded: lower))
          lower >>= 8
          termEnd += 1
        }
        index += length
      }
    }
    self = walk
    return index
  }

  /// Ends the word that reaches to the end of the text.
  mutating func finish(at end: Int, in batch: inout TokenBatch) {
    guard isInWord else { return }
    let token = self.end(at: end, termEnd: batch.termBytes.count)
    batch.append(bytesAtMost: 0, tokensAtMost: 1) { $1.append(token) }
  }

  @inline(__always)
  private mutating func begin(at start: Int, termStart: Int) {
    isInWord = true
    self.start = start
    self.termStart = termStart
  }

  @inline(__always)
  private mutating func end(at end: Int, termEnd: Int) -> TokenBatch.Token {
    isInWord = false
    position += 1
    return TokenBatch.Token(
      termStart: termStart, termEnd: termEnd, position: position - 1, start: start, end: end)
  }

  /// The scalar at `index` of well-formed UTF-8, with its length in bytes.
  private static func decode(_ text: Span<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(text[index])
    guard lead >= 0x80 else { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return (0xFFFD, text.count - index) }
    var scalar = lead & (0x7F >> UInt32(length))
    for next in 1..<length { scalar = scalar << 6 | UInt32(text[index + next] & 0x3F) }
    return (scalar, length)
  }
}
