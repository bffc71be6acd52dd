import Testing

@testable import SearchIndex

@Suite struct BM25Tests {
  /// Four documents of one field.
  ///
  ///     0  plant plant diogel       3 words, tf(plant) = 2
  ///     1  plant                    1 word,  tf(plant) = 1
  ///     2  ysgol ysgol              2 words
  ///     3  plant and 99 × ysgol   100 words, tf(plant) = 1
  ///
  /// N = 4, df(plant) = 3, average length = (3 + 1 + 2 + 100) / 4 = 26.5, k1 = 1.2, b = 0.75.
  ///
  ///     idf = ln(1 + (4 − 3 + 0.5) / (3 + 0.5)) = ln(1 + 1.5 / 3.5) = ln 1.428571 = 0.356675
  ///     tf part = tf / (tf + k1 · (1 − b + b · length / average))
  ///     0:  2 / (2 + 1.2 · (0.25 + 0.75 · 3 / 26.5))  = 2 / (2 + 0.401887) = 0.832679
  ///     1:  1 / (1 + 1.2 · (0.25 + 0.75 · 1 / 26.5))  = 1 / (1 + 0.333962) = 0.749646
  ///     3:  length 100 is rounded by its norm: 100 − 24 = 76 = 0b1001100, of which the highest bit
  ///         and three more are kept, 0b1001000 = 72, and 72 + 24 = 96
  ///         1 / (1 + 1.2 · (0.25 + 0.75 · 96 / 26.5)) = 1 / (1 + 3.560377) = 0.219280
  ///     scores 0.356675 × these: 0.296996, 0.267380, 0.078212
  ///
  /// (Lucene's BM25Similarity leaves out the factor k1 + 1, as here.)
  @Test func `scores are those of a worked example`() throws {
    let long = "plant " + [String](repeating: "ysgol", count: 99).joined(separator: " ")
    let index = try SmallIndex(
      bodies: ["plant plant diogel", "plant", "ysgol ysgol", long])
    let query = Query.term(FieldTerm("body", "plant"))
    let found = try index.reader.search(query, top: 10)
    #expect(try index.keys(query) == ["0", "1", "3"])
    let expected: [Float] = [0.296996, 0.267380, 0.078212]
    for (hit, score) in zip(found.hits, expected) { #expect(abs(hit.score - score) < 2e-6) }
  }

  /// The formula as Lucene writes it, in doubles:
  /// `idf · tf / (tf + k1 · (1 − b + b · dl / avgdl))`.
  @Test func `the rearranged formula equals the textbook's`() {
    let ranking = BM25()
    for average: Float in [1, 7.5, 400] {
      let inverses = ranking.normInverses(averageLength: average)
      for norm in stride(from: 0, through: 255, by: 5) {
        let idf = BM25.idf(documentFrequency: 17, documentCount: 1_000)
        let scorer = TermScorer(
          boost: 2, idf: idf, averageLength: average, normInverses: inverses)
        for tf in [1, 2, 10, 1_000] {
          let length = Double(NormEncoding.length(of: UInt8(norm)))
          let k = 1.2 * (1 - 0.75 + 0.75 * length / Double(average))
          let expected = 2 * Double(idf) * Double(tf) / (Double(tf) + k)
          let score = scorer.score(frequency: Float(tf), norm: UInt8(norm))
          #expect(abs(Double(score) - expected) <= 1e-5)
        }
      }
    }
  }

  @Test func `idf falls with the frequency and never is negative`() {
    var last = Float.infinity
    for df in 1...1_000 {
      let idf = BM25.idf(documentFrequency: df, documentCount: 1_000)
      #expect(idf < last && idf > 0)
      last = idf
    }
    #expect(BM25.idf(documentFrequency: 5, documentCount: 0) > 0)
  }

  @Test func `lengths are exact up to 40 and rounded down above`() {
    for length in 0...40 { #expect(lossyLength(length) == length) }
    #expect(lossyLength(41) == 40)
    for length in [0, 1, 39, 40, 41, 42, 100, 1_000, 123_456] {
      let norm = NormEncoding.norm(of: length)
      #expect(NormEncoding.length(of: norm) == lossyLength(length))
    }
  }

  @Test func `a field without norms takes every document to be of average length`() {
    #expect(
      BM25().normInversesWithoutNorms() == [Float](repeating: 1 / Float(1.2), count: 256))
  }

  @Test func `a boost multiplies the score, wherever it stands`() throws {
    let reader = try SmallIndex(bodies: ["a b", "b c c"]).reader
    let query = Query.or([.term(FieldTerm("body", "b")), .term(FieldTerm("body", "c"))])
    let plain = try reader.search(query, top: 2).hits
    for boosted in [
      Query.boosted(query, by: 4), .boosted(.boosted(query, by: 2), by: 2),
      .and([.boosted(query, by: 4)]),
    ] {
      #expect(
        try reader.search(boosted, top: 2).hits.map { $0.score } == plain.map { 4 * $0.score })
    }
    let constant = Query.boosted(.constant(query, score: 3), by: 2)
    #expect(try reader.search(constant, top: 2).hits.map { $0.score } == [6, 6])
  }

  @Test func `an explanation names the parts of the formula`() throws {
    let reader = try SmallIndex(bodies: ["a a b", "b"]).reader
    let query = Query.boosted(.term(FieldTerm("body", "a")), by: 2)
    let hit = try #require(reader.search(query, top: 1).hits.first)
    let explanation = try reader.explain(query, hit)
    #expect(explanation.words == "term body:a")
    #expect(
      explanation.details.map { $0.value } == [
        2, BM25.idf(documentFrequency: 1, documentCount: 2), 2, 3, 2,
      ])
    #expect(explanation.lines.count == 6)
    #expect(explanation.lines[1] == "  2.0 boost")
  }

  @Test func `boosts past all measure still give a finite score`() throws {
    let reader = try SmallIndex(bodies: ["a"]).reader
    var query = Query.term(FieldTerm("body", "a"))
    for _ in 0..<40 { query = .boosted(query, by: .greatestFiniteMagnitude) }
    let all = Query.or([Query](repeating: query, count: 10))
    let hit = try #require(reader.search(all, top: 1).hits.first)
    #expect(hit.score.isFinite && hit.score > 0)
  }
}
