/// Cuts a text into words at the boundaries of UAX #29 (Unicode 15.0), reading it once.
///
/// ``nextSegment(in:)`` gives every segment, and is exactly the standard's algorithm.
/// ``nextWord(in:)`` gives those segments that have a letter or a digit, and passes over the
/// others: space, punctuation, symbols, emoji. Most of a text is ASCII, for which it needs no
/// property table; a word with a byte above 0x7F in it or just behind it goes the long way.
///
/// Davis & Chapman, "Unicode Standard Annex #29: Unicode Text Segmentation", 2022.
struct WordTokenizer {
  /// What a segment is to an analyzer.
  enum Kind: Equatable {
    /// ASCII letters and digits and nothing else.
    case asciiWord
    /// Letters and digits of any script, and what may stand between them.
    case word
    /// Characters of a script without spaces: one letter with its marks, or a run of Katakana.
    case spaceless
    /// No letter, no digit.
    case other
  }

  /// A stretch of the text between two boundaries.
  struct Segment: Equatable {
    /// The first byte.
    var start: Int
    /// The byte after the last.
    var end: Int
    /// What it is.
    var kind: Kind
  }

  /// The next byte to read, a boundary.
  private(set) var offset: Int

  /// Starts at a boundary of the text, its first byte unless told.
  init(from offset: Int = 0) {
    self.offset = offset
  }

  /// The next segment; nil at the text's end.
  mutating func nextSegment(in text: Span<UInt8>) -> Segment? {
    guard offset < text.count else { return nil }
    let segment = Self.segment(of: text, from: offset)
    offset = segment.end
    return segment
  }

  /// The next segment that has a letter or a digit; nil when there is none left.
  @inline(__always)
  mutating func nextWord(in text: Span<UInt8>) -> Segment? {
    var index = offset
    while index < text.count {
      let byte = text[index]
      if Self.isLetterOrDigit(byte) {
        if let (end, kind) = Self.asciiWord(in: text, from: index) {
          offset = end
          return Segment(start: index, end: end, kind: kind)
        }
      } else if byte < 0x80, byte != UInt8(ascii: "_") {
        index += 1
        continue
      } else if index > offset, byte >= 0x80, Self.value(at: index, of: text).value.kind.isIgnored {
        // A mark or joiner belongs to the character before it, or to the spaces before it, which
        // were just passed over.
        index -= 1
        if text[index] == UInt8(ascii: " ") {
          while index > offset, text[index - 1] == UInt8(ascii: " ") { index -= 1 }
        }
      }
      let segment = Self.segment(of: text, from: index)
      offset = segment.end
      index = segment.end
      if segment.kind != .other { return segment }
    }
    offset = index
    return nil
  }

  // MARK: - ASCII

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// The end and kind of the word that starts with an ASCII letter or digit; nil where ASCII alone
  /// cannot tell.
  @inline(__always)
  private static func asciiWord(
    in text: Span<UInt8>, from start: Int
  ) -> (end: Int, kind: Kind)? {
    var kind = Kind.asciiWord
    var index = start + 1
    while index < text.count {
      let byte = text[index]
      if isLetterOrDigit(byte) {
        index += 1
        continue
      }
      // A mark behind a space belongs to the space.
      if byte == UInt8(ascii: " ") { break }
      guard byte < 0x80, byte != UInt8(ascii: "_") else { return nil }
      guard isMiddle(byte), index + 1 < text.count else { break }
      let next = text[index + 1]
      guard next < 0x80 else { return nil }
      let joinsLetters = byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
      let joinsDigits = byte != UInt8(ascii: ":")
      let before = text[index - 1]
      guard
        joinsLetters && isLetter(before) && isLetter(next)
          || joinsDigits && isDigit(before) && isDigit(next)
      else { break }
      kind = .word
      index += 2
    }
    return (index, kind)
  }

  /// Whether the byte is of class MidLetter, MidNum, MidNumLet or Single_Quote.
  @inline(__always)
  private static func isMiddle(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ","),
      UInt8(ascii: ";"):
      true
    default: false
    }
  }

  // MARK: - All of Unicode

  @inline(__always)
  private static func value(
    at index: Int, of text: Span<UInt8>
  ) -> (value: WordBreakClass.Value, length: Int) {
    let (scalar, length) = Scalars.decode(text, at: index)
    return (WordBreakClass.of(scalar), length)
  }

  /// The segment that starts at `start`, which is a boundary before the text's end.
  private static func segment(of text: Span<UInt8>, from start: Int) -> Segment {
    var scan = Scan(text, from: start)
    switch scan.previous {
    case .cr:
      if scan.end < text.count, text[scan.end] == 0x0A { scan.end += 1 }
    case .lf, .newline:
      break
    default:
      while scan.joinsNext(of: text) {}
    }
    return Segment(start: start, end: scan.end, kind: scan.kind)
  }

  /// The growing segment.
  ///
  /// `previous` is the last class that rule WB4 does not pass over.
  private struct Scan {
    var end: Int
    var previous: WordBreakClass
    private var endsWithJoiner: Bool
    private var endsWithSpace: Bool
    private var regionalIndicators: Int
    private var isPlain: Bool
    private var hasSpaceless = false
    private var hasSpaced = false

    init(_ text: Span<UInt8>, from start: Int) {
      let (value, length) = WordTokenizer.value(at: start, of: text)
      end = start + length
      previous = value.kind
      endsWithJoiner = value.kind == .zwj
      endsWithSpace = value.kind == .wordSpace
      regionalIndicators = value.kind == .regionalIndicator ? 1 : 0
      isPlain = length == 1 && value.kind != .extendNumLet
      note(value.kind)
    }

    /// Spaceless segments hold nothing but characters that are written without spaces.
    var kind: Kind {
      if hasSpaced { return isPlain ? .asciiWord : .word }
      return hasSpaceless ? .spaceless : .other
    }

    private mutating func note(_ kind: WordBreakClass) {
      guard kind.makesWord || kind == .extendNumLet else { return }
      if kind == .spaceless || kind == .katakana {
        hasSpaceless = true
      } else if kind != .extendNumLet {
        hasSpaced = true
      }
    }

    private mutating func take(_ kind: WordBreakClass, _ length: Int) {
      end += length
      isPlain = isPlain && length == 1 && kind != .extendNumLet
      endsWithJoiner = kind == .zwj
      endsWithSpace = kind == .wordSpace
      note(kind)
      if !kind.isIgnored { previous = kind }
    }

    /// Takes the next scalar into the segment, or says that there is a boundary before it.
    mutating func joinsNext(of text: Span<UInt8>) -> Bool {
      guard end < text.count else { return false }
      let (value, length) = WordTokenizer.value(at: end, of: text)
      let next = value.kind
      switch next {
      case .cr, .lf, .newline: return false  // WB3a, WB3b
      case .extend, .format, .zwj:  // WB4
        take(next, length)
        return true
      default: break
      }
      if endsWithJoiner && value.isPictographic  // WB3c
        || endsWithSpace && next == .wordSpace  // WB3d
        || joins(next)
      {
        if next == .regionalIndicator { regionalIndicators += 1 }
        take(next, length)
        return true
      }
      return takesMiddle(next, length, of: text)
    }

    /// The rules that look at two classes only: WB5, 8, 9, 10, 13, 13a, 13b, 15, 16.
    private func joins(_ next: WordBreakClass) -> Bool {
      switch (previous, next) {
      case (.letter, .letter), (.letter, .hebrewLetter), (.hebrewLetter, .letter),
        (.hebrewLetter, .hebrewLetter), (.letter, .numeric), (.hebrewLetter, .numeric),
        (.numeric, .letter), (.numeric, .hebrewLetter), (.numeric, .numeric),
        (.katakana, .katakana):
        true
      case (.letter, .extendNumLet), (.hebrewLetter, .extendNumLet), (.numeric, .extendNumLet),
        (.katakana, .extendNumLet), (.extendNumLet, .extendNumLet), (.extendNumLet, .letter),
        (.extendNumLet, .hebrewLetter), (.extendNumLet, .numeric), (.extendNumLet, .katakana):
        true
      case (.regionalIndicator, .regionalIndicator):
        regionalIndicators % 2 == 1
      default:
        false
      }
    }

    /// The rules for a mark in the middle of a word, which ask what follows it: WB6, 7, 7a, 7b, 7c,
    /// 11, 12.
    ///
    /// Takes the mark and the letter or digit after it.
    private mutating func takesMiddle(
      _ middle: WordBreakClass, _ length: Int, of text: Span<UInt8>
    ) -> Bool {
      let quoteOrDot = middle == .midNumLet || middle == .singleQuote
      let betweenLetters = previous.isLetter && (quoteOrDot || middle == .midLetter)
      let betweenDigits = previous == .numeric && (quoteOrDot || middle == .midNum)
      let betweenHebrew = previous == .hebrewLetter && middle == .doubleQuote
      let afterHebrew = previous == .hebrewLetter && middle == .singleQuote
      guard betweenLetters || betweenDigits || betweenHebrew else { return false }

      var index = end + length
      while index < text.count {
        let (value, following) = WordTokenizer.value(at: index, of: text)
        if value.kind.isIgnored {
          index += following
          continue
        }
        guard
          betweenLetters && value.kind.isLetter || betweenDigits && value.kind == .numeric
            || betweenHebrew && value.kind == .hebrewLetter
        else { break }
        isPlain = false
        end = index
        take(value.kind, following)
        return true
      }
      guard afterHebrew else { return false }
      take(middle, length)
      return true
    }
  }
}
