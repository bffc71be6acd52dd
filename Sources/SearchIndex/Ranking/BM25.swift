import Glibc

/// The BM25 ranking function in the form that Lucene 10 computes, so that with the same analysis
/// the scores are Lucene's.
///
///     idf   = ln(1 + (N − df + ½) / (df + ½))
///     score = weight − weight / (1 + frequency · normInverse)        weight = boost · idf
///     normInverse = 1 / (k1 · ((1 − b) + b · length / average length))
///
/// This is Robertson's formula without its constant factor k1 + 1. N is how many documents have
/// the field, df how many have the term; the length is what the norm's byte stands for, so
/// documents of more than 40 words are scored by a rounded length.
///
/// Source: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009;
/// Lucene's BM25Similarity.
struct BM25: Sendable, Equatable {
  /// How soon further occurrences of a term stop to count.
  var k1: Float = 1.2
  /// How much a document's length counts, 0...1.
  var b: Float = 0.75

  /// How telling a term is that `documentFrequency` of `documentCount` documents have.
  ///
  /// A count smaller than the frequency (terms of several fields taken as one) is taken to equal
  /// it.
  static func idf(documentFrequency: Int, documentCount: Int) -> Float {
    let df = Double(documentFrequency)
    let n = Double(max(documentCount, documentFrequency))
    return Float(log(1 + (n - df + 0.5) / (df + 0.5)))
  }

  /// By the norm's byte, what the frequency is multiplied by.
  func normInverses(averageLength: Float) -> [Float] {
    (0...UInt8.max).map { norm in
      1 / (k1 * ((1 - b) + b * Float(NormEncoding.length(of: norm)) / averageLength))
    }
  }

  /// The same for a field without norms: every document is of average length.
  func normInversesWithoutNorms() -> [Float] {
    [Float](repeating: 1 / (k1 * ((1 - b) + b)), count: 256)
  }
}
