/// Looks over YAML before it is parsed, for what must not reach the parser: anchors and aliases
/// (as keys they are expanded by hashing, so that ten lines take hours) and deep nesting (the
/// parser recurses).
///
/// Walks tokens as YAML 1.1's scanner does, knowing quotes, comments, block scalars and plain
/// scalars that go on over several lines, because `*` and `&` inside those are letters. Where it
/// cannot be sure it refuses.
struct YAMLScan {
  /// What is refused, with its line in the text.
  enum Refusal: Equatable {
    /// An anchor or an alias.
    case anchorOrAlias(line: Int)
    /// Nesting beyond ``YAMLParser/depthMax``.
    case tooDeep(line: Int)
  }

  /// What is refused, or nil.
  private(set) var refusal: Refusal?

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var lineStart = 0
  /// Levels of open brackets.
  private var flowDepth = 0
  /// Dashes and question marks seen on this line, each a level of its own.
  private var lineLevels = 0
  /// The column of the last key, dash or question mark: a scalar below it goes on as long as its
  /// lines are indented further.
  private var parentColumn = -1
  /// The column of the last scalar, which is a key if a colon follows.
  private var scalarColumn = -1

  /// Walks through `text`.
  init(_ text: String) {
    bytes = Array(text.utf8)
    while refusal == nil, place < bytes.count { step() }
  }

  private var column: Int { place - lineStart }

  private func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0x0A }

  /// Whether `---` stands here.
  private var isDocumentStart: Bool {
    byte(at: place + 1) == UInt8(ascii: "-") && byte(at: place + 2) == UInt8(ascii: "-")
      && isBlank(byte(at: place + 3))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  private mutating func step() {
    let letter = bytes[place]
    switch letter {
    case 0x0A: endLine()
    case 0x20, 0x09: place += 1
    case UInt8(ascii: "#"): skipToLineEnd()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted(letter)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flowDepth += 1
      place += 1
      checkDepth()
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      flowDepth = max(0, flowDepth - 1)
      place += 1
    case UInt8(ascii: ","): place += 1
    case UInt8(ascii: "-") where column == 0 && isDocumentStart: place += 3
    case UInt8(ascii: "-"), UInt8(ascii: "?"):
      guard isBlank(byte(at: place + 1)) else { return skipPlain() }
      parentColumn = column
      lineLevels += 1
      place += 1
      checkDepth()
    case UInt8(ascii: ":"):
      guard isBlank(byte(at: place + 1)) || flowDepth > 0 else { return skipPlain() }
      if flowDepth == 0 { parentColumn = scalarColumn }
      place += 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if flowDepth == 0 { skipBlock() } else { place += 1 }
    case UInt8(ascii: "*"), UInt8(ascii: "&"): refusal = .anchorOrAlias(line: line)
    case UInt8(ascii: "!"):
      while place < bytes.count, !isBlank(bytes[place]) { place += 1 }
    default: skipPlain()
    }
  }

  private mutating func checkDepth() {
    if flowDepth > YAMLParser.depthMax || lineLevels > YAMLParser.depthMax {
      refusal = .tooDeep(line: line)
    }
  }

  /// Steps over a line feed.
  private mutating func endLine() {
    place += 1
    line += 1
    lineStart = place
    lineLevels = 0
  }

  private mutating func skipToLineEnd() {
    while place < bytes.count, bytes[place] != 0x0A { place += 1 }
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    scalarColumn = column
    place += 1
    while place < bytes.count {
      let letter = bytes[place]
      if letter == 0x0A {
        endLine()
      } else if letter == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        place += 1
        if place < bytes.count { if bytes[place] == 0x0A { endLine() } else { place += 1 } }
      } else if letter == quote {
        place += 1
        // '' is a quote inside single quotes.
        guard quote == UInt8(ascii: "'"), place < bytes.count, bytes[place] == quote else { return }
        place += 1
      } else {
        place += 1
      }
    }
  }

  /// Skips a literal or folded scalar: all following lines that are blank or indented further than
  /// its key.
  private mutating func skipBlock() {
    skipToLineEnd()
    while place < bytes.count {
      guard let indent = indentOfNextLine(), indent > parentColumn else {
        if place < bytes.count, isNextLineBlank() {
          endLine()
          skipToLineEnd()
          continue
        }
        return
      }
      endLine()
      skipToLineEnd()
    }
  }

  /// Skips a plain scalar and the lines on which it goes on.
  private mutating func skipPlain() {
    scalarColumn = column
    while place < bytes.count {
      let letter = bytes[place]
      switch letter {
      case UInt8(ascii: ":"):
        let next = byte(at: place + 1)
        if isBlank(next) || (flowDepth > 0 && ",[]{}".utf8.contains(next)) { return }
      case UInt8(ascii: "#"):
        if place > lineStart, isBlank(bytes[place - 1]) { return }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        if flowDepth > 0 { return }
      case 0x0A:
        guard flowDepth == 0 else { return }
        while place < bytes.count, isNextLineBlank() {
          endLine()
          skipToLineEnd()
        }
        guard let indent = indentOfNextLine(), indent > parentColumn,
          byte(at: place + 1 + indent) != UInt8(ascii: "#")
        else { return }
        endLine()
        place += indent
        continue
      default: break
      }
      place += 1
    }
  }

  /// The leading spaces of the line after this one, or nil where it is blank or missing.
  ///
  /// - Precondition: `place` is at a line feed or at the end.
  private func indentOfNextLine() -> Int? {
    var offset = place + 1
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    return offset < bytes.count && bytes[offset] != 0x0A ? offset - place - 1 : nil
  }

  private func isNextLineBlank() -> Bool {
    var offset = place + 1
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset < bytes.count && bytes[offset] == 0x0A
  }
}
