internal import Records

/// Decides which findings are filters.
///
/// Phrases are data (``PhraseBook``); what is here are the few rules by which one is or is not a
/// filter:
///
/// - what a resource is *about* is no filter (*animation about parents*), nor is a name;
/// - an audience counts when it is addressed (*for parents*, *i rieni*), when it stands beside its
///   kind (*practitioners' guide*), when it is joined to one that counts (*parents and teachers*), or
///   when nothing but filters is left (*parents*);
/// - young readers beside an age, or of an audience that counts (*parents of children*), add nothing;
/// - a kind whose word has other uses counts only as the head of its noun phrase: not in *guide dog*;
/// - a language's name counts beside a kind (*Polish posters*, *taflen Arabeg*), before an audience
///   (*Polish families*) unless it may be a country's (*Welsh schools*), or when nothing else is left;
/// - after *except* and *without* a filter excludes;
/// - an age in numbers outdoes a stage (*teenagers aged 13 to 15*).
struct FilterRules {
  /// What becomes of a finding.
  enum Use {
    /// Its words are searched for.
    case text
    /// A filter if nothing else is left to search for.
    case pending
    /// A filter.
    case filter
    /// What must not be.
    case exclude
    /// Its words add nothing.
    case silent
  }

  private let context: QuestionContext
  private let modifiers: Set<String>
  private(set) var uses: [Use]

  private var found: [Finding] { context.found }
  private var tokens: [QuestionTokens.Token] { context.tokens }

  /// Decides on `found`, the findings in `tokens`, which are a question or a run of its plain words.
  init(_ found: [Finding], _ tokens: [QuestionTokens.Token], modifiers: Set<String>) {
    context = QuestionContext(found: found, tokens: tokens)
    self.modifiers = modifiers
    uses = [Use](repeating: .text, count: found.count)
    for place in found.indices { uses[place] = use(place) }
    exclude()
    joinCoordinated()
    settleYoung()
    settlePending()
    outdoStages()
    silenceAddresses()
  }

  /// The use of the finding at `place`, seen by itself.
  private func use(_ place: Int) -> Use {
    let finding = found[place]
    switch finding.meaning {
    case .role(.name), .role(.address), .role(.except), .role(.without): return .text
    case .role(.filler), .role(.resource): return .silent
    case .ages(_, let isStage):
      // "Talking to teenagers" is a topic as much as with any other people.
      let words =
        isStage && !isOfAudience(place) ? SmallWords.aboutPeople : SmallWords.about
      return context.isAbout(place, words, through: ["audience", "age", "need"]) ? .text : .filter
    case .published:
      // A year by itself may be a title's: it dates only what it follows.
      return finding.text != "{y}" || context.followsResource(place) ? .filter : .text
    case .languageName(let tag):
      if context.isAbout(place, SmallWords.about) { return .text }
      if context.touchesResource(place) { return .filter }
      if context.isPeople(place) { return .text }
      let wantsIt = context.isBeforeAudience(place) && !["cy", "en"].contains(tag)
      return wantsIt ? .filter : .pending
    case .values("audience", _):
      let words =
        finding.isYoung && isOfAudience(place) ? SmallWords.about : SmallWords.aboutPeople
      if context.isAbout(
        place, words, through: ["audience", "age", "need", "language"])
      {
        return .text
      }
      if context.isBesideItsKind(place) { return .filter }
      if finding.isPossessive || !isHead(place) { return .text }
      return context.isAddressed(place) ? .filter : .pending
    case .values("kind", _):
      if context.isAbout(place, SmallWords.about) { return .text }
      return isHead(place) ? .filter : .text
    case .values:
      if context.isAbout(place, SmallWords.about) || context.isNationality(place) { return .text }
      return isHead(place) ? .filter : .text
    }
  }

  /// Whether only small words lead from an audience to the young readers at `place`: *parents with
  /// toddlers*.
  private func isOfAudience(_ place: Int) -> Bool {
    let owner = found[..<place].lastIndex {
      $0.facet == "audience" && !$0.isYoung && $0.tokens != found[place].tokens
    }
    return owner.map { follows(place, $0, SmallWords.genitives) } ?? false
  }

  private func isHead(_ place: Int) -> Bool {
    guard modifiers.contains(found[place].text) else { return true }
    return context.endsNounPhrase(place)
      && (found[place].facet == "audience" || !context.isVerb(place))
  }

  /// Turns what follows *except* and *without* into exclusions.
  private mutating func exclude() {
    for place in found.indices {
      let isWithout: Bool
      switch found[place].role {
      case .except: isWithout = false
      case .without: isWithout = true
      default: continue
      }
      var target = place + 1
      while target < found.count, leads(target - 1, target), found[target].role == .address {
        target += 1
      }
      // "Not for children under 12" leaves out the age, as "not under 12" does.
      let hasAge =
        target + 1 < found.count && leads(target - 1, target) && found[target].isYoung
        && found[target + 1].facet == "age" && uses[target + 1] == .filter
        && context.between(target, target + 1)?.allSatisfy(SmallWords.isGlue) == true
      if hasAge { target += 1 }
      guard target < found.count, hasAge || leads(target - 1, target),
        let facet = found[target].facet,
        facet != "need", facet != "published", !(isWithout && facet == "audience"),
        uses[target] == .filter || uses[target] == .pending
      else { continue }
      guard facet != "language" || found[target].values.count == 1 else {
        // "Not bilingual" leaves out neither language.
        uses[target] = .text
        continue
      }
      for index in place..<target { uses[index] = .silent }
      uses[target] = .exclude
      while target + 1 < found.count, found[target + 1].facet == facet,
        context.isCoordinated(target, target + 1)
      {
        target += 1
        uses[target] = .exclude
      }
    }
  }

  /// Whether only small words lead from one finding to the next.
  private func leads(_ left: Int, _ right: Int) -> Bool {
    context.between(left, right)?.allSatisfy {
      SmallWords.determiners.contains($0) || ["in", "yn", "for"].contains($0)
    } ?? false
  }

  /// What is joined to a filter of its facet is one: *for parents and teachers*, *in Polish or Arabic*.
  private mutating func joinCoordinated() {
    for facet in ["audience", "language"] {
      let places = found.indices.filter { found[$0].facet == facet }
      for places in [places, places.reversed()] {
        for (from, to) in zip(places, places.dropFirst())
        where uses[from] == .filter && uses[to] == .pending {
          let (left, right) = (min(from, to), max(from, to))
          let isListed = context.between(left, right)?.isEmpty == true && !found[right].isYoung
          if context.isCoordinated(left, right) || isListed { uses[to] = .filter }
        }
      }
    }
  }

  /// Young readers beside an age, or after the audience whose children they are; an audience whose
  /// children's age is given (*parents of under-12s*) is one that counts.
  private mutating func settleYoung() {
    for place in found.indices where uses[place] == .pending && !found[place].isYoung {
      guard let next = found[(place + 1)...].firstIndex(where: { $0.facet != nil }),
        uses[next] == .filter && found[next].facet == "age" || isBesideAge(next),
        follows(next, place, SmallWords.genitives)
      else { continue }
      uses[place] = .filter
    }
    for place in found.indices where uses[place] == .pending && found[place].isYoung {
      let owner = found[..<place].lastIndex { $0.facet == "audience" && !$0.isYoung }
      if let owner, uses[owner] == .filter, follows(place, owner, SmallWords.genitives) {
        let isTheirs = follows(place, owner, SmallWords.possessives)
        uses[place] = isTheirs || isBesideAge(place) ? .silent : .pending
      } else if let owner, uses[owner] == .pending, follows(place, owner, SmallWords.genitives) {
        continue
      } else if isBesideAge(place) {
        uses[place] = hasAudience ? .silent : .filter
      }
    }
  }

  /// Whether only `words` lead from the finding at `left` to that at `place`.
  private func follows(_ place: Int, _ left: Int, _ words: Set<String>) -> Bool {
    context.between(left, place)?.allSatisfy(words.contains) == true
  }

  private func isBesideAge(_ place: Int) -> Bool {
    [place - 1, place + 1].contains { other in
      guard found.indices.contains(other), uses[other] == .filter, found[other].facet == "age"
      else {
        return false
      }
      if found[other].tokens == found[place].tokens { return true }
      return context.between(min(place, other), max(place, other))?.allSatisfy(SmallWords.isGlue)
        ?? false
    }
  }

  private func isAudience(_ place: Int, _ use: Use) -> Bool {
    found[place].facet == "audience" && uses[place] == use
  }

  private var hasAudience: Bool { found.indices.contains { isAudience($0, .filter) } }

  /// Where all else is understood the pending are filters too, but only one group of audiences:
  /// *parents of children under 12* are parents.
  private mutating func settlePending() {
    guard isAllUnderstood else {
      for place in found.indices where uses[place] == .pending { uses[place] = .text }
      return
    }
    if !hasAudience, let first = found.indices.first(where: { isAudience($0, .pending) }) {
      uses[first] = .filter
      joinCoordinated()
    }
    for place in found.indices where uses[place] == .pending {
      uses[place] = found[place].facet == "audience" ? .silent : .filter
    }
  }

  private var isAllUnderstood: Bool {
    var understood = [Bool](repeating: false, count: tokens.count)
    for (finding, use) in zip(found, uses) {
      if use != .text || finding.role == .address {
        for index in finding.tokens { understood[index] = true }
      }
    }
    return tokens.indices.allSatisfy { understood[$0] || SmallWords.isGlue(tokens[$0].text) }
  }

  private mutating func outdoStages() {
    let numbered = found.indices.filter { place in
      if case .ages(_, isStage: false) = found[place].meaning {
        uses[place] == .filter
      } else {
        false
      }
    }
    guard let first = numbered.first, let last = numbered.last else { return }
    for place in found.indices where uses[place] == .filter {
      guard case .ages(_, isStage: true) = found[place].meaning else { continue }
      let isListed =
        place < first
        ? context.isCoordinated(place, first) : context.isCoordinated(last, place)
      if !isListed { uses[place] = .silent }
    }
  }

  /// *For* goes with the filter it leads to.
  private mutating func silenceAddresses() {
    for place in found.indices.dropLast() {
      guard found[place].role == .address, uses[place + 1] != .text,
        leads(place, place + 1)
      else { continue }
      uses[place] = .silent
    }
  }

  /// The tokens that a filter's phrase covers, with the *for* and the articles that lead to it.
  func phrase(_ place: Int) -> Range<Int> {
    let own = found[place].tokens
    guard found[place].facet == "audience" else { return own }
    var before = place - 1
    while before >= 0, found[before].tokens == own { before -= 1 }
    guard before >= 0, found[before].role == .address, uses[before] == .silent,
      leads(before, place)
    else { return own }
    return found[before].tokens.lowerBound..<own.upperBound
  }
}
