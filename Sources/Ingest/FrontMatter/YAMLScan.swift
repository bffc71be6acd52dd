/// Looks over YAML before it is parsed, for what must not reach the parser: anchors and aliases
/// (as keys they are expanded by hashing, so that ten lines take hours) and deep nesting (the
/// parser recurses).
///
/// Walks tokens as YAML 1.1's scanner does, knowing quotes, comments, block scalars and plain
/// scalars that go on over several lines, because `*` and `&` inside those are letters. Where it
/// cannot be sure it refuses: names that stand after both `&` and `*` again and again are refused
/// even where the walk took them for text, since only with them can a few lines stand for billions.
struct YAMLScan {
  /// What is refused, with its line in the text.
  enum Refusal: Equatable {
    /// An anchor or an alias.
    case anchorOrAlias(line: Int)
    /// Nesting beyond ``YAMLParser/depthMax``.
    case tooDeep(line: Int)
  }

  /// How often a `*` may bear the name of an `&` in what was taken for text: as aliases so few
  /// could not make a text more than a dozen times as long.
  private static let sharedNamesMax = 7

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
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      place = 3
      lineStart = 3
    }
    while refusal == nil, place < bytes.count { step() }
    if refusal == nil { refusal = lineOfSharedNames.map { .anchorOrAlias(line: $0) } }
  }

  private var column: Int { place - lineStart }

  private func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0x0A }

  /// Whether `---` or `...` stands at `offset`, which at a line's start parts documents.
  private func isDocumentMark(at offset: Int) -> Bool {
    let first = byte(at: offset)
    return (first == UInt8(ascii: "-") || first == UInt8(ascii: "."))
      && byte(at: offset + 1) == first && byte(at: offset + 2) == first
      && isBlank(byte(at: offset + 3))
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
    case UInt8(ascii: "%") where column == 0: skipToLineEnd()
    case UInt8(ascii: "-"), UInt8(ascii: "."):
      if column == 0, isDocumentMark(at: place) {
        place += 3
      } else if letter == UInt8(ascii: "-"), isBlank(byte(at: place + 1)) {
        openLevel()
      } else {
        skipPlain()
      }
    case UInt8(ascii: "?"):
      guard isBlank(byte(at: place + 1)) || flowDepth > 0 else { return skipPlain() }
      openLevel()
    case UInt8(ascii: ":"):
      guard isBlank(byte(at: place + 1)) || flowDepth > 0 else { return skipPlain() }
      if flowDepth == 0 { parentColumn = scalarColumn }
      place += 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if flowDepth == 0 { skipBlock() } else { place += 1 }
    case UInt8(ascii: "*"), UInt8(ascii: "&"): refusal = .anchorOrAlias(line: line)
    case UInt8(ascii: "!"):
      // A comma ends a tag in brackets.
      while place < bytes.count, !isBlank(bytes[place]),
        flowDepth == 0 || bytes[place] != UInt8(ascii: ",")
      { place += 1 }
    default: skipPlain()
    }
  }

  /// Steps over a dash or question mark.
  private mutating func openLevel() {
    parentColumn = column
    lineLevels += 1
    place += 1
    checkDepth()
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
        while place < bytes.count, isNextLineBlank() {
          endLine()
          skipToLineEnd()
        }
        // Inside brackets indentation means nothing.
        guard let indent = indentOfNextLine(), flowDepth > 0 || indent > parentColumn,
          byte(at: place + 1 + indent) != UInt8(ascii: "#"),
          indent > 0 || !isDocumentMark(at: place + 1)
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

  /// The line on which one `*` too many bears a name that stands after an `&` too.
  private var lineOfSharedNames: Int? {
    var anchors: Set<ArraySlice<UInt8>> = []
    for offset in bytes.indices where bytes[offset] == UInt8(ascii: "&") {
      if let name = name(after: offset) { anchors.insert(name) }
    }
    guard !anchors.isEmpty else { return nil }
    var line = 1
    var count = 0
    for offset in bytes.indices {
      if bytes[offset] == 0x0A { line += 1 }
      guard bytes[offset] == UInt8(ascii: "*"), let name = name(after: offset) else { continue }
      if anchors.contains(name) { count += 1 }
      if count > Self.sharedNamesMax { return line }
    }
    return nil
  }

  /// The name after the `&` or `*` at `offset`; nil where none follows, or where a letter before it
  /// makes it part of a word.
  private func name(after offset: Int) -> ArraySlice<UInt8>? {
    if offset > 0, isNameLetter(bytes[offset - 1]) { return nil }
    let name = bytes[(offset + 1)...].prefix(while: isNameLetter)
    return name.isEmpty ? nil : name
  }

  private func isNameLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
