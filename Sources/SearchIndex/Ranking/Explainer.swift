/// Explains a document's score: runs every node of a plan over that document alone.
struct Explainer {
  private let segment: Segment
  private let docID: DocID
  private let builder: ExecutorBuilder

  /// Explains document `docID` of `segment`, which is number `number` of the plan's reader.
  ///
  /// - Precondition: the segment has the document.
  init(segment: Segment, number: Int, docID: DocID, deadline: Deadline) {
    precondition(docID < segment.documentCount, "a hit of another reader")
    self.segment = segment
    self.docID = docID
    builder = ExecutorBuilder(segment: segment, number: number, deadline: deadline)
  }

  /// The score by `plan`, exactly as a search has it, and how it came about.
  func explain(_ plan: ExecutionPlan) throws(IndexError) -> Explanation {
    guard let score = try score(plan) else {
      return Explanation(value: 0, isMatch: false, words: "no match: \(plan.words)")
    }
    // What is not demoted has the score that it would have had.
    if case .demotion(let inner, let by, _) = plan, try self.score(by) == nil {
      return try explain(inner)
    }
    return Explanation(value: score, words: plan.words, details: try details(plan))
  }

  /// The document's score; nil where it does not match.
  private func score(_ plan: ExecutionPlan) throws(IndexError) -> Float? {
    guard segment.liveDocs?.isLive(docID) ?? true else { return nil }
    var executor = try builder.executor(for: plan, isScored: true)
    var window = Window(scored: true)
    var candidates = DocBits()
    let slot = Int(docID) % DocBits.size
    candidates.insert(slot)
    try executor.fill(&window, base: Int(docID) - slot, candidates: candidates)
    return window.bits.contains(slot) ? Float(window.scores[slot]) : nil
  }

  private func details(_ plan: ExecutionPlan) throws(IndexError) -> [Explanation] {
    switch plan {
    case .none, .all, .range, .exists, .termSet, .constant:
      return []
    case .term(let term, let scorer):
      return try details(
        scorer, frequency: try frequency([term]), normField: term.field)
    case .synonyms(let terms, let field, let scorer):
      return try details(scorer, frequency: try frequency(terms), normField: field)
    case .phrase(let phrase, let scorer):
      var executor = try builder.phraseExecutor(phrase, nil)
      let frequency = try executor?.frequency(in: Int(docID)) ?? 0
      return try details(scorer, frequency: frequency, normField: phrase.field)
    case .conjunction(let clauses):
      var details: [Explanation] = []
      for clause in clauses {
        var part = try explain(clause.plan)
        if !clause.isScored {
          part.value = 0
          part.words = "filter: " + part.words
        }
        details.append(part)
      }
      return details
    case .disjunction(let required, let optional, _):
      var details: [Explanation] = []
      if let required { details.append(try explain(required)) }
      for plan in optional {
        let part = try explain(plan)
        if part.isMatch { details.append(part) }
      }
      return details
    case .best(let plans):
      var details: [Explanation] = []
      for plan in plans {
        let part = try explain(plan)
        if part.isMatch { details.append(part) }
      }
      return details
    case .exclusion(let included, _), .demotion(let included, _, _):
      return [try explain(included)]
    }
  }

  private func frequency(_ terms: [PlanTerm]) throws(IndexError) -> Float {
    var sum = 0
    for cursor in try builder.cursors(terms) {
      var walk = PostingWalk(cursor)
      if try walk.advance(to: Int(docID)) == Int(docID) { sum += try walk.frequency() }
    }
    return Float(sum)
  }

  /// The parts of BM25.
  private func details(
    _ scorer: TermScorer, frequency: Float, normField: String
  ) throws(IndexError) -> [Explanation] {
    var details = [
      Explanation(value: scorer.boost, words: "boost"),
      Explanation(value: scorer.idf, words: "idf = ln(1 + (N - df + 0.5) / (df + 0.5))"),
      Explanation(value: frequency, words: "frequency"),
    ]
    if let norms = builder.norms(normField) {
      let length = NormEncoding.length(of: norms.norm(docID))
      details.append(Explanation(value: Float(length), words: "length of \(normField), rounded"))
      details.append(
        Explanation(value: scorer.averageLength, words: "average length of \(normField)"))
    }
    return details
  }
}

extension ExecutionPlan {
  /// What the node is, for an explanation.
  fileprivate var words: String {
    switch self {
    case .none: "nothing"
    case .all: "every document"
    case .term(let term, _): "term \(term.name)"
    case .synonyms(let terms, _, _):
      "any of \(terms.map { $0.name }.joined(separator: " ")), as one"
    case .phrase(let phrase, _): phrase.name
    case .termSet(let set): set.words
    case .range(let field, let range): "\(field) within \(range.lowerBound)...\(range.upperBound)"
    case .exists(let field): "\(field) has a value"
    case .conjunction: "sum of all of"
    case .disjunction(_, let optional, let minimum):
      "sum of those that match, at least \(minimum) of \(optional.count)"
    case .best(let plans): "best of those of \(plans.count) that match"
    case .exclusion: "without what is excluded"
    case .constant(let plan, _): "constant: \(plan.words)"
    case .demotion(_, let by, let factor): "\(factor) times, for it is demoted by \(by.words):"
    }
  }
}

extension PlanTerm {
  fileprivate var name: String { "\(field):\(String(decoding: term, as: UTF8.self))" }
}

extension PlanTermSet {
  fileprivate var words: String {
    switch name {
    case .terms(let terms):
      let names = terms.map { "\(field):\(String(decoding: $0, as: UTF8.self))" }
      return "any of \(names.joined(separator: " "))"
    case .prefix(let prefix):
      return "any term \(field):\(String(decoding: prefix, as: UTF8.self))*"
    }
  }
}

extension PlanPhrase {
  fileprivate var name: String {
    let words = words.map { word in
      word.terms.map { String(decoding: $0.term, as: UTF8.self) }.joined(separator: "|")
    }
    let distance = slop > 0 ? "~\(slop)" : ""
    return "phrase \(field):\"\(words.joined(separator: " "))\"\(distance)"
  }
}
