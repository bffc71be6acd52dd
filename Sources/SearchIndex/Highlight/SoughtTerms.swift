/// What of a query can be seen in a text: its terms in some fields, numbered so that the terms that
/// stand for the same word of the query have one number.
struct SoughtTerms: Sendable {
  private var numbers: [[UInt8]: Int] = [:]
  private var prefixes: [(bytes: [UInt8], number: Int)] = []
  private var fuzzy: [(automaton: LevenshteinAutomaton, number: Int)] = []
  /// How many numbers there are.
  private(set) var count = 0

  /// Gathers the terms of `query` in `fields`; what must not match is left out.
  init(_ query: Query, fields: Set<String>) {
    // A list instead of recursion: no depth overflows the stack.
    var waiting = [query]
    while let query = waiting.popLast() {
      switch query {
      case .all, .none, .range, .tags, .exists:
        break
      case .term(let term):
        add([term], in: fields)
      case .synonyms(let terms):
        add(terms, in: fields)
      case .phrase(let phrase):
        add(phrase, in: fields)
      case .phrases(let phrases):
        for phrase in phrases { add(phrase, in: fields) }
      case .best(let queries):
        waiting.append(contentsOf: queries.reversed())
      case .prefix(let term):
        guard fields.contains(term.field) else { break }
        prefixes.append((term.term, count))
        count += 1
      case .fuzzy(let term, let distance, let prefixLength):
        guard fields.contains(term.field) else { break }
        let automaton = LevenshteinAutomaton(
          UTF8Scalars.decode(term.term), distance: distance, prefixLength: prefixLength)
        fuzzy.append((automaton, count))
        count += 1
      case .boolean(let boolean):
        let clauses = boolean.must + boolean.should + boolean.filter
        waiting.append(contentsOf: clauses.reversed())
      case .boosted(let inner, _), .constant(let inner, _), .demoted(let inner, _, _):
        waiting.append(inner)
      }
    }
  }

  private mutating func add(_ phrase: Phrase, in fields: Set<String>) {
    for word in phrase.words { add(word.terms.map { FieldTerm(phrase.field, $0) }, in: fields) }
  }

  private mutating func add(_ terms: [FieldTerm], in fields: Set<String>) {
    let seen = terms.filter { fields.contains($0.field) }
    guard !seen.isEmpty else { return }
    let known = seen.first { numbers[$0.term] != nil }.flatMap { numbers[$0.term] }
    for term in seen where numbers[term.term] == nil { numbers[term.term] = known ?? count }
    if known == nil { count += 1 }
  }

  /// The number of the query's word that `term` is; nil where it is none.
  mutating func number(of term: [UInt8]) -> Int? {
    if let number = numbers[term] { return number }
    for prefix in prefixes where term.starts(with: prefix.bytes) { return prefix.number }
    guard !fuzzy.isEmpty else { return nil }
    let scalars = UTF8Scalars.decode(term)
    for index in fuzzy.indices where fuzzy[index].automaton.match(scalars) != nil {
      return fuzzy[index].number
    }
    return nil
  }
}
