internal import Records

/// Reads a question: languages, audiences, ages, kinds, accessibility and dates out of its bare words.
///
/// Only runs of plain words at the top of the tree are read; quoted text, signed words, brackets and
/// fields stay as they are. ``PhraseMatcher`` finds phrases, ``FilterRules`` decides which of them are
/// filters.
struct QuestionReader {
  private let book: PhraseBook
  private let switchedOff: Set<String>
  private let asked: Asked

  /// What is asked for beside the question, by flags or in the search language.
  struct Asked {
    var ages: [AgeRange] = []
    var audiences: [String] = []
  }

  /// Reads with the phrases of `book`; what `switchedOff` names (`facet:value`) stays text.
  init(book: PhraseBook, switchedOff: [String] = [], asked: Asked = Asked()) {
    self.book = book
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
    let bytes = Array(text.utf8)
    var kept: [QueryTree.Clause] = []
    var index = 0
    while index < clauses.count {
      let end = clauses[index...].firstIndex { !Self.isPlainWord($0) } ?? clauses.endIndex
      if end == index {
        kept.append(clauses[index])
        index += 1
      } else {
        kept += readRun(clauses[index..<end], of: bytes, into: &understanding)
        index = end
      }
    }
    understanding.tree = .sequence(kept)
    understanding.remainingText = kept.map { Self.slice(bytes, $0.at) }.joined(separator: " ")
    implyAudience(&understanding)
    return understanding
  }

  private static func isPlainWord(_ clause: QueryTree.Clause) -> Bool {
    guard case .wanted = clause.sign else { return false }
    // A dash by itself, as in "age 5 - 7", is an empty sequence.
    return switch clause.tree {
    case .word: true
    case .sequence(let inside): inside.isEmpty
    default: false
    }
  }

  /// Reads one run of plain words; gives back what is left of them.
  private func readRun(
    _ run: ArraySlice<QueryTree.Clause>, of text: [UInt8], into understanding: inout Understanding
  ) -> [QueryTree.Clause] {
    guard let first = run.first, let last = run.last else { return [] }
    let span = first.at.lowerBound..<last.at.upperBound
    let tokens = QuestionTokens(Self.slice(text, span), offset: span.lowerBound).tokens
    let found = PhraseMatcher(book, tokens).findings()
    let rules = FilterRules(found, tokens, modifiers: book.modifiers)
    var used = [Bool](repeating: false, count: tokens.count)
    var isFilled = false
    for (place, use) in zip(found.indices, rules.uses) where use != .text && use != .pending {
      let finding = found[place]
      if use == .silent {
        for index in finding.tokens { used[index] = true }
        continue
      }
      let words = rules.phrase(place)
      let at = tokens[words.lowerBound].at.lowerBound..<tokens[words.upperBound - 1].at.upperBound
      let phrase = Self.slice(text, at)
      for value in finding.values {
        let filter = UnderstoodFilter(
          facet: finding.facet ?? "", value: value, phrase: phrase, at: at,
          use: use == .exclude ? .exclude : finding.facet == "need" ? .order : .filter)
        if switchedOff.contains(filter.name) {
          understanding.switchedOff.insert(filter.name)
        } else {
          understanding.add(filter)
          isFilled = true
          for index in words { used[index] = true }
        }
      }
    }
    // Filler alone is no question: "information" is then a word to search for.
    let isAsked = isFilled || used.contains(false)
    return isAsked ? left(run, tokens, used) : Array(run)
  }

  /// The clauses of `run` that hold words to search for: those whose tokens are not all `used`, and not
  /// only words that joined the used ones.
  private func left(
    _ run: ArraySlice<QueryTree.Clause>, _ tokens: [QuestionTokens.Token], _ used: [Bool]
  ) -> [QueryTree.Clause] {
    guard used.contains(true) else { return Array(run) }
    let hasContent = tokens.indices.contains { !used[$0] && !SmallWords.isGlue(tokens[$0].text) }
    return run.filter { clause in
      let mine = tokens.indices.filter { tokens[$0].at.overlaps(clause.at) }
      guard !mine.isEmpty else { return hasContent }
      let left = mine.filter { !used[$0] }
      guard left.allSatisfy({ SmallWords.isGlue(tokens[$0].text) }) else { return true }
      return hasContent && !left.allSatisfy { isJoint($0, tokens, used) }
    }
  }

  /// Whether small words lead from the token to a used phrase (*i rai* before *13 oed*), or from one to
  /// the end.
  private func isJoint(_ index: Int, _ tokens: [QuestionTokens.Token], _ used: [Bool]) -> Bool {
    let next = tokens.indices[index...].first {
      used[$0] || !SmallWords.isGlue(tokens[$0].text)
    }
    guard let next else { return index == 0 || used[index - 1] }
    return used[next]
  }

  /// An age with no audience, or only with young readers, implies its readers; the audience then
  /// only orders.
  private func implyAudience(_ understanding: inout Understanding) {
    let audiences = understanding.audiences + asked.audiences
    guard !(understanding.ages + asked.ages).isEmpty, Readers.scope(audiences) == .reader
    else { return }
    understanding.audienceUse = .order
    for index in understanding.filters.indices
    where understanding.filters[index].facet == "audience"
      && understanding.filters[index].use == .filter
    {
      understanding.filters[index].use = .order
    }
    guard audiences.isEmpty else { return }
    for age in understanding.ages {
      let ageFilter = understanding.filters.first {
        $0.facet == "age" && $0.value == age.description
      }
      for audience in Readers.audiences(for: age) where !understanding.audiences.contains(audience)
      {
        let filter = UnderstoodFilter(
          facet: "audience", value: audience, phrase: ageFilter?.phrase ?? "",
          at: ageFilter?.at ?? 0..<0, use: .order, isImplied: true)
        if switchedOff.contains(filter.name) {
          understanding.switchedOff.insert(filter.name)
        } else {
          understanding.add(filter)
        }
      }
    }
  }

  private static func slice(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
