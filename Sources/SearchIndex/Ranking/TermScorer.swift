/// Scores the occurrences of a term, or of what is scored as one, by BM25.
struct TermScorer: Sendable {
  /// What the query multiplies the score by.
  let boost: Float
  /// How telling the term is.
  let idf: Float
  /// The mean length of the field.
  let averageLength: Float
  /// `boost · idf`: what the score comes near to with many occurrences.
  let weight: Float
  private let normInverses: [Float]

  /// - Parameter normInverses: 256 numbers of `BM25`, shared by all terms of the field.
  init(boost: Float, idf: Float, averageLength: Float, normInverses: [Float]) {
    precondition(normInverses.count == 256)
    self.boost = boost
    self.idf = idf
    self.averageLength = averageLength
    self.normInverses = normInverses
    weight = boost * idf
  }

  /// The score of a document with this frequency and norm.
  func score(frequency: Float, norm: UInt8) -> Float {
    weight - weight / (1 + frequency * normInverses[Int(norm)])
  }
}
