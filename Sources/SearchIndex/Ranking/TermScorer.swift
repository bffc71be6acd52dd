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
  /// By the norm's byte, what the frequency is multiplied by.
  let normInverses: [Float]

  /// Makes a scorer with the 256 `normInverses` of `BM25`, which all terms of a field share.
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
    score(frequency * normInverses[Int(norm)])
  }

  /// The score of a document by the product of its frequency and its norm's inverse.
  ///
  /// Grows with the product, also as rounded: each operation does.
  func score(_ product: Float) -> Float {
    weight - weight / (1 + product)
  }
}
