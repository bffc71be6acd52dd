/// A set of the documents of a segment, a bit each.
struct SegmentBits: Sendable {
  /// How many documents are in it.
  private(set) var count = 0
  /// The bits of documents 64 × index and the 63 after it, the lowest first.
  private(set) var words: [UInt64]

  /// The empty set, for a segment of so many documents.
  init(documentCount: Int) {
    // Whole windows, so that one can be taken from anywhere.
    let windows = (documentCount + DocBits.size - 1) / DocBits.size
    words = [UInt64](repeating: 0, count: windows * DocBits.wordCount)
  }

  /// Whether a document is in it.
  ///
  /// - Precondition: it is one of the segment's.
  func contains(_ docID: DocID) -> Bool {
    words[Int(docID >> 6)] >> UInt64(docID & 63) & 1 == 1
  }

  /// The bits of the window from `base`.
  func window(_ base: Int) -> DocBits {
    var bits = DocBits()
    for index in 0..<min(DocBits.wordCount, words.count - base / 64) {
      bits[word: index] = words[base / 64 + index]
    }
    return bits
  }

  /// Puts a document into it.
  ///
  /// - Precondition: it is one of the segment's.
  mutating func insert(_ docID: DocID) {
    let bit = UInt64(1) << UInt64(docID & 63)
    let word = words[Int(docID >> 6)]
    count += word & bit == 0 ? 1 : 0
    words[Int(docID >> 6)] = word | bit
  }

  /// Puts the documents of a window into it.
  ///
  /// - Precondition: nothing of that window was in it before.
  mutating func insert(_ bits: DocBits, base: Int) {
    for index in 0..<DocBits.wordCount { words[base / 64 + index] = bits[word: index] }
    count += bits.count
  }

  /// Takes out all documents that are not in `other`.
  mutating func formIntersection(_ other: SegmentBits) {
    count = 0
    for index in words.indices {
      words[index] &= other.words[index]
      count += words[index].nonzeroBitCount
    }
  }

  /// Puts all documents of the terms' posting lists into it.
  ///
  /// - Precondition: they are of the segment's.
  mutating func insert(_ infos: [TermInfo], in lists: FieldPostings) throws(IndexError) {
    var spare = SpareCursor()
    for info in infos {
      // The dictionary has checked that it is one of the segment's.
      if info.documentFrequency == 1 {
        insert(info.singleDocID)
        continue
      }
      var walk = try spare.open(info, in: lists)
      try insert(&walk)
      spare.keep(walk)
    }
  }

  /// Puts all documents of a posting list into it.
  ///
  /// - Precondition: the cursor is of the segment's and was not moved.
  mutating func insert(_ cursor: inout PostingCursor) throws(IndexError) {
    for block in 0..<cursor.blockCount {
      try cursor.load(block: block)
      if let bitSet = cursor.bitSet {
        for index in 0..<bitSet.wordCount {
          let place = bitSet.firstWord + index
          let new = bitSet[index] & ~words[place]
          words[place] |= new
          count += new.nonzeroBitCount
        }
      } else {
        var span = words.mutableSpan
        count += InsertKernel.insert(cursor.docIDs, 0..<cursor.blockDocs, base: 0, into: &span)
      }
    }
  }
}
