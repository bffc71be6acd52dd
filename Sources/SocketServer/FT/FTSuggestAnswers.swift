internal import Catalogue

/// The answers of the commands that suggest words.
enum FTSuggestAnswers {
  /// How many completions are given where nothing says how many.
  private static let completionsDefault = 5
  /// The most slips of one misspelt word that RediSearch takes.
  private static let distanceMax = 4
  /// The most that are looked for here.
  private static let editsMax = 3

  /// FT.SUGGET: the key is an index's name, alone or with `:` and a language.
  static func complete(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    var isFuzzy = false
    var (sendsScores, sendsPayloads) = (false, false)
    var limit = completionsDefault
    var arguments = FTArguments(words, from: 2, limits: desk.limits)
    while let word = arguments.next() {
      switch word.uppercased() {
      case "FUZZY": isFuzzy = true
      case "WITHSCORES": sendsScores = true
      case "WITHPAYLOADS": sendsPayloads = true
      case "MAX":
        limit = try arguments.count(of: "MAX")
        guard limit <= desk.limits.resultsMax else {
          throw .exceeds("MAX", desk.limits.resultsMax)
        }
      default: throw FTError("Unrecognized argument: \(word)")
      }
    }
    guard let key = Key(words[0], desk.indexNames) else { return .null }
    let found = try FTError.from { () throws(CatalogueError) in
      try desk.catalogue.complete(
        words[1], language: key.tag, isFuzzy: isFuzzy, limit: limit)
    }
    var values: [RESPValue] = []
    for completion in found {
      values.append(.bulk(completion.text))
      if sendsScores { values.append(.double(Double(completion.count))) }
      if sendsPayloads { values.append(.null) }
    }
    return .array(values)
  }

  /// FT.SUGLEN.
  static func count(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    guard let key = Key(words[0], desk.indexNames) else { return .integer(0) }
    return .integer(
      try FTError.from { () throws(CatalogueError) in
        try desk.catalogue.completionCount(language: key.tag)
      })
  }

  /// What a key of completions names.
  private enum Key {
    case any
    case language(String)

    /// Reads `text`; nil where it names none of `indexNames`.
    init?(_ text: String, _ indexNames: [String]) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first, indexNames.contains(String(name)) else { return nil }
      self = parts.count == 2 ? .language(String(parts[1])) : .any
    }

    /// The language's tag; nil where any will do.
    var tag: String? { if case .language(let tag) = self { tag } else { nil } }
  }

  /// FT.SPELLCHECK.
  static func spell(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let catalogue = try desk.catalogue(words[0], else: "Unknown Index name")
    var edits: Int?
    var arguments = FTArguments(words, from: 2, limits: desk.limits)
    while let word = arguments.next() {
      switch word.uppercased() {
      case "DISTANCE":
        guard let number = arguments.next().flatMap({ Int($0) }),
          (1...distanceMax).contains(number)
        else {
          throw FTError(
            "bad distance given, distance must be a natural number between 1 to \(distanceMax)")
        }
        edits = min(number, editsMax)
      case "DIALECT": try arguments.dialect()
      case "TERMS": throw FTError("TERMS is not supported: there are no dictionaries")
      default: throw arguments.unknown
      }
    }
    var request = SearchRequest(
      plainWords(try FTGrammar.parse(words[1], limits: desk.limits.text)).joined(separator: " "))
    request.isLiteral = true
    let spelled = try FTError.from { () throws(CatalogueError) in
      try catalogue.spell(request, edits: edits)
    }
    switch desk.proto {
    case .two:
      return .array(
        spelled.words.map { word in
          .array([
            .bulk("TERM"), .bulk(word.text),
            .array(word.suggestions.map { .array([.double($0.score), .bulk($0.text)]) }),
          ])
        })
    case .three:
      let terms = spelled.words.map { word in
        RESPMember(
          word.text,
          .array(word.suggestions.map { .map([RESPMember($0.text, .double($0.score))]) }))
      }
      return .map([RESPMember("results", .map(terms))])
    }
  }

  /// Whether a character means nothing to the search language that the speller reads.
  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "'" || character == " "
  }

  /// The words of a query that are looked for as they are.
  private static func plainWords(_ node: FTNode?) -> [String] {
    switch node {
    case .word(let word), .phrase(let word): [word.filter(isPlain)]
    case .all(let nodes), .any(let nodes): nodes.flatMap { plainWords($0) }
    case .fields(_, let inside), .attributed(let inside, _), .optional(let inside):
      plainWords(inside)
    case .not, .prefix, .fuzzy, .everything, .tags, .ages, .number, nil: []
    }
  }
}
