import Storage

/// Writes the postings of one term after another.
struct PostingsWriter {
  private let kind: FieldKind
  private var docIDs: [UInt32] = []
  private var frequencies: [UInt32] = []
  private var norms: [UInt8] = []
  /// The positions of the block's documents, one after another.
  private var positions: [UInt32] = []
  private var gaps = [UInt32](repeating: 0, count: PostingsFormat.blockCount)
  private var blockBest: BestImpact
  private var best: BestImpact
  private var skips = SkipWriter()
  private var encoded: [UInt8] = []
  private var bits = BitWriter()
  private var lastDocID = UInt32.max
  private var blockLastDocID = UInt32.max
  private var documentFrequency = 0
  private var totalTermFrequency = 0
  private var postingsStart = 0
  private var positionsStart = 0

  /// Makes a writer for a field of `kind` whose ``SegmentField/impactLength`` is known.
  init(kind: FieldKind, impactLength: Float = 1) {
    self.kind = kind
    blockBest = BestImpact(impactLength: impactLength)
    best = blockBest
  }

  /// Starts a term.
  mutating func begin(in segment: borrowing SegmentWriter) {
    removeBlock()
    best.removeAll()
    skips.begin()
    lastDocID = .max
    blockLastDocID = .max
    documentFrequency = 0
    totalTermFrequency = 0
    postingsStart = segment.postings.count
    positionsStart = segment.positions.count
  }

  /// Appends a document of a text field with the term's positions, ascending.
  mutating func add(
    _ docID: DocID, norm: UInt8, positions docPositions: [UInt32], to segment: inout SegmentWriter
  ) throws(IndexError) {
    let frequency = UInt32(docPositions.count)
    positions.append(contentsOf: docPositions)
    norms.append(norm)
    frequencies.append(frequency)
    blockBest.add(Impact(frequency: frequency, norm: norm))
    totalTermFrequency += docPositions.count
    try add(docID, to: &segment)
  }

  /// Appends a document of a tag field.
  mutating func add(_ docID: DocID, to segment: inout SegmentWriter) throws(IndexError) {
    assert(lastDocID == .max || docID > lastDocID)
    docIDs.append(docID)
    lastDocID = docID
    documentFrequency += 1
    if docIDs.count == PostingsFormat.blockCount { try writeBlock(to: &segment) }
  }

  /// Ends the term; nil if it had no document.
  mutating func finish(to segment: inout SegmentWriter) throws(IndexError) -> TermInfo? {
    guard documentFrequency > 0 else { return nil }
    var info = TermInfo(
      documentFrequency: documentFrequency,
      totalTermFrequency: kind == .text ? totalTermFrequency : documentFrequency)
    if kind == .text { info.positionsOffset = positionsStart }
    guard documentFrequency > 1 else {
      info.singleDocID = lastDocID
      if kind == .text { try writeSinglePositions(to: &segment) }
      return info
    }
    if !docIDs.isEmpty { try writeTail(to: &segment) }
    info.postingsOffset = postingsStart
    if documentFrequency > PostingsFormat.blockCount {
      info.skipsOffset = try skips.finish(best: kind == .text ? best.impact : nil, to: &segment)
    }
    return info
  }

  private mutating func writeBlock(to segment: inout SegmentWriter) throws(IndexError) {
    encoded.removeAll(keepingCapacity: true)
    takeGaps()
    let width = BitPacking.width(of: gaps)
    let firstWord = Int((blockLastDocID &+ 1) / 64)
    let wordCount = Int(lastDocID / 64) - firstWord + 1
    // A bit set may be an eighth longer: it is much quicker.
    if wordCount <= PostingsFormat.bitSetWordsMax,
      8 * wordCount <= BitPacking.byteCount(width: width) * 9 / 8
    {
      encoded.append(UInt8(wordCount + PostingsFormat.bitSetCode))
      appendBitSet(firstWord: firstWord, wordCount: wordCount)
    } else {
      encoded.append(UInt8(width))
      BitPacking.pack(gaps, width: width, into: &encoded)
    }
    if kind == .text { appendFrequencies() }
    try endBlock(to: &segment)
  }

  private mutating func takeGaps() {
    var previous = blockLastDocID
    for (index, docID) in docIDs.enumerated() {
      gaps[index] = docID &- previous &- 1
      previous = docID
    }
  }

  private mutating func appendBitSet(firstWord: Int, wordCount: Int) {
    var words = [UInt64](repeating: 0, count: wordCount)
    for docID in docIDs { words[Int(docID / 64) - firstWord] |= 1 << UInt64(docID & 63) }
    for word in words {
      for shift in 0..<8 { encoded.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))) }
    }
  }

  private mutating func appendFrequencies() {
    // How many need at least so many bits, to find the width that makes the block shortest.
    var counts = [Int](repeating: 0, count: 33)
    for (index, frequency) in frequencies.enumerated() {
      gaps[index] = frequency - 1
      counts[BitFields.width(of: frequency - 1)] += 1
    }
    var width = 32 - (counts.reversed().firstIndex { $0 > 0 } ?? 32)
    var length = Int.max
    var above = 0
    for candidate in stride(from: width, through: 0, by: -1) {
      guard above <= PostingsFormat.exceptionsMax else { break }
      let exceptionBytes = 3
      let candidateLength = BitPacking.byteCount(width: candidate) + exceptionBytes * above
      if candidate <= 31, candidateLength < length {
        (length, width) = (candidateLength, candidate)
      }
      above += counts[candidate]
    }
    let exceptions = gaps.indices.filter { BitFields.width(of: gaps[$0]) > width }
    encoded.append(UInt8(width + 32 * exceptions.count))
    let high = exceptions.map { UInt64(gaps[$0] >> UInt32(width)) }
    for index in exceptions { gaps[index] &= UInt32(1) << UInt32(width) - 1 }
    BitPacking.pack(gaps, width: width, into: &encoded)
    for (index, high) in zip(exceptions, high) {
      encoded.append(UInt8(index))
      Varint.append(high, to: &encoded)
    }
  }

  private mutating func writeTail(to segment: inout SegmentWriter) throws(IndexError) {
    encoded.removeAll(keepingCapacity: true)
    takeGaps()
    let count = docIDs.count
    let gapWidth = BitFields.width(of: gaps[..<count].reduce(0, |))
    let width = kind == .text ? BitFields.width(of: frequencies.reduce(0) { $0 | ($1 - 1) }) : 0
    encoded.append(UInt8(gapWidth + 32 * min(width, PostingsFormat.wideFrequencies)))
    if width >= PostingsFormat.wideFrequencies { encoded.append(UInt8(width)) }
    bits.removeAll()
    for gap in gaps[..<count] { bits.number(Int(gap), gapWidth) }
    bits.finish()
    if kind == .text {
      for frequency in frequencies { bits.number(Int(frequency - 1), width) }
      bits.finish()
    }
    encoded.append(contentsOf: bits.bytes)
    try endBlock(to: &segment)
  }

  private mutating func endBlock(to segment: inout SegmentWriter) throws(IndexError) {
    try segment.postings.append(encoded)
    if kind == .text { try writePositions(to: &segment) }
    let postingsEnd = segment.postings.count - postingsStart
    if documentFrequency < PostingsFormat.blockCount {
      // The only block: there is nothing to skip.
    } else if kind == .text {
      try skips.add(
        lastDocID: lastDocID, postingsEnd: postingsEnd,
        positionsEnd: segment.positions.count - positionsStart, best: blockBest.impact)
      best.add(blockBest.impact)
    } else {
      try skips.add(lastDocID: lastDocID, postingsEnd: postingsEnd)
    }
    removeBlock()
    blockLastDocID = lastDocID
  }

  private mutating func writePositions(to segment: inout SegmentWriter) throws(IndexError) {
    encoded.removeAll(keepingCapacity: true)
    var extra = 0
    var next = 0
    for (index, frequency) in frequencies.enumerated() {
      next += Int(frequency)
      let width = BitFields.width(of: positions[next - 1])
      extra = max(extra, width - Int(PostingsFormat.positionWidths[Int(norms[index])]))
    }
    encoded.append(UInt8(extra))
    bits.removeAll()
    next = 0
    for (index, frequency) in frequencies.enumerated() {
      let width = Int(PostingsFormat.positionWidths[Int(norms[index])]) + extra
      for place in next..<next + Int(frequency) {
        bits.number(Int(positions[place]), min(width, 32))
      }
      next += Int(frequency)
    }
    bits.finish()
    encoded.append(contentsOf: bits.bytes)
    try segment.positions.append(encoded)
  }

  private mutating func writeSinglePositions(
    to segment: inout SegmentWriter
  ) throws(IndexError) {
    encoded.removeAll(keepingCapacity: true)
    var previous: UInt32 = 0
    for position in positions {
      Varint.append(UInt64(position - previous), to: &encoded)
      previous = position
    }
    try segment.positions.append(encoded)
  }

  private mutating func removeBlock() {
    docIDs.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    norms.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    blockBest.removeAll()
  }
}
