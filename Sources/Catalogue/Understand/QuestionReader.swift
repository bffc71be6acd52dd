internal import Records

/// Reads a question: languages, audiences, ages, kinds and accessibility out of its bare words.
///
/// Only runs of plain words at the top of the tree are read; quoted text, signed words, brackets and
/// fields stay as they are. Phrases are data (``PhraseBook``); what is here are the few rules by which
/// a phrase is or is not a filter:
///
/// - what a resource is *about* is no filter (*animation about parents*), nor is a name;
/// - an audience counts when it is addressed (*for parents*, *i rieni*), when it stands before a kind
///   (*practitioners' guide*), or when nothing but filters is left (*parents*);
/// - a kind counts as head of its noun phrase: not in *guide dog*;
/// - a language's name counts beside a kind (*Polish posters*, *taflen Arabeg*) or with *speak*.
struct QuestionReader {
  private let matcher: PhraseMatcher
  private let switchedOff: Set<String>
  private let asked: Asked

  /// What is asked for beside the question, by flags or in the search language.
  struct Asked {
    var ages: [AgeRange] = []
    var audiences: [String] = []
  }

  /// Reads with the phrases of `book`; what `switchedOff` names (`facet:value`) stays text.
  init(book: PhraseBook, switchedOff: [String] = [], asked: Asked = Asked()) {
    matcher = PhraseMatcher(book: book)
    self.switchedOff = Set(switchedOff)
    self.asked = asked
  }

  /// Reads `tree`, which was parsed from `text`.
  func read(_ tree: QueryTree, of text: String) -> Understanding {
    var understanding = Understanding()
    guard case .sequence(let clauses) = tree else {
      understanding.tree = tree
      understanding.remainingText = text
      return understanding
    }
    var kept: [QueryTree.Clause] = []
    var index = 0
    while index < clauses.count {
      let end = clauses[index...].firstIndex { !Self.isPlainWord($0) } ?? clauses.endIndex
      if end == index {
        kept.append(clauses[index])
        index += 1
      } else {
        readRun(
          clauses[index..<end], of: text, isWhole: clauses.count == end - index,
          into: &understanding, &kept)
        index = end
      }
    }
    understanding.tree = .sequence(kept)
    understanding.remainingText = Self.slices(of: text, kept.map(\.at)).joined(separator: " ")
    implyAudience(&understanding)
    return understanding
  }

  private static func isPlainWord(_ clause: QueryTree.Clause) -> Bool {
    guard case .wanted = clause.sign, case .word = clause.tree else { return false }
    return true
  }

  /// Reads one run of plain words; what is left of them is appended to `kept`.
  private func readRun(
    _ run: ArraySlice<QueryTree.Clause>, of text: String, isWhole: Bool,
    into understanding: inout Understanding, _ kept: inout [QueryTree.Clause]
  ) {
    guard let first = run.first, let last = run.last else { return }
    let span = first.at.lowerBound..<last.at.upperBound
    let words = Self.slices(of: text, [span])[0]
    let tokens = QuestionTokens(words, offset: span.lowerBound).tokens
    let found = findings(tokens)
    let filters = decide(found, tokens)
    var used = IndexSet(count: tokens.count)
    for filter in filters {
      for index in filter.tokens { used.insert(index) }
      record(filter, tokens, text, into: &understanding)
    }
    let hasContent = tokens.indices.contains { !used.contains($0) && !Glue.isGlue(tokens[$0].text) }
    for clause in run {
      let mine = tokens.indices.filter { tokens[$0].at.overlaps(clause.at) }
      let left = mine.filter { !used.contains($0) }
      if left.isEmpty, !mine.isEmpty { continue }
      // Words that only joined the filters ("of", "a", "yn") go with them.
      if !filters.isEmpty, !hasContent, left.allSatisfy({ Glue.isGlue(tokens[$0].text) }) {
        continue
      }
      if !filters.isEmpty, isJoint(left, tokens, used) { continue }
      kept.append(clause)
    }
  }

  /// Whether the tokens are glue that leads to a used phrase (*i rai* before *13 oed*), or that is
  /// left between a used phrase and the end.
  private func isJoint(_ left: [Int], _ tokens: [QuestionTokens.Token], _ used: IndexSet) -> Bool {
    left.allSatisfy { index in
      guard Glue.isGlue(tokens[index].text) else { return false }
      let next = tokens.indices[index...].first {
        used.contains($0) || !Glue.isGlue(tokens[$0].text)
      }
      guard let next else { return index == 0 || used.contains(index - 1) }
      return used.contains(next)
    }
  }

  /// All phrases found from left to right, none overlapping, with language names beside them.
  private func findings(_ tokens: [QuestionTokens.Token]) -> [PhraseMatcher.Match] {
    var found: [PhraseMatcher.Match] = []
    var index = 0
    while index < tokens.count {
      if let match = matcher.match(tokens, at: index) {
        found.append(match)
        if let second = matcher.secondMeaning(of: match, tokens) { found.append(second) }
        index = match.tokens.upperBound
      } else if let tag = matcher.book.languageNames[tokens[index].text] {
        found.append(
          PhraseMatcher.Match(
            tokens: index..<index + 1, meaning: .values(facet: "language name", [tag]),
            language: .english, isAddressed: false))
        index += 1
      } else {
        index += 1
      }
    }
    return found
  }

  /// Keeps the findings that are filters, by the rules above.
  private func decide(
    _ found: [PhraseMatcher.Match], _ tokens: [QuestionTokens.Token]
  ) -> [PhraseMatcher.Match] {
    var kept: [PhraseMatcher.Match] = []
    var pendingAudience: [PhraseMatcher.Match] = []
    for (place, match) in found.enumerated() {
      let context = Context(found: found, place: place, tokens: tokens)
      switch match.meaning {
      case .name: continue
      case .filler: kept.append(match)
      case .ages: if !context.isAbout { kept.append(match) }
      case .values("language name", let tags):
        guard context.isBesideKind || context.isSpoken else { continue }
        var language = match
        language.meaning = .values(facet: "language", tags)
        kept.append(language)
      case .values("audience", _):
        if match.isAddressed || context.isBeforeKindAtStart {
          if !context.isAbout { kept.append(match) }
        } else if !context.isAbout {
          pendingAudience.append(match)
        }
      case .values("kind", _):
        if !context.isAbout, match.language == .welsh || context.isHeadNoun { kept.append(match) }
      case .values: kept.append(match)
      }
    }
    // Bare audiences count when nothing else is left to search for.
    let used = (kept + pendingAudience).flatMap { Array($0.tokens) }
    let isAllUnderstood = tokens.indices.allSatisfy {
      used.contains($0) || Glue.isGlue(tokens[$0].text)
    }
    let hasAudience = kept.contains {
      if case .values("audience", _) = $0.meaning { true } else { false }
    }
    if isAllUnderstood {
      if hasAudience {
        // "parents of children under 12": the children are whose age it is.
        kept += pendingAudience.map { match in
          var glue = match
          glue.meaning = .filler
          return glue
        }
      } else if let first = pendingAudience.first {
        kept.append(first)
        kept += pendingAudience.dropFirst().map { match in
          var glue = match
          glue.meaning = .filler
          return glue
        }
      }
    }
    kept = kept.compactMap(withoutSwitchedOff)
    // A filler alone is no question: "information" is then a word to search for.
    let saysSomething = kept.contains { if case .filler = $0.meaning { false } else { true } }
    if !saysSomething, kept.flatMap({ Array($0.tokens) }).count == tokens.count { return [] }
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The match without the values that are switched off, or nil where nothing is left of it.
  private func withoutSwitchedOff(_ match: PhraseMatcher.Match) -> PhraseMatcher.Match? {
    guard case .values(let facet, let values) = match.meaning else {
      return match.ages.map { switchedOff.contains("age:\($0)") } == true ? nil : match
    }
    let left = values.filter { !switchedOff.contains("\(facet):\($0)") }
    guard !left.isEmpty else { return nil }
    var match = match
    match.meaning = .values(facet: facet, left)
    return match
  }

  private func record(
    _ match: PhraseMatcher.Match, _ tokens: [QuestionTokens.Token], _ text: String,
    into understanding: inout Understanding
  ) {
    let at =
      tokens[match.tokens.lowerBound].at
      .lowerBound..<tokens[match.tokens.upperBound - 1].at.upperBound
    let phrase = Self.slices(of: text, [at])[0]
    func add(_ facet: String, _ value: String, _ list: inout [String]) {
      guard !list.contains(value) else { return }
      list.append(value)
      understanding.filters.append(
        UnderstoodFilter(facet: facet, value: value, phrase: phrase, at: at))
    }
    switch match.meaning {
    case .name, .filler: break
    case .ages:
      guard let ages = match.ages, !understanding.ages.contains(ages) else { return }
      understanding.ages.append(ages)
      understanding.filters.append(
        UnderstoodFilter(facet: "age", value: ages.description, phrase: phrase, at: at))
    case .values(let facet, let values):
      for value in values {
        switch facet {
        case "language": add(facet, value, &understanding.languages)
        case "audience": add(facet, value, &understanding.audiences)
        case "kind": add(facet, value, &understanding.kinds)
        case "accessibility": add(facet, value, &understanding.accessibility)
        default:
          understanding.filters.append(
            UnderstoodFilter(facet: facet, value: value, phrase: phrase, at: at, use: .order))
        }
      }
    }
  }

  /// An age with no audience, or only with young readers, implies its readers; the audience then
  /// only orders.
  private func implyAudience(_ understanding: inout Understanding) {
    let audiences = understanding.audiences + asked.audiences
    guard !(understanding.ages + asked.ages).isEmpty, Readers.scope(audiences) == .reader
    else { return }
    understanding.audienceUse = .order
    for index in understanding.filters.indices
    where understanding.filters[index].facet == "audience" {
      understanding.filters[index].use = .order
    }
    guard audiences.isEmpty, let age = understanding.ages.first else { return }
    for audience in Readers.audiences(for: age) where !switchedOff.contains("audience:" + audience)
    {
      understanding.audiences.append(audience)
      let ageFilter = understanding.filters.first { $0.facet == "age" }
      understanding.filters.append(
        UnderstoodFilter(
          facet: "audience", value: audience, phrase: ageFilter?.phrase ?? "",
          at: ageFilter?.at ?? 0..<0, use: .order, isImplied: true))
    }
  }

  private static func slices(of text: String, _ ranges: [Range<Int>]) -> [String] {
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0.clamped(to: 0..<bytes.count)], as: UTF8.self) }
  }
}

/// Which tokens of a run are used up.
private struct IndexSet {
  private var flags: [Bool]

  init(count: Int) { flags = [Bool](repeating: false, count: count) }

  func contains(_ index: Int) -> Bool { flags[index] }

  mutating func insert(_ index: Int) { flags[index] = true }
}
