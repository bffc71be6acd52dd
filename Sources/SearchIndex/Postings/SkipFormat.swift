import Storage

/// Skip data of a term with more than 128 documents: for every block, the last one included, how to
/// pass over it and how well its documents can score at best.
///
///     skips   = row{blocks} impacts
///     row     = lastDocID:u32 postingsEnd:u32 [positionsEnd:u32 impactsEnd:u32]   brackets: text
///     impacts = for each block: (frequencyDelta:varint normDelta:u8)*
///
/// Ends are where the next block begins, counted from the start of the term's postings, positions and
/// impacts. A block's impacts are the (frequency, norm) pairs that no other pair of it beats in both,
/// frequency by being higher and norm by being lower; both ascend; the first pair's deltas are from 0.
/// Example: frequencies 1, 5, 2 with norms 10, 40, 40 leave (1, 10), (5, 40): `01 0A 04 1E`.
enum SkipFormat {
  /// The bytes of a row.
  static func rowLength(_ kind: FieldKind) -> Int { kind == .text ? 16 : 8 }
}

/// A frequency and the norm of a document that has it: what bounds a block's scores.
struct Impact: Sendable, Equatable {
  /// How often the term stands in the document.
  var frequency: UInt32
  /// The document's norm.
  var norm: UInt8
}

/// Collects what ``SkipFormat`` stores of the blocks of a term.
struct SkipWriter {
  private var rows = ByteWriter()
  private var impacts = ByteWriter()

  /// Forgets the term before.
  mutating func begin() {
    rows.removeAll()
    impacts.removeAll()
  }

  /// Appends a block of a tag field.
  mutating func add(lastDocID: DocID, postingsEnd: Int) throws(IndexError) {
    rows.uint32(lastDocID)
    rows.uint32(try checkedOffset(postingsEnd, "a term's postings"))
  }

  /// Appends a block of a text field.
  mutating func add(
    lastDocID: DocID, postingsEnd: Int, positionsEnd: Int, impacts pairs: [Impact]
  ) throws(IndexError) {
    try add(lastDocID: lastDocID, postingsEnd: postingsEnd)
    rows.uint32(try checkedOffset(positionsEnd, "a term's positions"))
    var last = Impact(frequency: 0, norm: 0)
    for pair in pairs {
      impacts.varint(UInt64(pair.frequency - last.frequency))
      impacts.uint8(pair.norm - last.norm)
      last = pair
    }
    rows.uint32(try checkedOffset(impacts.count, "a term's impacts"))
  }

  /// Writes all; where it starts in section `skips`.
  mutating func finish(to segment: inout SegmentWriter) throws(IndexError) -> Int {
    let start = segment.skips.count
    try segment.skips.append(rows.bytes)
    try segment.skips.append(impacts.bytes)
    return start
  }
}
