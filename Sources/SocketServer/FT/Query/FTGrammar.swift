internal import Catalogue
internal import Records

/// RediSearch's query language, dialect 2.
///
///     query     = sequence *( "|" sequence )
///     sequence  = 1*( *( "-" / "~" ) operand [ attributes ] )
///     operand   = "(" query ")" / phrase / "*" / word [ "*" ] / 1*3"%" word 1*3"%"
///               / "@" name *( "|" name ) ":" ( *( "-" / "~" ) operand )          text fields
///               / "@" name ":" "{" value *( "|" value ) "}"                      a tag field
///               / "@" name ":" "[" bound [ bound ] "]" / "@" name comparison bound
///     attributes = "=>" "{" "$" name ":" value *( ";" … ) "}"
///
/// Side by side binds closer than `|`; a field's name only the operand after it. `$name` stands for a
/// parameter wherever a word, a value or a bound may be. Inside `{ }` everything up to `|` or `}` is the
/// value: `{under-12}`, `{under\-12}` and `{"under-12"}` are the same. Marks that mean nothing part words.
///
/// Nesting and the number of operands are limited by ``TextLimits``.
struct FTGrammar {
  let bytes: [UInt8]
  let parameters: [String: String]
  /// Whether words that say nothing are looked for too.
  let keepsStopWords: Bool
  var index = 0
  private var depth = 0
  private var operandCount = 0
  private var isInField = false
  /// How many words three edits away there are so far: each is a walk over all words.
  private var farWordCount = 0
  /// Where the last token begins, and the last word before it: what an error names.
  private var lastOffset = 0
  var lastWord = ""

  private var limits = TextLimits()

  private init(_ text: String, _ parameters: [String: String], keepsStopWords: Bool) {
    bytes = Array(text.utf8)
    self.parameters = parameters
    self.keepsStopWords = keepsStopWords
  }

  /// Reads `text`; nil where it asks for nothing: it is empty, or has only words that say nothing.
  static func parse(
    _ text: String, parameters: [String: String] = [:], keepsStopWords: Bool = false,
    limits: TextLimits = TextLimits()
  ) throws(FTError) -> FTNode? {
    guard text.utf8.count <= RequestLimits.textBytesMax else {
      throw .exceeds("Query", RequestLimits.textBytesMax, "bytes")
    }
    var grammar = FTGrammar(text, parameters, keepsStopWords: keepsStopWords)
    grammar.limits = limits
    grammar.skipMarks()
    if grammar.peek() == nil { return nil }
    let node = try grammar.query()
    guard grammar.peek() == nil else { throw grammar.unexpected() }
    return node
  }

  // MARK: Combinations

  private mutating func query() throws(FTError) -> FTNode? {
    var alternatives: [FTNode] = []
    while true {
      if let sequence = try sequence() { alternatives.append(sequence) }
      skipMarks()
      guard peek() == UInt8(ascii: "|") else { break }
      take()
    }
    return alternatives.count > 1 ? .any(alternatives) : alternatives.first
  }

  private mutating func sequence() throws(FTError) -> FTNode? {
    var nodes: [FTNode] = []
    var isEmpty = true
    while true {
      skipMarks()
      guard let byte = peek(), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") else { break }
      isEmpty = false
      if let node = try signed() { nodes.append(node) }
    }
    if isEmpty { throw unexpected() }
    return nodes.count > 1 ? .all(nodes) : nodes.first
  }

  /// An operand with its signs before and its attributes behind.
  private mutating func signed() throws(FTError) -> FTNode? {
    skipMarks()
    guard let byte = peek() else { throw unexpected() }
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~") else {
      let node = try operand()
      return try attributed(node)
    }
    take()
    depth += 1
    defer { depth -= 1 }
    try checkDepth()
    guard let inside = try signed() else { return nil }
    return byte == UInt8(ascii: "-") ? .not(inside) : .optional(inside)
  }

  private mutating func operand() throws(FTError) -> FTNode? {
    operandCount += 1
    guard operandCount <= limits.clausesMax else {
      throw .exceeds("Query", limits.clausesMax, "terms")
    }
    switch peek() {
    case UInt8(ascii: "("): return try bracket()
    case UInt8(ascii: "\""): return try phrase()
    case UInt8(ascii: "%"): return try fuzzy()
    case UInt8(ascii: "@"): return try field()
    case UInt8(ascii: "*"): return try everything()
    case .some: return try wordOrPrefix()
    case nil: throw unexpected()
    }
  }

  private mutating func bracket() throws(FTError) -> FTNode? {
    take()
    depth += 1
    defer { depth -= 1 }
    try checkDepth()
    let inside = try query()
    skipMarks()
    guard peek() == UInt8(ascii: ")") else { throw unexpected() }
    take()
    return inside
  }

  private func checkDepth() throws(FTError) {
    guard depth <= limits.depthMax else {
      throw FTError("Query exceeds maximum nesting of \(limits.depthMax)", code: "ELIMIT")
    }
  }

  // MARK: Words

  private mutating func everything() throws(FTError) -> FTNode {
    take()
    if let next = peek(), isWord(next) {
      throw FTError("Suffix and infix queries (`*word`) are not supported")
    }
    return .everything
  }

  private mutating func wordOrPrefix() throws(FTError) -> FTNode? {
    let word = try text()
    if peek() == UInt8(ascii: "*") {
      take()
      return .prefix(word)
    }
    if word == "w", peek() == UInt8(ascii: "'") {
      throw FTError("Wildcard queries (`w'…'`) are not supported")
    }
    if word == "ismissing", peek() == UInt8(ascii: "(") {
      throw FTError("`ismissing()` is not supported")
    }
    return !keepsStopWords && Self.stopWords.contains(word.lowercased()) ? nil : .word(word)
  }

  private static let farWordsMax = 8

  private mutating func fuzzy() throws(FTError) -> FTNode {
    let distance = percents()
    guard distance <= 3 else { throw unexpected() }
    let word = try text()
    guard percents() == distance else { throw unexpected() }
    if distance > 2 {
      farWordCount += 1
      guard farWordCount <= Self.farWordsMax else {
        throw .exceeds("Query", Self.farWordsMax, "words three edits away")
      }
    }
    return .fuzzy(word, distance: distance)
  }

  private mutating func percents() -> Int {
    var count = 0
    while peek() == UInt8(ascii: "%"), count < 4 {
      take()
      count += 1
    }
    return count
  }

  private mutating func phrase() throws(FTError) -> FTNode? {
    let start = index
    index += 1
    var content: [UInt8] = []
    while let byte = peek() {
      if byte == UInt8(ascii: "\"") {
        index += 1
        note(start, String(decoding: content, as: UTF8.self))
        return content.isEmpty ? nil : .phrase(lastWord)
      }
      content.append(contentsOf: takeByte(byte))
    }
    // Named by the last word inside, as nothing closes it.
    let words = content.split(separator: UInt8(ascii: " "))
    note(bytes.count - (words.last?.count ?? 0), String(decoding: words.last ?? [], as: UTF8.self))
    throw unexpected()
  }

  // MARK: Fields

  private mutating func field() throws(FTError) -> FTNode? {
    let start = index
    take()
    var names = [try name()]
    if isInField {
      index = start
      throw unexpected()
    }
    while peek() == UInt8(ascii: "|") {
      take()
      names.append(try name())
    }
    note(start, names[names.count - 1])
    skipSpace()
    guard peek() == UInt8(ascii: ":") else {
      return try comparison(of: FTField.known(names[0]), isOnly: names.count == 1)
    }
    take()
    skipSpace()
    switch peek() {
    case UInt8(ascii: "{"):
      guard names.count == 1 else { throw unexpected() }
      return try tags(of: FTField.known(names[0]))
    case UInt8(ascii: "["):
      guard names.count == 1 else { throw unexpected() }
      return try range(of: FTField.known(names[0]))
    default:
      return try inFields(names)
    }
  }

  private mutating func inFields(_ names: [String]) throws(FTError) -> FTNode? {
    var fields: [TextField] = []
    for name in names {
      let field = try FTField.known(name)
      guard case .text(let text) = field.kind else { throw Self.wrongType(field) }
      fields.append(text)
    }
    guard peek() != nil else { throw unexpected() }
    isInField = true
    defer { isInField = false }
    return try signed().map { .fields(fields, $0) }
  }

  /// What is wrong with asking a field for what it has not.
  static func wrongType(_ field: FTField) -> FTError {
    let form =
      switch field.kind {
      case .text: "@\(field.name):word"
      case .tag, .age: "@\(field.name):{value}"
      case .number: "@\(field.name):[from to]"
      }
    return FTError(
      "Field `\(field.name)` is of type \(field.typeName), ask for it as \(form)", code: "EFIELD")
  }

  // MARK: Bytes

  func peek(_ ahead: Int = 0) -> UInt8? {
    index + ahead < bytes.count ? bytes[index + ahead] : nil
  }

  /// Takes one byte as a token.
  mutating func take() {
    lastOffset = index
    index += 1
  }

  /// Notes a token that begins at `offset`, and the word that it is.
  mutating func note(_ offset: Int, _ word: String) {
    lastOffset = offset
    lastWord = word
  }

  /// The byte here, or the one that a backslash keeps from meaning anything; both are passed.
  mutating func takeByte(_ byte: UInt8) -> [UInt8] {
    index += 1
    guard byte == UInt8(ascii: "\\"), let next = peek(), !isWord(next) || next == byte else {
      return [byte]
    }
    index += 1
    return [next]
  }

  /// What is wrong here: at the next byte, or, at the end, at the last token.
  mutating func unexpected() -> FTError {
    skipMarks()
    let offset = index < bytes.count ? index : lastOffset
    return FTError("Syntax error at offset \(offset) near \(lastWord)", code: "ESYNTAX")
  }
}
