internal import TextAnalysis

/// Puts beside beginnings of words and misspelt words the words that people may mean by them, as they stand in
/// the catalogue's texts.
///
/// The index holds stems and lemmas, which neither need be near: *online* is there as *onlin*, which does not
/// start as `online*` does, and *grooming* as *groom*, three letters from `groming~`.
struct WrittenWords {
  /// The most beginnings and misspelt words of one query that are looked up.
  static let askedMax = 8
  /// The most words that one of them may mean besides the terms that the index knows.
  static let meantMax = 16
  /// The most words that are looked at for one beginning.
  private static let lookedAtMax = 2_000
  /// The fewest letters of a beginning for which words are looked at: hardly a stem is shorter than these.
  private static let startMin = 3
  /// How many letters longer than the beginning a word may be that is looked at: the stems of nearly all longer
  /// words start as asked.
  private static let endingMax = 5

  /// The words of the catalogue's texts.
  let words: SuggestionList
  /// How many letters a misspelt word has right at its beginning.
  let fuzzyPrefixLength: Int

  /// Whether `tree` asks for beginnings or misspelt words.
  static func concern(_ tree: QueryTree) -> Bool {
    switch tree {
    case .prefix, .fuzzy: true
    case .sequence(let clauses): clauses.contains { concern($0.tree) }
    case .or(let trees): trees.contains(where: concern)
    case .field(_, let inside), .fields(_, let inside), .weighted(let inside, _): concern(inside)
    case .word, .phrase, .near, .facet, .age, .ageOf, .published, .number, .ids, .everything,
      .nothing:
      false
    }
  }

  /// `tree` with the words that its beginnings and misspelt words may mean beside these.
  func expanded(_ tree: QueryTree) -> QueryTree {
    var left = Self.askedMax
    return expanded(tree, &left)
  }

  private func expanded(_ tree: QueryTree, _ left: inout Int) -> QueryTree {
    switch tree {
    case .prefix(let word): return expanded(tree, &left) { startingAs(word) }
    case .fuzzy(let word, let distance): return expanded(tree, &left) { near(word, distance) }
    case .sequence(let clauses):
      return .sequence(
        clauses.map { clause in
          var clause = clause
          clause.tree = expanded(clause.tree, &left)
          return clause
        })
    case .or(let trees): return .or(trees.map { expanded($0, &left) })
    case .field(let field, let inside): return .field(field, expanded(inside, &left))
    case .fields(let fields, let inside): return .fields(fields, expanded(inside, &left))
    case .weighted(let inside, let factor): return .weighted(expanded(inside, &left), by: factor)
    case .word, .phrase, .near, .facet, .age, .ageOf, .published, .number, .ids, .everything,
      .nothing:
      return tree
    }
  }

  private func expanded(
    _ tree: QueryTree, _ left: inout Int, _ find: () -> [String]
  ) -> QueryTree {
    guard left > 0 else { return tree }
    left -= 1
    let found = find()
    return found.isEmpty ? tree : .or([tree] + found.map { .word($0) })
  }

  /// Words that start as `word` does and whose terms do not.
  private func startingAs(_ word: String) -> [String] {
    guard let key = WordKey.key(ofWord: word) else { return [] }
    let start = key.unicodeScalars.map(\.value)
    guard start.count >= Self.startMin else { return [] }
    var analyzers: [String: any Analyzer] = [:]
    var found: [String] = []
    for index in words.starting(with: start).prefix(Self.lookedAtMax)
    where words.resources(index) > 0 && words.key(index).count <= start.count + Self.endingMax {
      let language = words.language(index)
      let analyzer = analyzers[language] ?? Analyzers.analyzer(for: language)
      analyzers[language] = analyzer
      let text = words.text(index)
      let batch = analyzer.tokens(of: text)
      if batch.tokens.contains(where: { batch.term($0).starts(with: key.utf8) }) { continue }
      found.append(text)
      if found.count == Self.meantMax { break }
    }
    return found
  }

  /// Words at most `distance` edits from `word`, the nearest first.
  private func near(_ word: String, _ distance: Int) -> [String] {
    guard let key = WordKey.key(ofWord: word) else { return [] }
    return words.nearest(
      to: key.unicodeScalars.map(\.value), edits: distance, prefixLength: fuzzyPrefixLength,
      limit: Self.meantMax
    ).texts
  }
}
