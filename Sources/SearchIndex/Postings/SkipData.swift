/// Skip data of a term, read in place: see ``SkipFormat``.
struct SkipData: Sendable {
  /// The number of the term's blocks.
  let blockCount: Int
  private let kind: FieldKind
  private let rows: SectionBytes
  private let rest: SectionBytes

  /// Opens the skip data at `offset` of section `skips`.
  init(
    _ skips: SectionBytes, at offset: Int, blockCount: Int, kind: FieldKind
  ) throws(IndexError) {
    self.blockCount = blockCount
    self.kind = kind
    let length = blockCount * SkipFormat.rowLength(kind)
    rows = try skips.range(at: offset, length: length)
    rest = try skips.range(at: offset + length, length: skips.count - offset - length)
  }

  /// A block's last doc id.
  func lastDocID(_ block: Int) throws(IndexError) -> DocID {
    try rows.uint32(at: block * SkipFormat.rowLength(kind))
  }

  /// Where a block's postings start, from the start of the term's.
  func postingsStart(_ block: Int) throws(IndexError) -> Int {
    try end(block - 1, column: 4)
  }

  /// Where a block's positions start, from the start of the term's; text fields only.
  func positionsStart(_ block: Int) throws(IndexError) -> Int {
    try end(block - 1, column: 8)
  }

  /// The best pairs of frequency and norm of a block, in ascending order of both, in place of what
  /// `impacts` holds; text fields only.
  func impacts(_ block: Int, into impacts: inout [Impact]) throws(IndexError) {
    impacts.removeAll(keepingCapacity: true)
    let start = try end(block - 1, column: 12)
    let stop = try end(block, column: 12)
    guard start < stop, stop <= rest.count else {
      throw rows.corrupt(at: block * SkipFormat.rowLength(kind) + 12, expected: "ascending ends")
    }
    var cursor = SectionCursor(rest, at: start)
    var last = Impact(frequency: 0, norm: 0)
    while cursor.offset < stop {
      let at = cursor.offset
      let (frequency, tooFrequent) = last.frequency.addingReportingOverflow(try cursor.varint32())
      let (norm, tooLong) = last.norm.addingReportingOverflow(try cursor.uint8())
      guard !tooFrequent, !tooLong, frequency > last.frequency, norm > last.norm || impacts.isEmpty
      else {
        throw rest.corrupt(at: at, expected: "impacts that ascend")
      }
      last = Impact(frequency: frequency, norm: norm)
      impacts.append(last)
    }
    guard cursor.offset == stop else {
      throw rest.corrupt(at: cursor.offset, expected: "the end of the block's impacts")
    }
  }

  /// The first block from `first` on whose last doc id is at least `target`, or ``blockCount``.
  func block(reaching target: DocID, from first: Int) throws(IndexError) -> Int {
    var low = first
    var high = blockCount
    while low < high {
      let middle = low + (high - low) / 2
      if try lastDocID(middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The length of it all, for `verify`.
  func byteCount() throws(IndexError) -> Int {
    rows.count + (kind == .text ? try end(blockCount - 1, column: 12) : 0)
  }

  /// Where a block's positions and postings end, for `verify`.
  func ends(_ block: Int) throws(IndexError) -> (postings: Int, positions: Int) {
    (try end(block, column: 4), kind == .text ? try end(block, column: 8) : 0)
  }

  private func end(_ block: Int, column: Int) throws(IndexError) -> Int {
    block < 0 ? 0 : Int(try rows.uint32(at: block * SkipFormat.rowLength(kind) + column))
  }
}
