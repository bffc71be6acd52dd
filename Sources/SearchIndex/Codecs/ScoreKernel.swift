/// BM25 over a block of postings, four documents at a time.
enum ScoreKernel {
  /// Writes the scores of the first `count` documents into `scores`: weight - weight / (1 + frequency ×
  /// inverse of the norm), operation for operation what ``TermScorer/score(frequency:norm:)`` computes.
  ///
  /// - Precondition: `docIDs` and `frequencies` have `count`, rounded up to 4, entries, and `scores`
  ///   room for them; `inverses` has 256; every doc id of the first `count` has a norm, which
  ///   `PostingCursor.load` has made sure of.
  static func score(
    _ docIDs: [UInt32], _ frequencies: [UInt32], count: Int, norms: SectionBytes,
    inverses: [Float], weight: Float, into scores: inout [Float]
  ) {
    let rounded = (count + 3) & ~3
    precondition(
      docIDs.count >= count && frequencies.count >= count && scores.count >= rounded
        && inverses.count == 256)
    let norms = unsafe norms.bytes(from: 0, length: norms.count)
    let weights = SIMD4<Float>(repeating: weight)
    let ones = SIMD4<Float>(repeating: 1)
    unsafe docIDs.withUnsafeBufferPointer { docIDs in
      unsafe frequencies.withUnsafeBufferPointer { frequencies in
        unsafe inverses.withUnsafeBufferPointer { inverses in
          unsafe scores.withUnsafeMutableBufferPointer { scores in
            var index = 0
            while index + 4 <= count {
              let inverse = unsafe SIMD4<Float>(
                inverses[Int(norms[Int(docIDs[index])])],
                inverses[Int(norms[Int(docIDs[index + 1])])],
                inverses[Int(norms[Int(docIDs[index + 2])])],
                inverses[Int(norms[Int(docIDs[index + 3])])])
              // Frequencies up to 2^31 - 1 convert as signed numbers, for which there is an
              // instruction; a text has no more tokens.
              let frequency = unsafe SIMD4<Float>(
                SIMD4<Int32>(
                  truncatingIfNeeded: SIMD4<UInt32>(
                    frequencies[index], frequencies[index + 1], frequencies[index + 2],
                    frequencies[index + 3])))
              let score = weights - weights / (ones + frequency * inverse)
              unsafe scores[index] = score[0]
              unsafe scores[index + 1] = score[1]
              unsafe scores[index + 2] = score[2]
              unsafe scores[index + 3] = score[3]
              index += 4
            }
            while index < count {
              let inverse = unsafe inverses[Int(norms[Int(docIDs[index])])]
              let frequency = unsafe Float(Int32(truncatingIfNeeded: frequencies[index]))
              unsafe scores[index] = weight - weight / (1 + frequency * inverse)
              index += 1
            }
          }
        }
      }
    }
  }
}
