extension FTGrammar {
  /// RediSearch's stop words: a query without quotes does without them.
  static let stopWords: Set<String> = [
    "a", "is", "the", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into",
    "it", "no", "not", "of", "on", "or", "such", "that", "their", "then", "there", "these", "they",
    "this", "to", "was", "will", "with",
  ]

  /// Whether a byte is part of a word by itself: letters, digits, `_`, and all that is not ASCII.
  func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// Passes over white space.
  mutating func skipSpace() {
    while let byte = peek(), byte == 32 || (9...13).contains(byte) { index += 1 }
  }

  /// Passes over white space and marks that mean nothing.
  mutating func skipMarks() {
    while let byte = peek(), byte <= 32 || byte == 0x7F || Self.marks.contains(byte) { index += 1 }
  }

  private static let marks = Set(",.<>!#^&+/?`'".utf8)

  /// A word, or what a parameter stands for.
  mutating func text() throws(FTError) -> String {
    if peek() == UInt8(ascii: "$") { return try parameter() }
    let start = index
    let word = bareWord()
    guard !word.isEmpty else { throw unexpected() }
    note(start, word)
    return word
  }

  /// `$name`, replaced by its value.
  mutating func parameter() throws(FTError) -> String {
    let start = index
    index += 1
    let name = bareWord()
    guard !name.isEmpty else {
      index = start
      throw unexpected()
    }
    note(start, name)
    guard let value = parameters[name] else { throw FTError("No such parameter `\(name)`") }
    return value
  }

  /// A field's name.
  mutating func name() throws(FTError) -> String {
    let start = index
    let word = bareWord()
    guard !word.isEmpty else { throw unexpected() }
    note(start, word)
    return word
  }

  /// A run of a word's bytes: an apostrophe between letters and a point between digits belong to it, and
  /// a mark behind a backslash does.
  private mutating func bareWord() -> String {
    var content: [UInt8] = []
    while let byte = peek() {
      if isWord(byte) {
        content.append(byte)
        index += 1
      } else if byte == UInt8(ascii: "\\"), let next = peek(1), !isWord(next), next > 32 {
        content.append(next)
        index += 2
      } else if joins(byte, after: content) {
        content.append(byte)
        index += 1
      } else {
        break
      }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private func joins(_ byte: UInt8, after content: [UInt8]) -> Bool {
    guard let last = content.last, let next = peek(1) else { return false }
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    switch byte {
    // `w'…'` is RediSearch's wildcard.
    case UInt8(ascii: "'"): return isWord(last) && isWord(next) && content != [UInt8(ascii: "w")]
    case UInt8(ascii: "."): return isDigit(last) && isDigit(next)
    default: return false
    }
  }
}
