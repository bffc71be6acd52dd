import Storage

/// Writes the postings of one term after another.
struct PostingsWriter {
  private let kind: FieldKind
  private var docIDs: [UInt32] = []
  private var gaps = [UInt32](repeating: 0, count: PostingsFormat.blockCount)
  private var frequencies: [UInt32] = []
  private var impacts = ImpactSet()
  private var skips = SkipWriter()
  private var encoded: [UInt8] = []
  private var lastDocID = UInt32.max
  private var blockLastDocID = UInt32.max
  private var documentFrequency = 0
  private var totalTermFrequency = 0
  private var postingsStart = 0
  private var positionsStart = 0

  /// Makes a writer for a field of `kind`.
  init(kind: FieldKind) {
    self.kind = kind
  }

  /// Starts a term.
  mutating func begin(in segment: borrowing SegmentWriter) {
    docIDs.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    impacts.removeAll()
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
    _ docID: DocID, norm: UInt8, positions: [UInt32], to segment: inout SegmentWriter
  ) throws(IndexError) {
    encoded.removeAll(keepingCapacity: true)
    var previous: UInt32 = 0
    for position in positions {
      Varint.append(UInt64(position - previous), to: &encoded)
      previous = position
    }
    try segment.positions.append(encoded)
    let frequency = UInt32(positions.count)
    impacts.add(Impact(frequency: frequency, norm: norm))
    frequencies.append(frequency)
    totalTermFrequency += positions.count
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
      return info
    }
    if !docIDs.isEmpty { try writeTail(to: &segment) }
    info.postingsOffset = postingsStart
    if documentFrequency > PostingsFormat.blockCount {
      info.skipsOffset = try skips.finish(to: &segment)
    }
    return info
  }

  private mutating func writeBlock(to segment: inout SegmentWriter) throws(IndexError) {
    encoded.removeAll(keepingCapacity: true)
    var previous = blockLastDocID
    for (index, docID) in docIDs.enumerated() {
      gaps[index] = docID &- previous &- 1
      previous = docID
    }
    Self.pack(gaps, into: &encoded)
    if kind == .text {
      for (index, frequency) in frequencies.enumerated() { gaps[index] = frequency - 1 }
      Self.pack(gaps, into: &encoded)
    }
    try endBlock(to: &segment)
  }

  private mutating func writeTail(to segment: inout SegmentWriter) throws(IndexError) {
    encoded.removeAll(keepingCapacity: true)
    var previous = blockLastDocID
    for (index, docID) in docIDs.enumerated() {
      let gap = UInt64(docID &- previous &- 1)
      previous = docID
      switch kind {
      case .text where frequencies[index] == 1:
        Varint.append(gap << 1 | 1, to: &encoded)
      case .text:
        Varint.append(gap << 1, to: &encoded)
        Varint.append(UInt64(frequencies[index] - 2), to: &encoded)
      case .tag, .number:
        Varint.append(gap, to: &encoded)
      }
    }
    try endBlock(to: &segment)
  }

  private mutating func endBlock(to segment: inout SegmentWriter) throws(IndexError) {
    try segment.postings.append(encoded)
    let postingsEnd = segment.postings.count - postingsStart
    if documentFrequency < PostingsFormat.blockCount {
      // The only block: there is nothing to skip.
    } else if kind == .text {
      try skips.add(
        lastDocID: lastDocID, postingsEnd: postingsEnd,
        positionsEnd: segment.positions.count - positionsStart, impacts: impacts.pairs())
    } else {
      try skips.add(lastDocID: lastDocID, postingsEnd: postingsEnd)
    }
    impacts.removeAll()
    docIDs.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    blockLastDocID = lastDocID
  }

  private static func pack(_ numbers: [UInt32], into bytes: inout [UInt8]) {
    let width = BitPacking.width(of: numbers)
    bytes.append(UInt8(width))
    BitPacking.pack(numbers, width: width, into: &bytes)
  }
}
