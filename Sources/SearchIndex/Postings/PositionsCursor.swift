/// The positions of the documents of one block of a term, each document's found without the others'.
struct PositionsCursor: Sendable {
  private var start: Int
  private var block = -1
  private var blockStart = 0
  private var extra = 0
  private var fields = BitFieldReader.empty
  /// By document of the block, up to `known`: the bit at which its positions start.
  private var bits: [Int] = []
  /// By document of the block, up to `known`: the bits of a position.
  private var widths: [UInt8] = []
  private var known = 0

  /// The most positions of a document that take no bits: alternatives at the one place of its text.
  private static let bitlessMax = 1 << 16

  /// Starts at a term's positions.
  init(at offset: Int) { start = offset }

  /// Starts at another term's positions, to use the memory again.
  mutating func restart(at offset: Int) {
    start = offset
    block = -1
    known = 0
  }

  /// Goes to the document at `index` of a block, whose positions start at `offset` from the term's
  /// start.
  ///
  /// - Precondition: the block has that document, with the doc ids and frequencies given.
  mutating func seek(
    _ lists: FieldPostings, block wanted: Int, at offset: Int, index: Int, docIDs: [UInt32],
    frequencies: [UInt32]
  ) throws(IndexError) {
    if block != wanted {
      blockStart = start + offset + 1
      extra = Int(try lists.positions.uint8(at: blockStart - 1))
      fields = BitFieldReader(lists.positions, at: blockStart)
      known = 0
      block = wanted
      if bits.isEmpty {
        bits = [Int](repeating: 0, count: PostingsFormat.blockCount + 1)
        widths = [UInt8](repeating: 0, count: PostingsFormat.blockCount)
      }
    }
    guard known <= index else { return }
    let isSound = find(index + 1, lists, docIDs, frequencies)
    // More positions than the section has bits are refused; those of no bits have no such bound.
    try lists.positions.check(blockStart, BitFields.byteCount(bits: bits[index + 1]))
    guard isSound else {
      throw lists.positions.corrupt(
        at: blockStart, expected: "at most \(Self.bitlessMax) positions")
    }
  }

  /// Position `number`, from 0, of the document at `index`.
  ///
  /// - Precondition: `seek` went there or further on in the same block; the document has so many.
  @inline(__always)
  func position(_ number: Int, of index: Int) -> UInt32 {
    let width = Int(widths[index])
    return fields.number(at: bits[index] + number * width, width: width)
  }

  /// Where the positions of the block of that many documents end, from the term's start; for
  /// `verify`.
  ///
  /// - Precondition: `seek` went to one of its documents.
  mutating func end(
    _ lists: FieldPostings, count: Int, docIDs: [UInt32], frequencies: [UInt32]
  ) -> Int {
    _ = find(count, lists, docIDs, frequencies)
    return blockStart - start + BitFields.byteCount(bits: bits[count])
  }

  /// Whether no document has more positions without a bit than it can.
  private mutating func find(
    _ count: Int, _ lists: FieldPostings, _ docIDs: [UInt32], _ frequencies: [UInt32]
  ) -> Bool {
    guard let norms = lists.norms, known < count else { return true }
    let isSound = Self.find(
      known..<count, norms, lists.positionWidths, extra, docIDs, frequencies, &bits, &widths)
    known = count
    return isSound
  }

  private static func find(
    _ range: Range<Int>, _ norms: NormsReader, _ table: [UInt8], _ extra: Int,
    _ docIDs: [UInt32], _ frequencies: [UInt32], _ bits: inout [Int], _ widths: inout [UInt8]
  ) -> Bool {
    let docIDs = docIDs.span
    let frequencies = frequencies.span
    let table = table.span
    var bits = bits.mutableSpan
    var widths = widths.mutableSpan
    var sum = bits[range.lowerBound]
    var isSound = true
    for index in range {
      let width = min(Int(table[Int(norms.norm(docIDs[index]))]) + extra, 32)
      let frequency = Int(frequencies[index])
      if width == 0, frequency > bitlessMax { isSound = false }
      sum += frequency * width
      widths[index] = UInt8(truncatingIfNeeded: width)
      bits[index + 1] = sum
    }
    return isSound
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
