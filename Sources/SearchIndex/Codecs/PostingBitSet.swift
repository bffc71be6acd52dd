/// A block of postings as a bit set, read in place.
///
/// It does not keep the file mapped: whoever has one has the ``FieldPostings`` that it is from.
@safe struct PostingBitSet: Sendable {
  /// The number of words.
  let wordCount: Int
  /// The place of the first word among those of the segment: its lowest bit is document 64 times that.
  let firstWord: Int
  /// ``wordCount`` words, readable as long as the section is.
  // nonisolated(unsafe): the mapped bytes never change, and nobody writes through this pointer.
  private nonisolated(unsafe) let words: UnsafeRawPointer

  /// Opens the `wordCount` words at `offset` of section `postings`.
  init(
    _ postings: SectionBytes, at offset: Int, wordCount: Int, firstWord: Int
  ) throws(IndexError) {
    guard wordCount > 0, wordCount <= PostingsFormat.bitSetWordsMax else {
      throw postings.corrupt(at: offset - 1, expected: "a width of at most 32, or a bit set")
    }
    self.wordCount = wordCount
    self.firstWord = firstWord
    try postings.check(offset, 8 * wordCount)
    guard let words = unsafe postings.bytes(from: offset, length: 8 * wordCount).baseAddress else {
      throw postings.corrupt(at: offset, expected: "a bit set")
    }
    unsafe self.words = words
  }

  /// Documents 64 × (``firstWord`` + `index`) and the 63 after it, the lowest bit first.
  ///
  /// - Precondition: `index` is in 0 ..< ``wordCount``.
  subscript(index: Int) -> UInt64 {
    precondition(index >= 0 && index < wordCount)
    return UInt64(
      littleEndian: unsafe words.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
  }

  /// How many documents there are.
  var count: Int {
    var sum = 0
    for index in 0..<wordCount { sum += self[index].nonzeroBitCount }
    return sum
  }

  /// The first document; 0 where the first word has none, which no writer makes of a later block.
  var first: DocID {
    for index in 0..<wordCount where self[index] != 0 {
      return DocID(64 * (firstWord + index) + self[index].trailingZeroBitCount)
    }
    return 0
  }

  /// The last document; 0 where there is none.
  var last: DocID {
    for index in (0..<wordCount).reversed() where self[index] != 0 {
      return DocID(clamping: 64 * (firstWord + index) + 63 - self[index].leadingZeroBitCount)
    }
    return 0
  }

  /// Whether a document is in it.
  func contains(_ docID: DocID) -> Bool {
    let index = Int(docID >> 6) - firstWord
    guard index >= 0, index < wordCount else { return false }
    return self[index] >> UInt64(docID & 63) & 1 == 1
  }

  /// Writes the doc ids into the first of `docIDs`.
  ///
  /// - Precondition: there is room for all.
  func decode(into docIDs: inout [UInt32]) {
    precondition(docIDs.count >= BitPacking.count)
    var place = 0
    var target = docIDs.mutableSpan
    for index in 0..<wordCount {
      var word = self[index]
      let base = UInt32(truncatingIfNeeded: 64 * (firstWord + index))
      while word != 0, place < target.count {
        target[place] = base | UInt32(word.trailingZeroBitCount)
        place += 1
        word &= word - 1
      }
    }
  }
}
