/// Reads the positions of a term's documents, of any document of a block without the others.
struct PositionsCursor: Sendable {
  private let bytes: SectionBytes
  private let norms: NormsReader
  private var block = -1
  private var blockStart = 0
  private var extra = 0
  /// By document of the block, up to `known`: the bit at which its positions start.
  private var bits: [Int] = []
  private var known = 0

  /// The most positions of a document that take no bits: alternatives at the one place of its text.
  private static let bitlessMax = 1 << 16

  /// Starts at a term's positions in section `positions`.
  init(
    _ positions: SectionBytes, at offset: Int, norms: NormsReader
  ) throws(IndexError) {
    bytes = try positions.range(at: offset, length: positions.count - offset)
    self.norms = norms
  }

  /// Reads the positions of the document at `index` of a block, whose positions start at `start`, in
  /// place of what `target` holds.
  ///
  /// - Precondition: `index` is below `count`, the documents of the block, of which `docIDs` and
  ///   `frequencies` are.
  mutating func read(
    block wanted: Int, start: Int, index: Int, count: Int, docIDs: [UInt32],
    frequencies: [UInt32], into target: inout [UInt32]
  ) throws(IndexError) {
    if block != wanted {
      block = wanted
      blockStart = start + 1
      extra = Int(try bytes.uint8(at: start))
      known = 0
      if bits.isEmpty { bits = [Int](repeating: 0, count: PostingsFormat.blockCount + 1) }
    }
    find(index + 1, docIDs, frequencies)
    let frequency = Int(frequencies[index])
    // More positions than the section has bits are refused before there is room made for them; those
    // of no bits have no such bound.
    try bytes.check(blockStart, BitFields.byteCount(bits: bits[index + 1]))
    guard bits[index + 1] > bits[index] || frequency <= Self.bitlessMax else {
      throw bytes.corrupt(at: blockStart, expected: "at most \(Self.bitlessMax) positions")
    }
    target.removeAll(keepingCapacity: true)
    target.append(contentsOf: repeatElement(0, count: frequency))
    try BitFields.read(
      bytes, at: blockStart, bit: bits[index], count: frequency, width: width(docIDs[index]),
      into: &target)
  }

  /// Where the positions of the block of that many documents end; for `verify`.
  ///
  /// - Precondition: one of its documents was read.
  mutating func end(count: Int, docIDs: [UInt32], frequencies: [UInt32]) -> Int {
    find(count, docIDs, frequencies)
    return blockStart + BitFields.byteCount(bits: bits[count])
  }

  private mutating func find(_ count: Int, _ docIDs: [UInt32], _ frequencies: [UInt32]) {
    while known < count {
      bits[known + 1] = bits[known] + Int(frequencies[known]) * width(docIDs[known])
      known += 1
    }
  }

  private func width(_ docID: DocID) -> Int {
    min(Int(PostingsFormat.positionWidths[Int(norms.norm(docID))]) + extra, 32)
  }
}

extension SectionCursor {
  /// Reads the positions of a term's single document, `count` of them, in place of what `target`
  /// holds.
  mutating func singlePositions(
    _ count: Int, into target: inout [UInt32]
  ) throws(IndexError) {
    target.removeAll(keepingCapacity: true)
    var position: UInt32 = 0
    for _ in 0..<count {
      let at = offset
      let (sum, overflow) = position.addingReportingOverflow(try varint32())
      guard !overflow else {
        throw bytes.corrupt(at: at, expected: "positions of at most 32 bits")
      }
      position = sum
      target.append(position)
    }
  }
}
