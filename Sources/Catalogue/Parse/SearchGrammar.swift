public import Records

/// The one search language of the CLI, the socket's line framing and the web page.
///
///     query    = clause *( SP clause )
///     clause   = [ "+" / "-" ] alternative
///     alternative = operand *( SP "OR" SP operand )
///     operand  = "(" query ")" / field ":" value / phrase [ "~" n ] / word [ "*" / "~" [ n ] ]
///     phrase   = DQUOTE words DQUOTE
///     value    = item *( "," item )        for a facet: kind:poster,guide  audience:"young people"
///
/// `OR` binds its two neighbours: `a b OR c d` is `a (b OR c) d`. Whatever is no operator is a word:
/// `a-b`, `13+`, `what's`. A colon after anything but a field's name belongs to the word unless it
/// looks like a field (letters, colon, text): then the nearest field's name is offered.
///
/// Nesting and the number of clauses are limited by ``TextLimits``.
public struct SearchGrammar {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private var clauseCount = 0
  /// Where the words and quoted texts stand that are searched for as they are.
  private var searched: [Range<Int>] = []
  private var limits = TextLimits()
  private let vocabularies: () throws(CatalogueError) -> Vocabularies

  private init(
    _ text: String, _ vocabularies: @escaping () throws(CatalogueError) -> Vocabularies
  ) {
    bytes = Array(text.utf8)
    self.vocabularies = vocabularies
  }

  /// Reads `text` into a tree; an empty text is an empty sequence.
  ///
  /// The vocabularies are only asked for where the text names a facet.
  public static func parse(
    _ text: String, limits: TextLimits = TextLimits(),
    vocabularies: @autoclosure @escaping () throws(CatalogueError) -> Vocabularies
  ) throws(CatalogueError) -> QueryTree {
    guard text.utf8.count <= RequestLimits.textBytesMax else {
      throw CatalogueError.limit(name: "text_bytes", max: RequestLimits.textBytesMax)
    }
    var grammar = Self(text, vocabularies)
    grammar.limits = limits
    let tree = try grammar.query(isNested: false)
    return tree
  }

  /// Where the words and quoted texts (without their quotes) of `text` stand that must be found as they
  /// are: none that is excluded, a beginning, nearly spelt, or a facet's value.
  static func searchedRanges(
    _ text: String,
    vocabularies: @autoclosure @escaping () throws(CatalogueError) -> Vocabularies
  ) throws(CatalogueError) -> [Range<Int>] {
    var grammar = Self(text, vocabularies)
    _ = try grammar.query(isNested: false)
    return grammar.searched
  }

  private mutating func query(isNested: Bool) throws(CatalogueError) -> QueryTree {
    var clauses: [QueryTree.Clause] = []
    while true {
      skipSpace()
      guard let byte = peek() else { break }
      if byte == UInt8(ascii: ")") {
        if isNested { break }
        throw syntax(.noClosingBracket)
      }
      clauses.append(try clause())
    }
    return .sequence(clauses)
  }

  private mutating func clause() throws(CatalogueError) -> QueryTree.Clause {
    let start = index
    var sign = QueryTree.Clause.Sign.wanted
    if let byte = peek(), byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
      guard let next = peek(1), !Self.isSpace(next) else {
        // A sign by itself, as in "posters - guides", is a dash and says nothing.
        index += 1
        return QueryTree.Clause(.wanted, .sequence([]), at: start..<index)
      }
      sign = byte == UInt8(ascii: "+") ? .needed : .excluded
      index += 1
    }
    let before = searched
    defer { if sign == .excluded { searched = before } }
    var alternatives = [try operand()]
    while takeOr() { alternatives.append(try operand()) }
    let tree = alternatives.count == 1 ? alternatives[0] : .or(alternatives)
    return QueryTree.Clause(sign, tree, at: start..<index)
  }

  /// Takes ` OR ` where an operand follows it.
  private mutating func takeOr() -> Bool {
    let before = index
    skipSpace()
    if index > before, peek() == UInt8(ascii: "O"), peek(1) == UInt8(ascii: "R"),
      let space = peek(2), Self.isSpace(space)
    {
      index += 3
      skipSpace()
      if let byte = peek(), byte != UInt8(ascii: ")") { return true }
    }
    index = before
    return false
  }

  private mutating func operand() throws(CatalogueError) -> QueryTree {
    clauseCount += 1
    guard clauseCount <= limits.clausesMax else {
      throw CatalogueError.limit(name: "clauses", max: limits.clausesMax)
    }
    switch peek() {
    case nil: throw syntax(.operand)
    case UInt8(ascii: "("): return try bracket()
    case UInt8(ascii: "\""): return try phrase()
    case UInt8(ascii: ")"): throw syntax(.operand)
    default: return try wordOrField()
    }
  }

  private mutating func bracket() throws(CatalogueError) -> QueryTree {
    let start = index
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depthMax else {
      throw CatalogueError.limit(name: "depth", max: limits.depthMax)
    }
    index += 1
    let inside = try query(isNested: true)
    guard peek() == UInt8(ascii: ")") else { throw syntax(.closingBracket) }
    index += 1
    if case .sequence(let clauses) = inside, clauses.isEmpty {
      throw CatalogueError.syntax(SyntaxError(offset: start + 1, expected: .content))
    }
    return inside
  }

  private mutating func phrase() throws(CatalogueError) -> QueryTree {
    let start = index
    let text = try quoted()
    searched.append(start + 1..<index - 1)
    let slop = try tilde(max: 100) ?? 0
    return .phrase(text, slop: slop)
  }

  /// A quoted text without its quotes; a backslash keeps the next quote or backslash inside.
  private mutating func quoted() throws(CatalogueError) -> String {
    let start = index
    index += 1
    var content: [UInt8] = []
    while let byte = peek() {
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), let next = peek(),
        next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
      {
        content.append(next)
        index += 1
      } else {
        content.append(byte)
      }
    }
    throw CatalogueError.syntax(SyntaxError(offset: start, expected: .closingQuote))
  }

  private mutating func wordOrField() throws(CatalogueError) -> QueryTree {
    let start = index
    while let byte = peek(), !Self.endsWord(byte) {
      if byte == UInt8(ascii: ":"), let next = peek(1), !Self.isSpace(next), index > start,
        next != UInt8(ascii: "/"), let name = fieldName(start..<index)
      {
        index += 1
        return try field(name, start: start)
      }
      if byte == UInt8(ascii: "~"), index > start { break }
      index += 1
    }
    guard index > start else { throw syntax(.operand) }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if peek() == UInt8(ascii: "~") {
      return .fuzzy(word, distance: try tilde(max: 2) ?? 1)
    }
    if word.hasSuffix("*"), word.utf8.count > 1 { return .prefix(String(word.dropLast())) }
    searched.append(start..<index)
    return .word(word)
  }

  /// The text of `range` where it could name a field: ASCII letters, hyphens and underscores only.
  private func fieldName(_ range: Range<Int>) -> String? {
    let name = bytes[range]
    guard
      name.allSatisfy({
        (97...122).contains($0 | 0x20) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func field(_ name: String, start: Int) throws(CatalogueError) -> QueryTree {
    if let field = TextField(rawValue: name.lowercased()) { return .field(field, try operand()) }
    let valueStart = index
    let values = try items()
    func form(_ form: String) -> CatalogueError {
      .syntax(SyntaxError(offset: valueStart, expected: .value(field: name, form: form)))
    }
    if let facet = Facet(name: name) {
      if facet == .ageOf {
        guard values.count == 1, let scope = AgeScope(rawValue: values[0].lowercased()) else {
          throw form("reader, child, any")
        }
        return .ageOf(scope)
      }
      guard !values.isEmpty else { throw form("value,value") }
      return .facet(FacetFilter(facet, try FacetValues.canonical(values, facet, vocabularies())))
    }
    switch name.lowercased() {
    case "age":
      let ranges = values.compactMap(AgeExpression.range)
      guard ranges.count == values.count, let first = ranges.first else {
        throw form("8, 8-11, under-12, 13+")
      }
      return ranges.count == 1 ? .age(first) : .or(ranges.map { .age($0) })
    case "published":
      let ranges = values.compactMap(DateExpression.range)
      guard ranges.count == values.count, let first = ranges.first else {
        throw form("2020, 2020-09, 2019..2021")
      }
      return ranges.count == 1 ? .published(first) : .or(ranges.map { .published($0) })
    default:
      throw CatalogueError.unknownField(
        name: name, nearest: NearestName.nearest(to: name, among: FieldNames.all))
    }
  }

  /// Values parted by commas, each a quoted text or a run without spaces.
  private mutating func items() throws(CatalogueError) -> [String] {
    var items: [String] = []
    repeat {
      if peek() == UInt8(ascii: ",") { index += 1 }
      if peek() == UInt8(ascii: "\"") {
        items.append(try quoted())
      } else {
        let start = index
        while let byte = peek(), !Self.endsWord(byte), byte != UInt8(ascii: ",") { index += 1 }
        if index > start { items.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
      }
    } while peek() == UInt8(ascii: ",")
    return items
  }

  /// `~n`, or `~` alone (nil inside nil is "no tilde").
  private mutating func tilde(max: Int) throws(CatalogueError) -> Int? {
    guard peek() == UInt8(ascii: "~") else { return nil }
    index += 1
    let start = index
    while let byte = peek(), (48...57).contains(byte) { index += 1 }
    if index == start {
      guard peek().map(Self.endsWord) ?? true else { throw syntax(.number(max: max)) }
      return nil
    }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let number = Int(digits), number <= max else {
      throw CatalogueError.syntax(SyntaxError(offset: start, expected: .number(max: max)))
    }
    return number
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    index + ahead < bytes.count ? bytes[index + ahead] : nil
  }

  private mutating func skipSpace() {
    while let byte = peek(), Self.isSpace(byte) { index += 1 }
  }

  private func syntax(_ expected: SyntaxError.Expected) -> CatalogueError {
    .syntax(SyntaxError(offset: index, expected: expected))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func endsWord(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "\"")
  }
}

/// The names that can stand before a colon.
enum FieldNames {
  static let all =
    TextField.allCases.map(\.rawValue) + Facet.allCases.map(\.rawValue) + ["age", "published"]
}
