public import TextAnalysis

/// Marks the words of a text that a query looks for, and picks the piece that shows most of them.
///
/// A text is analysed again as it was for the index, so a word is marked if its term is one of the
/// query's: terms, synonyms, words of phrases (wherever they stand), prefixes and fuzzy terms.
public struct Highlighter: Sendable {
  private let sought: SoughtTerms

  /// Looks for the terms of `query` in `fields`: those of the index that the texts to come were, or
  /// could have been, indexed under.
  ///
  /// Clauses that must not match mark nothing.
  public init(_ query: Query, fields: Set<String>) {
    sought = SoughtTerms(query, fields: fields)
  }

  /// Whether the query has nothing in the fields that could be marked.
  public var isEmpty: Bool { sought.count == 0 }

  /// The whole of `text`, marked.
  public func whole(_ text: String, analyzer: any Analyzer) -> Snippet {
    let words = words(of: text, analyzer: analyzer)
    return Snippet(text: text, marks: Self.marks(words[...], offset: 0))
  }

  /// The piece of at most `wordsMax` words that has the most distinct words of the query, among
  /// equals the most marks, then the first; with the marked words in its middle where the text
  /// allows.
  ///
  /// Cut at the borders of words. Without a mark it is the text's beginning.
  ///
  /// A piece of more than `bytesMax` bytes (a text without spaces, a word without end) is cut there.
  public func snippet(
    of text: String, analyzer: any Analyzer, wordsMax: Int = 30, bytesMax: Int = 1_000
  ) -> Snippet {
    let words = words(of: text, analyzer: analyzer)
    let window = bestWindow(words[...], size: wordsMax).window
    return Self.cut(text, words, window, bytesMax: max(bytesMax, 4))
  }

  /// The best pieces as ``snippet(of:analyzer:wordsMax:bytesMax:)`` picks them, at most `count`, none
  /// sharing a word with another, in order of the text; each has a mark.
  public func snippets(
    of text: String, analyzer: any Analyzer, count: Int, wordsMax: Int, bytesMax: Int = 1_000
  ) -> [Snippet] {
    let words = words(of: text, analyzer: analyzer)
    var free = [words.indices]
    var windows: [Range<Int>] = []
    while windows.count < count {
      let found = free.indices.map {
        (place: $0, best: bestWindow(words[free[$0]], size: wordsMax))
      }
      guard
        let next = found.max(by: {
          ($0.best.distinct, $0.best.marked, $1.place) < (
            $1.best.distinct, $1.best.marked, $0.place
          )
        }), next.best.marked > 0
      else { break }
      let (range, window) = (free[next.place], next.best.window)
      windows.append(window)
      free[next.place] = range.lowerBound..<window.lowerBound
      free.insert(window.upperBound..<range.upperBound, at: next.place + 1)
    }
    return windows.sorted { $0.lowerBound < $1.lowerBound }.map {
      Self.cut(text, words, $0, bytesMax: max(bytesMax, 4))
    }
  }

  // MARK: Words

  /// A word of the text: the tokens at one position.
  private struct Word {
    var start: Int
    var end: Int
    /// Which of the query's words it is.
    var number: Int?
    /// What to mark of it.
    var mark: Range<Int>
  }

  private func words(of text: String, analyzer: any Analyzer) -> [Word] {
    let bytes = Array(text.utf8)
    let batch = analyzer.tokens(of: text)
    var sought = sought
    var words: [Word] = []
    var position = -1
    for token in batch.tokens {
      // The analyzers promise both; a snippet that is wrong is better than a trap.
      let start = Self.border(at: token.start, in: bytes)
      let end = Self.border(at: token.end, in: bytes)
      guard start < end else { continue }
      let number = sought.number(of: batch.term(token))
      if token.position == position, var word = words.popLast() {
        word.end = max(word.end, end)
        if word.number == nil, number != nil {
          word.number = number
          word.mark = start..<end
        }
        words.append(word)
      } else {
        words.append(Word(start: start, end: end, number: number, mark: start..<end))
        position = token.position
      }
    }
    return words
  }

  /// The last border of a Unicode scalar at or before `offset`.
  private static func border(at offset: Int, in bytes: [UInt8]) -> Int {
    var border = min(max(offset, 0), bytes.count)
    while border > 0, border < bytes.count, bytes[border] & 0xC0 == 0x80 { border -= 1 }
    return border
  }

  private static func marks(_ words: ArraySlice<Word>, offset: Int) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for word in words where word.number != nil {
      let start = word.mark.lowerBound - offset
      let end = word.mark.upperBound - offset
      // Bigrams overlap: their marks become one.
      if let last = marks.last, start < last.upperBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        marks.append(start..<end)
      }
    }
    return marks
  }

  // MARK: Windows

  /// The best stretch of at most `size` words, with how many words of the query and how many marks it has.
  private func bestWindow(
    _ words: ArraySlice<Word>, size: Int
  ) -> (window: Range<Int>, distinct: Int, marked: Int) {
    let size = max(min(size, words.count), 1)
    let first = words.startIndex
    var counts = [Int](repeating: 0, count: sought.count)
    var (distinct, marked) = (0, 0)
    var best = (distinct: 0, marked: 0, start: first)
    for end in words.indices {
      if let number = words[end].number {
        if counts[number] == 0 { distinct += 1 }
        counts[number] += 1
        marked += 1
      }
      if end - size >= first, let number = words[end - size].number {
        counts[number] -= 1
        if counts[number] == 0 { distinct -= 1 }
        marked -= 1
      }
      if (distinct, marked) > (best.distinct, best.marked) {
        best = (distinct, marked, max(first, end - size + 1))
      }
    }
    guard words.count > size else { return (words.indices, best.distinct, best.marked) }
    let window = best.start..<best.start + size
    guard let left = words[window].firstIndex(where: { $0.number != nil }),
      let right = words[window].lastIndex(where: { $0.number != nil })
    else { return (first..<first + size, 0, 0) }
    let before = (size - (right - left + 1)) / 2
    let start = min(max(first, left - before), words.endIndex - size)
    return (start..<start + size, best.distinct, best.marked)
  }

  /// How much text that is no word is kept before the first or after the last word of a text.
  private static let edgeBytesMax = 64

  private static func cut(
    _ text: String, _ words: [Word], _ window: Range<Int>, bytesMax: Int
  ) -> Snippet {
    let bytes = Array(text.utf8)
    var start = 0
    var end = bytes.count
    if let first = words[window].first {
      if window.lowerBound > 0 || first.start > edgeBytesMax { start = first.start }
      let last = words[window].reduce(first.end) { max($0, $1.end) }
      if window.upperBound < words.count || bytes.count - last > edgeBytesMax { end = last }
    }
    if end - start > bytesMax {
      // What was found is worth more than what stands before it.
      if let mark = words[window].first(where: { $0.number != nil })?.mark,
        mark.upperBound - start > bytesMax
      {
        start = mark.lowerBound
      }
      end = min(end, border(at: start + bytesMax, in: bytes))
    }
    let marks = marks(words[window], offset: start).compactMap { mark -> Range<Int>? in
      guard mark.lowerBound >= 0, mark.lowerBound < end - start else { return nil }
      return mark.lowerBound..<min(mark.upperBound, end - start)
    }
    return Snippet(
      text: String(decoding: bytes[start..<end], as: UTF8.self), marks: marks,
      isStartCut: start > 0, isEndCut: end < bytes.count)
  }
}
