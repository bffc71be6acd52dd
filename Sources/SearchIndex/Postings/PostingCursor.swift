/// Walks the postings of a term in ascending order of doc ids, block by block.
///
/// A block's doc ids are decoded when the cursor reaches it, its frequencies when one is asked for,
/// its positions document by document.
struct PostingCursor: Sendable {
  /// The document it stands at: before the first move undefined, ``DocID/end`` after the last.
  private(set) var docID: DocID = 0
  /// The number of documents with the term, deleted ones included.
  var documentFrequency: Int { info.documentFrequency }
  /// How to pass over blocks.
  private(set) var skips: SkipData
  /// The block that is loaded, counted from 0; -1 before the first.
  private(set) var block = -1
  /// The last doc id of the block that is loaded; before the first undefined.
  private(set) var blockLastDocID: DocID = 0
  /// How many documents the loaded block has.
  private(set) var blockDocs = 0
  /// The doc ids of the loaded block, where they are decoded; always room for 128, and the largest
  /// numbers after a tail's.
  private(set) var docIDs: [UInt32]
  /// The frequencies of the loaded block, where they are decoded.
  private(set) var frequencies: [UInt32] = []
  /// The loaded block's bit set, where it is one.
  private(set) var bitSet: PostingBitSet?
  /// What the postings are read from.
  private(set) var lists: FieldPostings

  private var info: TermInfo
  /// Where the cursor stands in the block; -1 before the first move.
  private var index = -1
  private var hasDocIDs = false
  private var hasFrequencies = false
  private var frequenciesOffset = 0
  /// The bits of a frequency of the loaded block, where it is a tail.
  private var tailWidth = 0
  private var blockEnd = 0
  private var positions = PositionsCursor(at: 0)
  private var hasPositions = false
  private var singlePositions: [UInt32] = []
  private var singlePositionsEnd = 0

  /// Opens the postings of a term of the field that `lists` are of.
  init(_ info: TermInfo, in lists: FieldPostings) throws(IndexError) {
    self.info = info
    self.lists = lists
    docIDs = [UInt32](repeating: .max, count: PostingsFormat.blockCount)
    skips = try Self.skips(info, lists)
  }

  /// Opens the postings of another term, of the same segment or another, to use the memory again.
  mutating func reopen(_ info: TermInfo, in lists: FieldPostings) throws(IndexError) {
    self.info = info
    self.lists = lists
    skips = try Self.skips(info, lists)
    docID = 0
    block = -1
    blockDocs = 0
    bitSet = nil
    index = -1
    hasPositions = false
    singlePositions.removeAll(keepingCapacity: true)
  }

  private static func skips(
    _ info: TermInfo, _ lists: FieldPostings
  ) throws(IndexError) -> SkipData {
    let blocks =
      (info.documentFrequency + PostingsFormat.blockCount - 1) / PostingsFormat.blockCount
    return try SkipData(lists.skips, at: info.skipsOffset, blockCount: blocks, kind: lists.kind)
  }

  /// The number of blocks.
  var blockCount: Int { skips.blockCount }

  /// Moves to the next document and returns its doc id, or ``DocID/end``.
  mutating func next() throws(IndexError) -> DocID {
    guard docID != .end else { return .end }
    index += 1
    if index >= blockDocs {
      guard block + 1 < blockCount else { return finish() }
      try load(block: block + 1)
      try decodeDocIDs()
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
    guard try load(reaching: target) else { return finish() }
    try decodeDocIDs()
    index = place(reaching: target, from: max(0, index))
    docID = docIDs[index]
    return docID
  }

  /// How often the term stands in the current document.
  ///
  /// - Precondition: the cursor stands at a document.
  mutating func frequency() throws(IndexError) -> Int {
    precondition(index >= 0 && docID != .end)
    guard lists.kind == .text else { return 1 }
    try decodeFrequencies()
    return Int(frequencies[index])
  }

  /// The positions of the term in the current document, ascending, in place of what `target` holds.
  ///
  /// - Precondition: the cursor stands at a document; the field is a text field.
  mutating func positions(into target: inout [UInt32]) throws(IndexError) {
    precondition(index >= 0 && docID != .end)
    let count = try seekPositions(at: index)
    target.removeAll(keepingCapacity: true)
    for number in 0..<count { target.append(position(number, of: index)) }
  }

  private mutating func finish() -> DocID {
    docID = .end
    return .end
  }
}

// MARK: Blocks, for those who work on whole blocks

extension PostingCursor {
  /// Loads the block that has the first doc id of at least `target`, if it is not loaded; whether
  /// there is one.
  ///
  /// Never goes back.
  mutating func load(reaching target: DocID) throws(IndexError) -> Bool {
    if block >= 0, blockLastDocID >= target { return true }
    if skips.isEmpty {
      guard block < 0 else { return false }
      try load(block: 0)
      return blockLastDocID >= target
    }
    let reached = skips.block(reaching: target, from: block + 1)
    guard reached < skips.blockCount else { return false }
    try load(block: reached)
    return true
  }

  /// Loads a block: nothing is decoded yet unless it is a tail.
  mutating func load(block wanted: Int) throws(IndexError) {
    guard wanted != block else { return }
    hasFrequencies = false
    hasDocIDs = false
    bitSet = nil
    index = -1
    var first: DocID = 0
    var start = info.postingsOffset
    if wanted > 0 {
      start += skips.postingsStart(wanted)
      first = skips.lastDocID(wanted - 1) &+ 1
    }
    // So that no sum of gaps wraps around.
    guard Int(first) < lists.documentCount else {
      throw lists.skips.corrupt(at: info.skipsOffset, expected: "doc ids of the segment")
    }
    let left = documentFrequency - wanted * PostingsFormat.blockCount
    if documentFrequency == 1 {
      try loadSingle()
    } else if left >= PostingsFormat.blockCount {
      try loadFull(at: start, from: first)
    } else {
      try loadTail(at: start, from: first, count: left)
    }
    block = wanted
    guard Int(blockLastDocID) < lists.documentCount else {
      throw lists.postings.corrupt(at: start, expected: "doc ids below \(lists.documentCount)")
    }
    guard skips.isEmpty || skips.lastDocID(wanted) == blockLastDocID else {
      throw lists.postings.corrupt(at: start, expected: "the last doc id that the skip data have")
    }
  }

  /// The best document of the loaded block; nil where that is not known.
  var blockBest: Impact? { skips.isEmpty ? nil : skips.best(block) }

  /// Decodes the doc ids of the loaded block.
  mutating func decodeDocIDs() throws(IndexError) {
    guard !hasDocIDs, let bitSet else { return }
    bitSet.decode(into: &docIDs)
    hasDocIDs = true
  }

  /// Decodes the frequencies of the loaded block.
  mutating func decodeFrequencies() throws(IndexError) {
    guard !hasFrequencies else { return }
    hasFrequencies = true
    if blockDocs == PostingsFormat.blockCount {
      blockEnd = try FrequencyBlock.decode(
        lists.postings, at: frequenciesOffset, into: &frequencies)
    } else {
      if frequencies.count < blockDocs {
        frequencies = [UInt32](repeating: 0, count: PostingsFormat.blockCount)
      }
      try BitFields.read(
        lists.postings, at: frequenciesOffset, bit: 0, count: blockDocs, width: tailWidth,
        into: &frequencies)
      for index in 0..<blockDocs { frequencies[index] += 1 }
    }
  }

  /// The place in the block of the first doc id of at least `target`, from `first` on.
  ///
  /// - Precondition: the block's doc ids are decoded and reach the target.
  mutating func place(reaching target: DocID, from first: Int) -> Int {
    first > 0 && docIDs[first] >= target
      ? first : MatchKernel.place(docIDs, reaching: target)
  }

  /// Makes the positions of the document at `place` of the loaded block ready for ``position(_:of:)``;
  /// how many there are.
  ///
  /// - Precondition: the block's doc ids are decoded; the field is a text field.
  mutating func seekPositions(at place: Int) throws(IndexError) -> Int {
    try decodeFrequencies()
    let frequency = Int(frequencies[place])
    if documentFrequency == 1 {
      guard singlePositions.count != frequency else { return frequency }
      var cursor = SectionCursor(lists.positions, at: info.positionsOffset)
      try cursor.singlePositions(frequency, into: &singlePositions)
      singlePositionsEnd = cursor.offset - info.positionsOffset
      return frequency
    }
    if !hasPositions {
      hasPositions = true
      positions.restart(at: info.positionsOffset)
    }
    try positions.seek(
      lists, block: block, at: skips.positionsStart(block), index: place, docIDs: docIDs,
      frequencies: frequencies)
    return frequency
  }

  /// Position `number`, from 0, of the document at `place`.
  ///
  /// - Precondition: `seekPositions` went there and found so many.
  @inline(__always)
  func position(_ number: Int, of place: Int) -> UInt32 {
    documentFrequency == 1
      ? singlePositions[number] : positions.position(number, of: place)
  }

  /// Where the loaded block's postings end in section `postings`, from the term's start; for
  /// `verify`.
  mutating func postingsEnd() throws(IndexError) -> Int {
    if lists.kind == .text { try decodeFrequencies() }
    return blockEnd - info.postingsOffset
  }

  /// Where the positions of the loaded block end, from the term's start; for `verify`.
  ///
  /// - Precondition: the last positions read are the block's.
  mutating func positionsEnd() -> Int {
    guard documentFrequency > 1 else { return singlePositionsEnd }
    return positions.end(lists, count: blockDocs, docIDs: docIDs, frequencies: frequencies)
  }

  private mutating func fillDocIDs(from first: Int) {
    for place in first..<PostingsFormat.blockCount { docIDs[place] = .max }
  }

  private mutating func loadSingle() throws(IndexError) {
    fillDocIDs(from: 1)
    docIDs[0] = info.singleDocID
    blockDocs = 1
    blockLastDocID = info.singleDocID
    hasDocIDs = true
    hasFrequencies = true
    guard let frequency = UInt32(exactly: info.totalTermFrequency) else {
      throw lists.postings.corrupt(at: 0, expected: "a frequency of at most 32 bits")
    }
    if frequencies.isEmpty { frequencies = [frequency] } else { frequencies[0] = frequency }
    blockEnd = info.postingsOffset
  }

  private mutating func loadFull(at start: Int, from first: DocID) throws(IndexError) {
    let code = Int(try lists.postings.uint8(at: start))
    blockDocs = PostingsFormat.blockCount
    if code > PostingsFormat.bitSetCode {
      let bits = try PostingBitSet(
        lists.postings, at: start + 1, wordCount: code - PostingsFormat.bitSetCode,
        firstWord: Int(first / 64))
      guard bits.count == PostingsFormat.blockCount, bits.first >= first else {
        throw lists.postings.corrupt(at: start, expected: "128 documents after those before")
      }
      bitSet = bits
      blockLastDocID = bits.last
      frequenciesOffset = start + 1 + 8 * bits.wordCount
    } else {
      try BitPacking.unpackAscending(
        lists.postings, at: start + 1, width: code, from: first, into: &docIDs)
      hasDocIDs = true
      blockLastDocID = docIDs[PostingsFormat.blockCount - 1]
      frequenciesOffset = start + 1 + BitPacking.byteCount(width: code)
    }
    blockEnd = frequenciesOffset
  }

  private mutating func loadTail(
    at start: Int, from first: DocID, count: Int
  ) throws(IndexError) {
    let postings = lists.postings
    let code = Int(try postings.uint8(at: start))
    let gapWidth = code & 31
    var width = code >> 5
    var offset = start + 1
    if width == PostingsFormat.wideFrequencies {
      width = Int(try postings.uint8(at: offset))
      offset += 1
    }
    try BitFields.read(
      postings, at: offset, bit: 0, count: count, width: gapWidth, into: &docIDs)
    offset += BitFields.byteCount(bits: count * gapWidth)
    var sum = UInt64(first)
    for index in 0..<count {
      sum += UInt64(docIDs[index])
      docIDs[index] = UInt32(truncatingIfNeeded: sum)
      sum += 1
    }
    guard sum <= UInt64(lists.documentCount) else {
      throw postings.corrupt(at: start, expected: "doc ids below \(lists.documentCount)")
    }
    fillDocIDs(from: count)
    hasDocIDs = true
    blockDocs = count
    blockLastDocID = docIDs[count - 1]
    // Frequencies of 32 bits would not count up; tags have none.
    guard width < (lists.kind == .text ? 32 : 1) else {
      throw postings.corrupt(at: start, expected: "a frequency width below 32")
    }
    hasFrequencies = lists.kind != .text
    tailWidth = width
    frequenciesOffset = offset
    blockEnd = offset + BitFields.byteCount(bits: count * width)
  }
}
