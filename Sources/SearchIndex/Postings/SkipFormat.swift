import Storage

/// Skip data of a term with more than 128 documents: for every block, the last one included, how to
/// pass over it and how well its documents can score at best.
///
///     skips = [best] row{blocks}                                     brackets: text fields
///     row   = lastDocID:u32 postingsEnd:u32 [positionsEnd:u32 best]
///     best  = frequency:u16 norm:u8
///
/// Ends are where the next block begins, counted from the start of the term's postings and positions.
/// `best` is what the best-scoring document of a block, or of the whole term, has, if scores are
/// computed with the field's ``SegmentField/impactLength``; a frequency of 65,535 stands for that and
/// all above. With another average length no document scores better than this one would with its
/// frequency multiplied by the averages' ratio (``BlockBound``).
/// Example: frequencies 1, 5, 2 with norms 10, 40, 40 and an average length of 20: the second scores
/// best, `05 00 28`.
enum SkipFormat {
  /// The bytes before the rows.
  static func headerLength(_ kind: FieldKind) -> Int { kind == .text ? bestLength : 0 }

  /// The bytes of a row.
  static func rowLength(_ kind: FieldKind) -> Int { kind == .text ? 12 + bestLength : 8 }

  /// The bytes of a best document.
  static let bestLength = 3
}

/// A frequency and the norm of a document that has it: what decides on its score.
struct Impact: Sendable, Equatable {
  /// How often the term stands in the document.
  var frequency: UInt32
  /// The document's norm.
  var norm: UInt8

  /// The highest frequency that skip data can say; it stands for all above, too.
  static let frequencyMax = UInt32(UInt16.max)
}

/// Finds the best-scoring of documents by comparing frequency × norm inverse, which BM25 grows with.
struct BestImpact {
  private let inverses: [Float]
  private var value: Float = -1
  /// The best so far.
  private(set) var impact = Impact(frequency: 0, norm: 0)

  /// Starts without documents, for a field with this average length.
  init(impactLength: Float) {
    inverses = BM25().normInverses(averageLength: impactLength)
  }

  /// Takes in a document.
  mutating func add(_ other: Impact) {
    let otherValue = Float(other.frequency) * inverses[Int(other.norm)]
    guard otherValue > value else { return }
    value = otherValue
    impact = Impact(frequency: min(other.frequency, Impact.frequencyMax), norm: other.norm)
    // A frequency that cannot be said beats all that can.
    if other.frequency >= Impact.frequencyMax { value = .infinity }
  }

  /// Forgets all documents.
  mutating func removeAll() { value = -1 }
}

/// Collects what ``SkipFormat`` stores of the blocks of a term.
struct SkipWriter {
  private var rows = ByteWriter()

  /// Forgets the term before.
  mutating func begin() { rows.removeAll() }

  /// Appends a block of a tag field.
  mutating func add(lastDocID: DocID, postingsEnd: Int) throws(IndexError) {
    rows.uint32(lastDocID)
    rows.uint32(try checkedOffset(postingsEnd, "a term's postings"))
  }

  /// Appends a block of a text field.
  mutating func add(
    lastDocID: DocID, postingsEnd: Int, positionsEnd: Int, best: Impact
  ) throws(IndexError) {
    try add(lastDocID: lastDocID, postingsEnd: postingsEnd)
    rows.uint32(try checkedOffset(positionsEnd, "a term's positions"))
    Self.append(best, to: &rows)
  }

  /// Writes all; where it starts in section `skips`.
  mutating func finish(
    best: Impact?, to segment: inout SegmentWriter
  ) throws(IndexError) -> Int {
    let start = segment.skips.count
    if let best {
      var header = ByteWriter()
      Self.append(best, to: &header)
      try segment.skips.append(header.bytes)
    }
    try segment.skips.append(rows.bytes)
    return start
  }

  private static func append(_ best: Impact, to writer: inout ByteWriter) {
    writer.uint8(UInt8(truncatingIfNeeded: best.frequency))
    writer.uint8(UInt8(truncatingIfNeeded: best.frequency >> 8))
    writer.uint8(best.norm)
  }
}
