/// Puts the doc ids of a block into a set of bits.
enum InsertKernel {
  /// Where documents lie closer than this many apart on average, a word's are gathered before it is
  /// written: else each insertion waits for the one before in the same word.
  private static let gatherGap = 16

  /// Inserts the doc ids at `range` of `docIDs`, ascending, less `base`, as far as there are words for
  /// them; how many were not in the set.
  ///
  /// - Precondition: none is below `base`.
  static func insert(
    _ docIDs: [UInt32], _ range: Range<Int>, base: UInt32, into words: inout MutableSpan<UInt64>
  ) -> Int {
    guard let first = range.first, let last = range.last else { return 0 }
    let docIDs = docIDs.span
    let end = UInt64(base) + 64 * UInt64(words.count)
    var new = 0
    if Int(docIDs[last] &- docIDs[first]) < gatherGap * range.count {
      var place = Int(docIDs[first] &- base) >> 6
      var gathered: UInt64 = 0
      for index in range {
        let docID = docIDs[index]
        guard docID < end else { break }
        let word = Int(docID &- base) >> 6
        if word != place {
          new += (gathered & ~words[place]).nonzeroBitCount
          words[place] |= gathered
          gathered = 0
          place = word
        }
        gathered |= 1 << UInt64((docID &- base) & 63)
      }
      guard gathered != 0 else { return new }
      new += (gathered & ~words[place]).nonzeroBitCount
      words[place] |= gathered
      return new
    }
    for index in range {
      let docID = docIDs[index]
      guard docID < end else { break }
      let place = Int(docID &- base) >> 6
      let word = words[place]
      let bit = UInt64(1) << UInt64((docID &- base) & 63)
      new += word & bit == 0 ? 1 : 0
      words[place] = word | bit
    }
    return new
  }
}
