/// A document that was looked for and found in a block of postings.
struct PostingMatch: Sendable {
  /// Its place among those looked for.
  var candidate: UInt16
  /// Its place in the block.
  var place: UInt8

  /// Room for what is found in a block.
  static func room() -> [PostingMatch] {
    [PostingMatch](
      repeating: PostingMatch(candidate: 0, place: 0), count: PostingsFormat.blockCount + 1)
  }
}

extension PostingCursor {
  /// Finds which of the documents at `range` of `wanted`, ascending, are in the loaded block; how many
  /// there are, written into the first of `matches`.
  ///
  /// - Precondition: none is above the block's last document; `matches` is `PostingMatch.room()`;
  ///   places in `wanted` are below 65,536.
  mutating func match(
    _ wanted: [UInt32], _ range: Range<Int>, into matches: inout [PostingMatch]
  ) -> Int {
    if let bitSet { return bitSet.match(wanted, range, into: &matches) }
    return MatchKernel.match(wanted, range, in: docIDs, into: &matches)
  }
}

extension PostingBitSet {
  fileprivate func match(
    _ wanted: [UInt32], _ range: Range<Int>, into matches: inout [PostingMatch]
  ) -> Int {
    var found = 0
    var word = 0
    var before = 0
    let wanted = wanted.span
    for candidate in range {
      let docID = wanted[candidate]
      let index = Int(docID >> 6) - firstWord
      guard index >= 0 else { continue }
      let bits = self[index]
      let bit = UInt64(1) << UInt64(docID & 63)
      guard bits & bit != 0 else { continue }
      while word < index {
        before += self[word].nonzeroBitCount
        word += 1
      }
      matches[found] = PostingMatch(
        candidate: UInt16(truncatingIfNeeded: candidate),
        place: UInt8(truncatingIfNeeded: before + (bits & (bit - 1)).nonzeroBitCount))
      found += 1
    }
    return found
  }
}
