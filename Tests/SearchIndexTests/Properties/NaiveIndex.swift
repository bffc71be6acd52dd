import TestSupport
import Glibc
import SearchIndex
import TextAnalysis

/// The reference: answers every query by looking at every document, each operator by its definition
/// in Query.swift.
///
/// Scores are Floats, added up as Doubles and rounded once, so they must be equal to the last bit in
/// whatever order they were added.
final class NaiveIndex {
  /// A document where the index has it.
  struct Place {
    var segment: Int
    var docID: DocID
    var isLive: Bool
    var document: CorpusDocument
  }

  /// In order of segment and doc id.
  let places: [Place]
  /// By document and field: the terms in order.
  private let texts: [[String: [[UInt8]]]]
  private let textFields: Set<String>
  private let tagFields: Set<String>
  private var frequencies: [FieldTerm: [Int]] = [:]
  private var documentFrequencies: [FieldTerm: Int] = [:]
  private var statistics: [String: (documents: Int, average: Float)] = [:]
  private var expansions: [Query: [FieldTerm]] = [:]
  private let expansionsMax: Int

  init(_ places: [Place], expansionsMax: Int = 200) {
    self.places = places
    self.expansionsMax = expansionsMax
    texts = places.map { place in
      place.document.texts.mapValues { words in
        WordAnalyzer().terms(of: words.joined(separator: " ")).map { Array($0.utf8) }
      }
    }
    // A text without a word is no value: a field that has no other does not exist.
    textFields = Set(texts.flatMap { $0.filter { !$0.value.isEmpty }.keys })
    tagFields = Set(places.flatMap { $0.document.tags.keys })
  }

  /// All documents that match, with their scores, in order of segment and doc id.
  func matches(_ query: Query) -> [TopDocs.Hit] {
    matchingPlaces(query).map { hit($0.index, $0.score) }
  }

  /// All documents that match in the order of the keys.
  func ranked(_ query: Query, by keys: [SortKey] = [.score]) -> [TopDocs.Hit] {
    let rows = matchingPlaces(query).map { match in
      (match, keys.map { key in value(key, match.index, match.score) })
    }
    // The sort is stable and the matches come in order of segment and doc id.
    let sorted = rows.sorted { left, right in
      for (key, values) in zip(keys, zip(left.1, right.1)) {
        let order = values.0.order(values.1, key)
        if order != 0 { return order < 0 }
      }
      return false
    }
    return sorted.map { hit($0.0.index, $0.0.score) }
  }

  private func matchingPlaces(_ query: Query) -> [(index: Int, score: Float)] {
    var found: [(index: Int, score: Float)] = []
    for index in places.indices where places[index].isLive {
      if let score = score(query, index, boost: 1) { found.append((index, Float(score))) }
    }
    return found
  }

  private func hit(_ index: Int, _ score: Float) -> TopDocs.Hit {
    TopDocs.Hit(segment: places[index].segment, docID: places[index].docID, score: score)
  }

  /// The number of matches by value of a tag field.
  func facets(_ query: Query, field: String) -> [FacetCount] {
    var counts: [[UInt8]: Int] = [:]
    for index in places.indices where places[index].isLive {
      guard score(query, index, boost: 1) != nil else { continue }
      for value in Set((places[index].document.tags[field] ?? []).map { Array($0.utf8) }) {
        counts[value, default: 0] += 1
      }
    }
    return counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }.map { FacetCount(value: String(decoding: $0.key, as: UTF8.self), count: $0.value) }
  }

  /// How many documents have the term, deleted ones included.
  func documentFrequency(_ term: FieldTerm) -> Int {
    if let known = documentFrequencies[term] { return known }
    let found = frequency(term).count { $0 > 0 }
    documentFrequencies[term] = found
    return found
  }

  /// All terms of a field in byte order.
  func terms(_ field: String) -> [[UInt8]] {
    var terms: Set<[UInt8]> = []
    for index in places.indices {
      terms.formUnion(texts[index][field] ?? [])
      terms.formUnion((places[index].document.tags[field] ?? []).map { Array($0.utf8) })
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }
  }

  // MARK: Operators

  private func score(_ query: Query, _ index: Int, boost: Float) -> Double? {
    switch query {
    case .all:
      return 0
    case .none:
      return nil
    case .term(let term):
      return bm25([term], index, boost: boost).map(Double.init)
    case .synonyms(let terms):
      return terms.isEmpty ? nil : bm25(terms, index, boost: boost).map(Double.init)
    case .phrase(let phrase):
      return score(phrase, index, boost: boost).map(Double.init)
    case .phrases(let phrases):
      return score(phrases, index, boost: boost).map(Double.init)
    case .best(let queries):
      return queries.compactMap { score($0, index, boost: boost) }.max()
    case .prefix:
      let isMatch = expansion(query).contains { frequency($0)[index] > 0 }
      return isMatch ? Double(boost) : nil
    case .fuzzy(let wanted, _, _):
      var sum: Double?
      for term in expansion(query) {
        let similarity = similarity(wanted.term, term.term)
        guard let score = bm25([term], index, boost: boost * similarity) else { continue }
        sum = (sum ?? 0) + Double(score)
      }
      return sum
    case .range(let field, let range):
      return places[index].document.numbers[field].map { range.contains($0) } == true ? 0 : nil
    case .tags(let field, let values):
      let asked = values.map { Array($0.utf8) }
      let has = (places[index].document.tags[field] ?? []).contains {
        asked.contains(Array($0.utf8))
      }
      return has ? 0 : nil
    case .exists(let field):
      let document = places[index].document
      let has = document.tags[field]?.isEmpty == false || document.numbers[field] != nil
      return has ? 0 : nil
    case .boolean(let boolean):
      return score(boolean, index, boost: boost)
    case .boosted(let inner, let factor):
      return score(inner, index, boost: boost * factor)
    case .constant(let inner, let score):
      return self.score(inner, index, boost: 1) == nil ? nil : Double(boost * score)
    case .demoted(let inner, let by, let factor):
      guard let score = score(inner, index, boost: boost) else { return nil }
      return self.score(by, index, boost: 1) == nil ? score : score * Double(factor)
    }
  }

  private func score(_ boolean: BooleanQuery, _ index: Int, boost: Float) -> Double? {
    let isAnyRequired = !boolean.must.isEmpty || !boolean.filter.isEmpty
    guard isAnyRequired || !boolean.should.isEmpty else { return nil }
    var sum = 0.0
    for clause in boolean.must {
      guard let score = score(clause, index, boost: boost) else { return nil }
      sum += score
    }
    for clause in boolean.filter where score(clause, index, boost: 1) == nil { return nil }
    for clause in boolean.mustNot where score(clause, index, boost: 1) != nil { return nil }
    var matched = 0
    for clause in boolean.should {
      guard let score = score(clause, index, boost: boost) else { continue }
      sum += score
      matched += 1
    }
    return matched >= boolean.minimumShould ?? (isAnyRequired ? 0 : 1) ? sum : nil
  }

  private func score(_ phrase: Phrase, _ index: Int, boost: Float) -> Float? {
    let documents = statistics(phrase.field).documents
    return score(phrase, weight: boost * Float(idf(phrase, documents)), index)
  }

  private func score(_ phrases: [Phrase], _ index: Int, boost: Float) -> Float? {
    let documents = phrases.map { statistics($0.field).documents }.max() ?? 0
    // A phrase with a word that is nowhere is none.
    let possible = phrases.filter { phrase in
      textFields.contains(phrase.field)
        && phrase.words.allSatisfy { word in
          word.terms.contains { documentFrequency(FieldTerm(phrase.field, $0)) > 0 }
        }
    }
    guard let idf = possible.map({ idf($0, documents) }).min() else { return nil }
    return possible.compactMap { score($0, weight: boost * Float(idf), index) }.max()
  }

  private func score(_ phrase: Phrase, weight: Float, _ index: Int) -> Float? {
    guard textFields.contains(phrase.field) else { return nil }
    let text = texts[index][phrase.field] ?? []
    let starts = phrase.words.map { word in
      text.indices.filter { word.terms.contains(text[$0]) }.map { $0 - word.place }
    }
    let frequency = sloppyFrequency(
      starts, slop: phrase.slop, isOrdered: phrase.isOrdered)
    guard frequency > 0 else { return nil }
    return bm25(weight: weight, frequency: frequency, field: phrase.field, index: index)
  }

  private func idf(_ phrase: Phrase, _ documents: Int) -> Double {
    phrase.words.reduce(0) { sum, word in
      sum + Double(idf(word.terms.map { FieldTerm(phrase.field, $0) }, documents))
    }
  }

  // MARK: BM25

  private func bm25(_ terms: [FieldTerm], _ index: Int, boost: Float) -> Float? {
    let documents = terms.map { statistics($0.field).documents }.max() ?? 0
    let weight = boost * idf(terms, documents)
    // By field, each by its own lengths; the best counts.
    return Set(terms.map(\.field)).compactMap { field -> Float? in
      let sum = Set(terms.filter { $0.field == field }).reduce(0) { $0 + frequency($1)[index] }
      guard sum > 0 else { return nil }
      return bm25(weight: weight, frequency: Float(sum), field: field, index: index)
    }.max()
  }

  private func bm25(weight: Float, frequency: Float, field: String, index: Int) -> Float {
    let k1: Float = 1.2
    let b: Float = 0.75
    let length = Float(lossyLength(texts[index][field]?.count ?? 0))
    let inverse: Float =
      textFields.contains(field)
      ? 1 / (k1 * ((1 - b) + b * length / statistics(field).average)) : 1 / (k1 * ((1 - b) + b))
    return weight - weight / (1 + frequency * inverse)
  }

  private func idf(_ terms: [FieldTerm], _ documents: Int) -> Float {
    let df = terms.map { documentFrequency($0) }.max() ?? 0
    let n = max(documents, df)
    return Float(log(1 + (Double(n) - Double(df) + 0.5) / (Double(df) + 0.5)))
  }

  private func statistics(_ field: String) -> (documents: Int, average: Float) {
    if let known = statistics[field] { return known }
    let lengths = texts.compactMap { $0[field]?.count }.filter { $0 > 0 }
    let others = places.count {
      $0.document.tags[field]?.isEmpty == false || $0.document.numbers[field] != nil
    }
    let total = lengths.reduce(0, +)
    let found = (
      documents: lengths.count + others,
      average: total == 0 ? 1 : Float(Double(total) / Double(lengths.count))
    )
    statistics[field] = found
    return found
  }

  /// By document, how often it has the term.
  private func frequency(_ term: FieldTerm) -> [Int] {
    if let known = frequencies[term] { return known }
    let found = places.indices.map { index in
      let tags = (places[index].document.tags[term.field] ?? []).map { Array($0.utf8) }
      return (texts[index][term.field] ?? []).count { $0 == term.term }
        + (tags.contains(term.term) ? 1 : 0)
    }
    frequencies[term] = found
    return found
  }

  // MARK: Terms

  private func expansion(_ query: Query) -> [FieldTerm] {
    if let known = expansions[query] { return known }
    var found: [FieldTerm] = []
    switch query {
    case .prefix(let prefix):
      found = terms(prefix.field).filter { $0.starts(with: prefix.term) }
        .prefix(expansionsMax).map { FieldTerm(prefix.field, $0) }
    case .fuzzy(let wanted, let distance, let prefixLength):
      let query = scalars(String(decoding: wanted.term, as: UTF8.self))
      let near = terms(wanted.field).filter { term in
        let term = scalars(String(decoding: term, as: UTF8.self))
        return editDistance(query, term) <= distance
          && term.starts(with: query.prefix(prefixLength))
      }
      // Stable: equals stay in byte order.
      let best = near.sorted { similarity(wanted.term, $0) > similarity(wanted.term, $1) }
        .prefix(expansionsMax)
      found = best.sorted { $0.lexicographicallyPrecedes($1) }
        .map { FieldTerm(wanted.field, $0) }
    default:
      break
    }
    expansions[query] = found
    return found
  }

  private func similarity(_ left: [UInt8], _ right: [UInt8]) -> Float {
    let left = scalars(String(decoding: left, as: UTF8.self))
    let right = scalars(String(decoding: right, as: UTF8.self))
    let edits = editDistance(left, right)
    let shorter = min(left.count, right.count)
    if edits == 0 { return 1 }
    return shorter == 0 ? 0 : max(0, 1 - Float(edits) / Float(shorter))
  }

  private func value(_ key: SortKey, _ index: Int, _ score: Float) -> NaiveValue {
    switch key {
    case .score:
      .score(score)
    case .number(let field, _):
      places[index].document.numbers[field].map { .number($0) } ?? .missing
    case .tag(let field, _):
      places[index].document.tags[field]?.first.map { .bytes(Array($0.utf8)) } ?? .missing
    }
  }
}

/// What a document has for a sort key.
private enum NaiveValue {
  case missing
  case score(Float)
  case number(Int64)
  case bytes([UInt8])

  /// Negative where this comes before `other`; scores go down, what is missing comes last.
  func order(_ other: NaiveValue, _ key: SortKey) -> Int {
    func order<Value>(_ left: Value, _ right: Value, _ isLess: (Value, Value) -> Bool) -> Int {
      isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0
    }
    let ascending: Int
    switch (self, other) {
    case (.missing, .missing): return 0
    case (.missing, _): return 1
    case (_, .missing): return -1
    case (.score(let left), .score(let right)): ascending = order(left, right, <)
    case (.number(let left), .number(let right)): ascending = order(left, right, <)
    case (.bytes(let left), .bytes(let right)):
      ascending = order(left, right) { $0.lexicographicallyPrecedes($1) }
    default: fatalError("one key has one kind of value")
    }
    switch key {
    case .score, .number(_, true), .tag(_, true): return -ascending
    case .number(_, false), .tag(_, false): return ascending
    }
  }
}

/// The length that a norm's byte stands for, after Lucene's `SmallFloat.intToByte4`: exact up to 40,
/// above that three bits after the highest one are kept of the length less 24.
func lossyLength(_ length: Int) -> Int {
  let exact = 24
  guard length >= exact else { return length }
  let rest = length - exact
  let bits = Int.bitWidth - rest.leadingZeroBitCount
  let shift = max(0, bits - 4)
  return exact + ((rest >> shift) << shift)
}
