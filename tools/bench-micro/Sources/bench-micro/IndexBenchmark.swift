import TextAnalysis

@testable import SearchIndex

/// How fast an index answers, part by part: its dictionary, and its executors on the words that
/// stand in most documents, and on middling and rare ones.
///
/// The index is one of `canfod bench index`.
enum IndexBenchmark {
  private static let field = "text"

  static func run(_ path: String) throws {
    let reader = try IndexReader.open(at: path)
    guard let dictionary = reader.segments.first?.parts(of: field)?.dictionary else {
      return print("no field \(field) in \(path)")
    }
    try lookUp(dictionary)
    let terms = try byFrequency(dictionary)
    let all = terms.count
    let common = Array(terms[..<min(40, all)])
    let middling = Array(terms[min(1_000, all)..<min(1_040, all)])
    for (name, words) in [("common", common), ("middling", middling)] where words.count > 1 {
      try execute(name, words, reader)
    }
  }

  private static func lookUp(_ dictionary: TermDictionaryReader) throws {
    var wanted: [[UInt8]] = []
    for ordinal in stride(from: 0, to: dictionary.termCount, by: max(1, dictionary.termCount / 997))
    {
      wanted.append(try dictionary.term(at: ordinal))
    }
    let finding = try Stopwatch.nanoseconds(20) {
      for term in wanted { _ = try dictionary.find(term) }
    }
    print(
      "a term of \(dictionary.termCount) found: \(Stopwatch.rounded(finding / Double(wanted.count))) ns"
    )
  }

  /// The terms, those of most documents first.
  private static func byFrequency(_ dictionary: TermDictionaryReader) throws -> [[UInt8]] {
    var terms: [(term: [UInt8], frequency: Int)] = []
    var cursor = TermCursor(dictionary)
    while try cursor.next() { terms.append((cursor.term, cursor.info.documentFrequency)) }
    return terms.sorted { $0.frequency > $1.frequency }.map { $0.term }
  }

  private static func execute(_ name: String, _ words: [[UInt8]], _ reader: IndexReader) throws {
    let terms = words.map { Query.term(FieldTerm(field, $0)) }
    let pairs = zip(terms, terms.dropFirst()).map { [$0, $1] }
    let phrases = zip(words, words.dropFirst()).map { first, second in
      Query.phrase(
        Phrase(
          field: field,
          words: [Phrase.Word(place: 0, terms: [first]), Phrase.Word(place: 1, terms: [second])]))
    }
    let shapes: [(String, [Query])] = [
      ("term", terms), ("all of two", pairs.map(Query.and)), ("any of two", pairs.map(Query.or)),
      ("phrase of two", phrases),
    ]
    let skipping = SearchOptions(countsHits: false)
    for (shape, queries) in shapes {
      let top = try Stopwatch.nanoseconds(5) {
        for query in queries { _ = try reader.search(query, top: 10, options: skipping) }
      }
      let count = try Stopwatch.nanoseconds(5) {
        for query in queries { _ = try reader.count(query) }
      }
      let each = Double(queries.count) * 1_000
      print(
        "\(name) words, \(shape): best ten \(Stopwatch.rounded(top / each)) µs,"
          + " count \(Stopwatch.rounded(count / each)) µs")
    }
  }
}
