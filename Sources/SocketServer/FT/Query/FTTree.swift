internal import Catalogue

/// From a query as it was read to the catalogue's tree.
struct FTTree {
  /// How many other words may stand between words side by side where the query does not say; nil is any
  /// number.
  var slop: Int?
  /// Whether words side by side must come in their order where the query does not say.
  var isOrdered = false
  /// The values of a facet as the catalogue spells them.
  private let spellings: (Facet, [FacetPattern]) throws(FTError) -> [String]
  /// The words at most three edits from one.
  private let nearWords: (String) throws(FTError) -> [String]

  /// Where a word is looked for that is not said to be in a field: in the texts, not in the names of
  /// publishers and topics that questions are also searched by, as these are tags.
  static let textFields = TextField.allCases

  /// RediSearch expands no beginning that is shorter, in bytes.
  static let prefixBytesMin = 2
  /// How many words one with three letters wrong may stand for.
  static let nearWordsMax = 200
  /// How many other words may stand between words whose order alone is asked for.
  private static let slopAny = 1_000_000

  /// The tree of `query` in the words of `catalogue`.
  static func tree(
    _ query: String, parameters: [String: String], keepsStopWords: Bool, limits: TextLimits,
    in catalogue: Catalogue
  ) throws(FTError) -> QueryTree {
    let node = try FTGrammar.parse(
      query, parameters: parameters, keepsStopWords: keepsStopWords, limits: limits)
    return try FTTree(in: catalogue).tree(node)
  }

  /// Makes trees in the words of `catalogue`.
  init(in catalogue: Catalogue, slop: Int? = nil, isOrdered: Bool = false) {
    self.slop = slop
    self.isOrdered = isOrdered
    spellings = { facet, patterns throws(FTError) in
      try FTError.from { () throws(CatalogueError) in
        try catalogue.spellings(of: facet, matching: patterns)
      }
    }
    nearWords = { word throws(FTError) in
      try FTError.from { () throws(CatalogueError) in
        try catalogue.words(near: word, edits: 3, limit: Self.nearWordsMax).words
      }
    }
  }

  /// The tree of a whole query; nil, which asks for nothing, finds nothing.
  func tree(_ node: FTNode?) throws(FTError) -> QueryTree {
    guard let node else { return .nothing }
    return .sequence(try clauses(node))
  }

  /// The clauses that `node` is at the top or in brackets: all of them, each by itself.
  private func clauses(_ node: FTNode) throws(FTError) -> [QueryTree.Clause] {
    switch node {
    case .all(let nodes):
      if let near = try near(nodes, slop, isOrdered) { return near }
      var clauses: [QueryTree.Clause] = []
      for node in nodes { clauses += try self.clauses(node) }
      return clauses
    case .not(let inside): return [clause(.excluded, try tree(inside: inside))]
    case .optional(let inside): return [clause(.optional, try tree(inside: inside))]
    default: return [clause(.needed, try tree(inside: node))]
    }
  }

  private func clause(_ sign: QueryTree.Clause.Sign, _ tree: QueryTree) -> QueryTree.Clause {
    QueryTree.Clause(sign, tree, at: 0..<0)
  }

  private func tree(inside node: FTNode) throws(FTError) -> QueryTree {
    switch node {
    case .word(let word): return .word(word)
    case .phrase(let text): return .phrase(text, slop: 0)
    case .prefix(let word):
      return word.utf8.count < Self.prefixBytesMin ? .nothing : .prefix(word)
    case .fuzzy(let word, let distance):
      guard distance > 2 else { return .fuzzy(word, distance: distance) }
      let words = try nearWords(word)
      return words.isEmpty ? .nothing : .or(words.map { .word($0) })
    case .everything: return .everything
    case .tags(.ageOf, let patterns) where Self.scope(patterns) != nil:
      return Self.scope(patterns).map { .ageOf($0) } ?? .nothing
    case .tags(let facet, let patterns):
      return .facet(FacetFilter(facet, try spellings(facet, patterns)))
    case .ages(let ranges):
      return ranges.count == 1 ? .age(ranges[0]) : .or(ranges.map { .age($0) })
    case .number(let field, let range):
      return range.numbers.map { .number(field, $0) } ?? .nothing
    case .all, .not, .optional: return .sequence(try clauses(node))
    case .any(let nodes):
      return .or(try nodes.map { node throws(FTError) in try tree(inside: node) })
    case .fields(let fields, let inside): return .fields(fields, try tree(inside: inside))
    case .attributed(let inside, let attributes): return try tree(inside, attributes)
    }
  }

  private func tree(
    _ inside: FTNode, _ attributes: FTAttributes
  ) throws(FTError) -> QueryTree {
    var inner = self
    inner.slop = attributes.slop ?? slop
    inner.isOrdered = attributes.isOrdered ?? isOrdered
    let tree = try inner.tree(inside: inside)
    return attributes.weight.map { .weighted(tree, by: $0) } ?? tree
  }

  /// Whose ages a tag of `age_of` means; nil where it is none that the catalogue has a word for.
  private static func scope(_ patterns: [FacetPattern]) -> AgeScope? {
    guard patterns.count == 1, case .equal(let text) = patterns[0] else { return nil }
    return AgeScope(rawValue: text.lowercased())
  }

  // MARK: Words near each other

  /// The clauses of `nodes` side by side where their words must stand near each other; nil where nothing
  /// asks for that, or there are fewer than two words.
  private func near(
    _ nodes: [FTNode], _ slop: Int?, _ isOrdered: Bool
  ) throws(FTError) -> [QueryTree.Clause]? {
    guard slop != nil || isOrdered else { return nil }
    var places: [[String]] = []
    var others: [QueryTree.Clause] = []
    for node in nodes {
      switch node {
      case .word, .any: places.append(try Self.words(node))
      case .tags, .ages, .number, .not, .optional, .everything: others += try clauses(node)
      case .phrase, .prefix, .fuzzy, .all, .fields, .attributed: throw Self.noPlaces
      }
    }
    guard places.count > 1 else { return nil }
    let near = QueryTree.near(places, slop: slop ?? Self.slopAny, isOrdered: isOrdered)
    return [clause(.needed, near)] + others
  }

  private static func words(_ node: FTNode) throws(FTError) -> [String] {
    switch node {
    case .word(let word): return [word]
    case .any(let nodes):
      var words: [String] = []
      for node in nodes { words += try self.words(node) }
      return words
    default: throw noPlaces
    }
  }

  private static let noPlaces = FTError(
    "SLOP and INORDER are supported for words and alternatives of words only")
}
