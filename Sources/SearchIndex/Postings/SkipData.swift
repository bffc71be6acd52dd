/// Skip data of a term, read in place: see ``SkipFormat``.
///
/// A term of one block has none, and its one block nothing to pass over.
struct SkipData: Sendable {
  /// The number of the term's blocks.
  let blockCount: Int
  /// Whether there are any.
  let isEmpty: Bool
  private let kind: FieldKind
  private let rowLength: Int
  private let headerLength: Int
  /// Header and rows; that they are all there was checked at the start.
  private let bytes: SectionBytes

  /// Opens the skip data at `offset` of section `skips`.
  init(
    _ skips: SectionBytes, at offset: Int, blockCount: Int, kind: FieldKind
  ) throws(IndexError) {
    self.blockCount = blockCount
    self.kind = kind
    isEmpty = blockCount == 1
    rowLength = SkipFormat.rowLength(kind)
    headerLength = SkipFormat.headerLength(kind)
    bytes =
      isEmpty
      ? skips : try skips.range(at: offset, length: headerLength + blockCount * rowLength)
  }

  /// A block's last doc id.
  func lastDocID(_ block: Int) -> DocID { number(block, 0) }

  /// Where a block's postings start, from the start of the term's.
  func postingsStart(_ block: Int) -> Int { block == 0 ? 0 : Int(number(block - 1, 4)) }

  /// Where a block's positions start, from the start of the term's.
  ///
  /// - Precondition: it is a text field.
  func positionsStart(_ block: Int) -> Int {
    precondition(kind == .text)
    return block == 0 ? 0 : Int(number(block - 1, 8))
  }

  /// The best-scoring document of a block.
  ///
  /// - Precondition: it is a text field.
  func best(_ block: Int) -> Impact {
    precondition(block >= 0 && block < blockCount && kind == .text && !isEmpty)
    return impact(headerLength + block * rowLength + 12)
  }

  /// The best-scoring document of the term.
  ///
  /// - Precondition: it is a text field.
  var best: Impact {
    precondition(kind == .text && !isEmpty)
    return impact(0)
  }

  /// The first block from `first` on whose last doc id is at least `target`, or ``blockCount``.
  ///
  /// Looks at the next blocks first, in ever wider steps, for most targets are near.
  func block(reaching target: DocID, from first: Int) -> Int {
    var low = first
    var step = 1
    while low + step <= blockCount, lastDocID(low + step - 1) < target {
      low += step
      step *= 2
    }
    var high = min(low + step - 1, blockCount)
    while low < high {
      let middle = low + (high - low) / 2
      if lastDocID(middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The length of it all, for `verify`.
  var byteCount: Int { isEmpty ? 0 : bytes.count }

  /// Where a block's positions and postings end, for `verify`.
  func ends(_ block: Int) -> (postings: Int, positions: Int) {
    (Int(number(block, 4)), kind == .text ? Int(number(block, 8)) : 0)
  }

  private func number(_ block: Int, _ column: Int) -> UInt32 {
    precondition(block >= 0 && block < blockCount && !isEmpty)
    return UInt32(littleEndian: bytes.load(headerLength + block * rowLength + column))
  }

  private func impact(_ offset: Int) -> Impact {
    let frequency: UInt16 = bytes.load(offset)
    return Impact(frequency: UInt32(UInt16(littleEndian: frequency)), norm: bytes.load(offset + 2))
  }
}
