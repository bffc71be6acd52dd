/// A text, or a piece of one, with the words marked that a query looks for.
public struct Snippet: Sendable, Equatable {
  /// The piece; a substring of the text it was made from.
  public var text: String
  /// The marked ranges of `text` in UTF-8 bytes: ascending, apart from each other, not empty, on the
  /// borders of Unicode scalars.
  public var marks: [Range<Int>]
  /// Whether the text has more before the piece.
  public var isStartCut: Bool
  /// Whether the text has more after the piece.
  public var isEndCut: Bool

  /// Makes a snippet.
  public init(
    text: String, marks: [Range<Int>], isStartCut: Bool = false, isEndCut: Bool = false
  ) {
    self.text = text
    self.marks = marks
    self.isStartCut = isStartCut
    self.isEndCut = isEndCut
  }

  /// The text in parts, marked and unmarked ones in turn as they come; none is empty.
  public var parts: [(text: String, isMarked: Bool)] {
    let bytes = Array(text.utf8)
    var parts: [(text: String, isMarked: Bool)] = []
    var done = 0
    func append(upTo end: Int, isMarked: Bool) {
      guard end > done else { return }
      parts.append((String(decoding: bytes[done..<end], as: UTF8.self), isMarked))
      done = end
    }
    for mark in marks {
      append(upTo: mark.lowerBound, isMarked: false)
      append(upTo: mark.upperBound, isMarked: true)
    }
    append(upTo: bytes.count, isMarked: false)
    return parts
  }
}
