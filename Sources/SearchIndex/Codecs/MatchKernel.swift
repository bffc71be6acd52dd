/// Finds documents in a block of postings: a branch-free binary search, so that searches for several
/// documents overlap, or a walk where there are many.
enum MatchKernel {
  /// How many doc ids a block has room for; unused ones are the largest there are.
  static let count = BitPacking.count

  /// The place of the first of the block's doc ids that is at least `target`, or 127.
  ///
  /// - Precondition: `docIDs` has 128, ascending.
  static func place(_ docIDs: [UInt32], reaching target: UInt32) -> Int {
    precondition(docIDs.count >= count)
    return unsafe docIDs.withUnsafeBufferPointer { unsafe place($0, reaching: target) }
  }

  /// - Precondition: `docIDs` has 128.
  @inline(__always)
  private static func place(_ docIDs: UnsafeBufferPointer<UInt32>, reaching target: UInt32) -> Int {
    var place = unsafe docIDs[63] < target ? 64 : 0
    place += unsafe docIDs[place + 31] < target ? 32 : 0
    place += unsafe docIDs[place + 15] < target ? 16 : 0
    place += unsafe docIDs[place + 7] < target ? 8 : 0
    place += unsafe docIDs[place + 3] < target ? 4 : 0
    place += unsafe docIDs[place + 1] < target ? 2 : 0
    place += unsafe docIDs[place] < target ? 1 : 0
    return min(place, count - 1)
  }

  /// Writes which of the documents at `range` of `wanted` are in the block, and where, into the first
  /// of `matches`; how many they are.
  ///
  /// - Precondition: `docIDs` has 128, ascending, of which one is at least as large as each wanted
  ///   one; `wanted` ascends, has `range`, and no place in it is above 65,535; `matches` has room for
  ///   128 and one more.
  static func match(
    _ wanted: [UInt32], _ range: Range<Int>, in docIDs: [UInt32],
    into matches: inout [PostingMatch]
  ) -> Int {
    precondition(
      docIDs.count >= count && range.lowerBound >= 0 && range.upperBound <= wanted.count
        && range.upperBound <= 65_536 && matches.count > count)
    // As many as are found at most: each doc id once.
    let leaps = range.count < 32
    return unsafe docIDs.withUnsafeBufferPointer { docIDs in
      unsafe wanted.withUnsafeBufferPointer { wanted in
        unsafe matches.withUnsafeMutableBufferPointer { matches in
          var found = 0
          var walk = 0
          for candidate in range {
            let target = unsafe wanted[candidate]
            var place = walk
            if leaps {
              place = unsafe Self.place(docIDs, reaching: target)
            } else {
              while place < count - 1, unsafe docIDs[place] < target { place += 1 }
              walk = place
            }
            unsafe matches[found] = PostingMatch(
              candidate: UInt16(truncatingIfNeeded: candidate),
              place: UInt8(truncatingIfNeeded: place))
            found += unsafe docIDs[place] == target ? 1 : 0
          }
          return found
        }
      }
    }
  }
}
