/// A document that was looked for and found in a block of postings.
struct PostingMatch: Sendable {
  /// Its place among those looked for.
  var candidate: Int
  /// Its place in the block.
  var place: Int
}

extension PostingCursor {
  /// Finds which of the documents at `range` of `wanted`, ascending, are in the loaded block; how many
  /// there are, written into the first of `matches`.
  ///
  /// - Precondition: none is above the block's last document; `matches` has room for a block.
  mutating func match(
    _ wanted: [UInt32], _ range: Range<Int>, into matches: inout [PostingMatch]
  ) -> Int {
    if let bitSet { return Self.match(wanted, range, in: bitSet, into: &matches) }
    return match(wanted, range, into: &matches, from: 0)
  }

  private func match(
    _ wanted: [UInt32], _ range: Range<Int>, into matches: inout [PostingMatch], from first: Int
  ) -> Int {
    let docIDs = docIDs.span
    let wanted = wanted.span
    var found = 0
    var place = first
    let last = blockDocs - 1
    // Where few are wanted it is quicker to leap than to walk.
    let leaps = range.count * 8 < blockDocs
    for candidate in range {
      let target = wanted[candidate]
      if leaps {
        var low = place
        var high = last
        while low < high {
          let middle = (low + high) / 2
          if docIDs[middle] < target { low = middle + 1 } else { high = middle }
        }
        place = low
      } else {
        while docIDs[place] < target { place += 1 }
      }
      if docIDs[place] == target {
        matches[found] = PostingMatch(candidate: candidate, place: place)
        found += 1
      }
    }
    return found
  }

  private static func match(
    _ wanted: [UInt32], _ range: Range<Int>, in bitSet: PostingBitSet,
    into matches: inout [PostingMatch]
  ) -> Int {
    var found = 0
    var word = 0
    var before = 0
    let wanted = wanted.span
    for candidate in range {
      let docID = wanted[candidate]
      let index = Int(docID >> 6) - bitSet.firstWord
      guard index >= 0 else { continue }
      let bits = bitSet[index]
      let bit = UInt64(1) << UInt64(docID & 63)
      guard bits & bit != 0 else { continue }
      while word < index {
        before += bitSet[word].nonzeroBitCount
        word += 1
      }
      matches[found] = PostingMatch(
        candidate: candidate, place: before + (bits & (bit - 1)).nonzeroBitCount)
      found += 1
    }
    return found
  }
}
