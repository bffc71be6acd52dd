import SearchIndex
import TestSupport

/// A document as the reference sees it.
struct CorpusDocument: Sendable {
  var key: String
  /// Which of the versions of all documents it is: the document's stored bytes.
  var version: Int
  /// By text field, the words in order.
  var texts: [String: [String]] = [:]
  /// By tag field, the values in order.
  var tags: [String: [String]] = [:]
  /// By number field.
  var numbers: [String: Int64] = [:]

  /// The document as a writer takes it.
  var document: Document {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: version >> (8 * $0)) }
    var document = Document(key: key, stored: bytes)
    for field in texts.keys.sorted() {
      document.add(
        field, .text((texts[field] ?? []).joined(separator: " "), WordAnalyzer()))
    }
    for field in tags.keys.sorted() { document.add(field, .tags(tags[field] ?? [])) }
    for field in numbers.keys.sorted() {
      if let number = numbers[field] { document.add(field, .number(number)) }
    }
    return document
  }
}

/// Makes documents and queries whose words meet often enough for every operator to have something to
/// do: few words, some very frequent, many of them near each other.
struct RandomCorpus {
  static let textFields = ["body", "title"]
  static let tagFields = ["kind", "language"]
  static let numberFields = ["year"]
  /// The commonest first.
  static let words = [
    "plant", "a", "diogel", "cath", "blant", "cat", "cathod", "ysgol", "tŷ", "ty", "planta",
    "cam", "cym", "caht", "diogelu", "gŵyl", "plan", "🙂", "b", "ab", "ba", "dy",
  ]
  static let tagValues = ["cy", "en", "cy-GB", "poster", "guide", "a b", "é", "e\u{301}"]

  var seed: Seed

  init(_ seed: Seed) {
    self.seed = seed
  }

  /// A document of some fields; some have none.
  mutating func document(key: String, version: Int) -> CorpusDocument {
    var document = CorpusDocument(key: key, version: version)
    if chance(9, of: 10) { document.texts["body"] = words(upTo: chance(1, of: 12) ? 80 : 9) }
    if chance(2, of: 3) { document.texts["title"] = words(upTo: 3) }
    for field in Self.tagFields where chance(3, of: 4) {
      document.tags[field] = (0..<number(below: 4)).map { _ in tag() }
    }
    if chance(3, of: 4) {
      document.numbers["year"] = chance(1, of: 20) ? .min : Int64(number(below: 12)) - 3
    }
    return document
  }

  /// A tree of all operators, up to `depth` deep.
  mutating func query(depth: Int) -> Query {
    guard depth > 0, chance(2, of: 3) else { return leaf() }
    switch number(below: 10) {
    case 9:
      return .demoted(
        query(depth: depth - 1), by: query(depth: depth - 1),
        factor: [0, 0.5, 0.9, 1][number(below: 4)])
    case 8: return .best(queries(number(below: 4), depth: depth - 1))
    case 0: return .boosted(query(depth: depth - 1), by: [0, 0.5, 1, 2.5][number(below: 4)])
    case 1: return .constant(query(depth: depth - 1), score: [0, 1, 3][number(below: 3)])
    case 2: return .and(queries(1 + number(below: 3), depth: depth - 1))
    case 3: return .or(queries(1 + number(below: 4), depth: depth - 1))
    default:
      return .boolean(
        BooleanQuery(
          must: queries(number(below: 3), depth: depth - 1),
          should: queries(number(below: 4), depth: depth - 1),
          filter: queries(number(below: 2), depth: depth - 1),
          mustNot: queries(number(below: 2), depth: depth - 1),
          minimumShould: chance(1, of: 2) ? nil : number(below: 4)))
    }
  }

  /// A query without a part.
  mutating func leaf() -> Query { leaf(kind: number(below: Self.leafKinds)) }

  /// How many operators `leaf(kind:)` knows.
  static let leafKinds = 13

  /// A query of one operator.
  mutating func leaf(kind: Int) -> Query {
    switch kind {
    case 0: return .all
    case 1: return .none
    case 2, 3: return .term(term())
    case 4: return .synonyms((0..<number(below: 5)).map { _ in term() })
    case 5, 6: return .phrase(phrase())
    case 11: return .phrases((0..<number(below: 4)).map { _ in phrase() })
    case 7:
      let word = term()
      return .prefix(FieldTerm(word.field, Array(word.term.prefix(number(below: 4)))))
    case 8:
      return .fuzzy(term(), distance: number(below: 3), prefixLength: number(below: 3))
    case 9:
      let lower = Int64(number(below: 12)) - 4
      return .range(
        field: pick(Self.numberFields + ["body", "nothing"]),
        chance(1, of: 5) ? Int64.min...lower : lower...lower + Int64(number(below: 6)))
    case 10:
      return .tags(
        field: pick(Self.tagFields + ["body"]), (0..<number(below: 4)).map { _ in tag() })
    default:
      return .exists(field: pick(Self.tagFields + Self.numberFields + ["body", "nothing"]))
    }
  }

  /// One or two sort keys.
  mutating func sort() -> [SortKey] {
    (0..<1 + number(below: 2)).map { _ in
      switch number(below: 5) {
      case 0: .score
      case 1, 2: .tag(field: pick(Self.tagFields + ["body"]), descending: chance(1, of: 2))
      default: .number(field: pick(["year", "year", "nothing"]), descending: chance(1, of: 2))
      }
    }
  }

  mutating func number(below end: Int) -> Int { Int.random(in: 0..<end, using: &seed) }

  mutating func chance(_ share: Int, of whole: Int) -> Bool { number(below: whole) < share }

  mutating func word() -> String {
    // The smaller of two draws: the first words are much commoner.
    let words = Self.words
    return words[min(number(below: words.count), number(below: words.count))]
  }

  private mutating func words(upTo count: Int) -> [String] {
    (0..<number(below: count + 1)).map { _ in word() }
  }

  private mutating func tag() -> String { pick(Self.tagValues) }

  private mutating func pick(_ choices: [String]) -> String {
    choices[number(below: choices.count)]
  }

  private mutating func queries(_ count: Int, depth: Int) -> [Query] {
    (0..<count).map { _ in query(depth: depth) }
  }

  private mutating func term() -> FieldTerm {
    switch number(below: 12) {
    case 0: FieldTerm(pick(Self.tagFields), tag())
    case 1: FieldTerm(pick(["nothing", "year", "body"]), pick(["2020", "nowhere"]))
    default: FieldTerm(pick(Self.textFields), word())
    }
  }

  private mutating func phrase() -> Phrase {
    let places = chance(1, of: 6) ? [0, 2, 3] : [0, 1, 2]
    let words = (0..<1 + number(below: 3)).map { index in
      Phrase.Word(
        place: places[index],
        terms: (0..<(chance(1, of: 4) ? 2 : 1)).map { _ in Array(word().utf8) })
    }
    return Phrase(
      field: chance(1, of: 20) ? "kind" : pick(Self.textFields), words: words,
      slop: chance(1, of: 2) ? 0 : number(below: 5), isOrdered: chance(1, of: 3))
  }
}
