/// Walks the postings of a term in ascending order of doc ids, block by block.
///
/// A block's doc ids are decoded when the cursor reaches it, its frequencies when one is asked for,
/// its positions document by document.
struct PostingCursor: Sendable {
  /// The document it stands at: before the first move undefined, ``DocID/end`` after the last.
  private(set) var docID: DocID = 0
  /// The number of documents with the term, deleted ones included.
  let documentFrequency: Int
  /// How to pass over blocks; nil where there is only one.
  let skipData: SkipData?
  /// The block that is decoded, counted from 0; -1 before the first.
  private(set) var block = -1
  /// The last doc id of the block that is decoded; before the first undefined.
  private(set) var blockLastDocID: DocID = 0

  private let kind: FieldKind
  private let documentCount: Int
  private let info: TermInfo
  private let postings: SectionBytes
  private var docIDs: [UInt32]
  /// How many of `docIDs` there are.
  private var blockDocs = 0
  /// Where the cursor stands in the block; -1 before the first move.
  private var index = -1
  private var nextBlockOffset = 0
  private var frequencies: [UInt32] = []
  private var frequenciesOffset = 0
  private var hasFrequencies = false
  private var positions: PositionsCursor

  /// Opens the postings of a term.
  init(
    _ info: TermInfo, kind: FieldKind, in frame: SegmentFrame
  ) throws(IndexError) {
    self.info = info
    self.kind = kind
    documentFrequency = info.documentFrequency
    documentCount = frame.documentCount
    let all = frame[.postings]
    let start = info.documentFrequency > 1 ? info.postingsOffset : all.count
    postings = try all.range(at: start, length: all.count - start)
    positions = try PositionsCursor(
      frame[.positions], at: kind == .text ? info.positionsOffset : frame[.positions].count)
    let blocks =
      (info.documentFrequency + PostingsFormat.blockCount - 1) / PostingsFormat.blockCount
    skipData =
      blocks > 1
      ? try SkipData(frame[.skips], at: info.skipsOffset, blockCount: blocks, kind: kind) : nil
    docIDs = [UInt32](repeating: 0, count: min(PostingsFormat.blockCount, documentFrequency))
  }

  /// The number of blocks.
  var blockCount: Int { skipData?.blockCount ?? 1 }

  /// Moves to the next document and returns its doc id, or ``DocID/end``.
  mutating func next() throws(IndexError) -> DocID {
    guard docID != .end else { return .end }
    index += 1
    if index >= blockDocs {
      guard block + 1 < blockCount else { return finish() }
      try decode(block: block + 1)
      index = 0
    }
    docID = docIDs[index]
    return docID
  }

  /// Moves to the first posting whose doc id is at least `target`, and returns that doc id, or
  /// ``DocID/end`` when there is none.
  ///
  /// Never moves backwards: if the cursor already stands at or past `target` it stays. Skips whole
  /// blocks by their skip data without decoding them.
  ///
  /// - Complexity: O(log(blocks) + 128).
  mutating func advance(to target: DocID) throws(IndexError) -> DocID {
    if docID == .end || (index >= 0 && docID >= target) { return docID }
    if block < 0, skipData == nil {
      try decode(block: 0)
    }
    if block < 0 || blockLastDocID < target {
      guard let skipData else { return finish() }
      let reached = try skipData.block(reaching: target, from: block + 1)
      guard reached < skipData.blockCount else { return finish() }
      try decode(block: reached)
    }
    // A binary search: the last doc id of the block is known to reach the target.
    var low = max(0, index)
    var high = blockDocs - 1
    while low < high {
      let middle = (low + high) / 2
      if docIDs[middle] < target { low = middle + 1 } else { high = middle }
    }
    index = low
    docID = docIDs[low]
    return docID
  }

  /// How often the term stands in the current document.
  ///
  /// - Precondition: the cursor stands at a document.
  mutating func frequency() throws(IndexError) -> Int {
    precondition(index >= 0 && docID != .end)
    guard kind == .text else { return 1 }
    if !hasFrequencies { try decodeFrequencies() }
    return Int(frequencies[index])
  }

  /// The positions of the term in the current document, ascending, in place of what `target` holds.
  ///
  /// - Precondition: the cursor stands at a document; the field is a text field.
  mutating func positions(into target: inout [UInt32]) throws(IndexError) {
    precondition(index >= 0 && docID != .end && kind == .text)
    if !hasFrequencies { try decodeFrequencies() }
    let start =
      if let skipData { try skipData.positionsStart(block) } else { 0 }
    try positions.read(
      block: block, blockStart: start, index: index, frequencies: frequencies, into: &target)
  }

  /// Where the postings read so far end in section `postings`, from the term's start; for `verify`.
  mutating func postingsEnd() throws(IndexError) -> Int {
    if kind == .text, !hasFrequencies, documentFrequency > 1 { try decodeFrequencies() }
    return nextBlockOffset
  }

  /// Where the positions read so far end, from the term's start; for `verify`.
  var positionsEnd: Int { positions.end }

  private mutating func finish() -> DocID {
    docID = .end
    return .end
  }

  private mutating func decode(block wanted: Int) throws(IndexError) {
    hasFrequencies = false
    index = -1
    if documentFrequency == 1 {
      docIDs[0] = info.singleDocID
      blockDocs = 1
    } else {
      var previous = DocID.max
      var start = 0
      if let skipData, wanted > 0 {
        start = try skipData.postingsStart(wanted)
        previous = try skipData.lastDocID(wanted - 1)
      }
      let left = documentFrequency - wanted * PostingsFormat.blockCount
      if left >= PostingsFormat.blockCount {
        try decodeFull(at: start, after: previous)
      } else {
        try decodeTail(at: start, after: previous, count: left)
      }
    }
    block = wanted
    blockLastDocID = docIDs[blockDocs - 1]
    guard Int(blockLastDocID) < documentCount else {
      throw postings.corrupt(at: 0, expected: "doc ids below \(documentCount)")
    }
    if let skipData {
      guard try skipData.lastDocID(wanted) == blockLastDocID else {
        throw postings.corrupt(at: 0, expected: "the last doc id that the skip data have")
      }
    }
  }

  private mutating func decodeFull(at start: Int, after previous: DocID) throws(IndexError) {
    let width = Int(try postings.uint8(at: start))
    try BitPacking.unpack(postings, at: start + 1, width: width, into: &docIDs)
    // Doc ids ascend if their sum in 64 bits, which cannot overflow here, fits into 32.
    var sum = previous == .max ? 0 : UInt64(previous) + 1
    for index in 0..<PostingsFormat.blockCount {
      sum += UInt64(docIDs[index])
      docIDs[index] = UInt32(truncatingIfNeeded: sum)
      sum += 1
    }
    guard sum <= UInt64(documentCount) else {
      throw postings.corrupt(at: start, expected: "doc ids below \(documentCount)")
    }
    blockDocs = PostingsFormat.blockCount
    frequenciesOffset = start + 1 + BitPacking.byteCount(width: width)
    nextBlockOffset = frequenciesOffset
  }

  private mutating func decodeTail(
    at start: Int, after previous: DocID, count: Int
  ) throws(IndexError) {
    var cursor = SectionCursor(postings, at: start)
    var sum = previous == .max ? 0 : UInt64(previous) + 1
    if kind == .text, frequencies.count < count {
      frequencies = [UInt32](repeating: 0, count: docIDs.count)
    }
    for index in 0..<count {
      let at = cursor.offset
      var gap = try cursor.varint()
      if kind == .text {
        if gap & 1 == 1 {
          frequencies[index] = 1
        } else {
          let (frequency, overflow) = try cursor.varint32().addingReportingOverflow(2)
          guard !overflow else {
            throw postings.corrupt(at: at, expected: "a frequency of at most 32 bits")
          }
          frequencies[index] = frequency
        }
        gap >>= 1
      }
      guard gap < UInt64(documentCount), sum + gap < UInt64(documentCount) else {
        throw postings.corrupt(at: at, expected: "doc ids below \(documentCount)")
      }
      sum += gap
      docIDs[index] = UInt32(truncatingIfNeeded: sum)
      sum += 1
    }
    blockDocs = count
    hasFrequencies = kind == .text
    nextBlockOffset = cursor.offset
  }

  private mutating func decodeFrequencies() throws(IndexError) {
    if frequencies.count < docIDs.count {
      frequencies = [UInt32](repeating: 0, count: docIDs.count)
    }
    hasFrequencies = true
    guard documentFrequency > 1 else {
      guard let frequency = UInt32(exactly: info.totalTermFrequency) else {
        throw postings.corrupt(at: 0, expected: "a frequency of at most 32 bits")
      }
      frequencies[0] = frequency
      return
    }
    let width = Int(try postings.uint8(at: frequenciesOffset))
    try BitPacking.unpack(postings, at: frequenciesOffset + 1, width: width, into: &frequencies)
    for index in 0..<PostingsFormat.blockCount {
      guard frequencies[index] < .max else {
        throw postings.corrupt(at: frequenciesOffset, expected: "a frequency of at most 32 bits")
      }
      frequencies[index] += 1
    }
    nextBlockOffset = frequenciesOffset + 1 + BitPacking.byteCount(width: width)
  }
}
