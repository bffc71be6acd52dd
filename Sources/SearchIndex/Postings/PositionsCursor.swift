/// Reads the positions of the documents of a term, forward within a block, passing over those of
/// documents that nobody asks for.
struct PositionsCursor: Sendable {
  /// Where the document read last ends, from the start of the term's positions.
  private(set) var end = 0
  private let bytes: SectionBytes
  private var block = -1
  private var index = 0
  private var offset = 0

  /// Starts at a term's positions in section `positions`.
  init(_ positions: SectionBytes, at offset: Int) throws(IndexError) {
    bytes = try positions.range(at: offset, length: positions.count - offset)
  }

  /// Reads the positions of the document at `wantedIndex` of a block, whose positions start at
  /// `blockStart` and whose documents have these frequencies, in place of what `target` holds.
  mutating func read(
    block wantedBlock: Int, blockStart: Int, index wantedIndex: Int, frequencies: [UInt32],
    into target: inout [UInt32]
  ) throws(IndexError) {
    if block != wantedBlock || index > wantedIndex {
      block = wantedBlock
      index = 0
      offset = blockStart
    }
    var cursor = SectionCursor(bytes, at: offset)
    if index < wantedIndex {
      var between: UInt64 = 0
      for passed in index..<wantedIndex { between += UInt64(frequencies[passed]) }
      try cursor.skipVarints(between)
      index = wantedIndex
      offset = cursor.offset
    }
    target.removeAll(keepingCapacity: true)
    var position: UInt32 = 0
    for _ in 0..<frequencies[wantedIndex] {
      let (sum, overflow) = position.addingReportingOverflow(try cursor.varint32())
      guard !overflow else {
        throw bytes.corrupt(at: cursor.offset, expected: "positions of at most 32 bits")
      }
      position = sum
      target.append(position)
    }
    end = cursor.offset
  }
}
