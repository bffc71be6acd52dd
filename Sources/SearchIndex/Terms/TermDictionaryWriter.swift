import Storage

/// Writes the dictionary of one field, term by term in byte order.
struct TermDictionaryWriter {
  private let kind: FieldKind
  private let start: Int
  private(set) var termCount = 0
  private var coder = TermDictionaryFormat.InfoCoder()
  private var previous: [UInt8] = []
  private var rows = ByteWriter()
  private var separators: [UInt8] = []
  private var encoded: [UInt8] = []

  /// Starts the dictionary of a field of `kind` at the end of the segment's `terms`.
  init(kind: FieldKind, in segment: borrowing SegmentWriter) {
    self.kind = kind
    start = segment.terms.count
  }

  /// Appends a term.
  ///
  /// - Precondition: `term` is above the one before.
  mutating func add(
    _ term: [UInt8], _ info: TermInfo, to segment: inout SegmentWriter
  ) throws(IndexError) {
    assert(termCount == 0 || previous.lexicographicallyPrecedes(term))
    var shared = TermDictionaryFormat.sharedPrefix(previous, term)
    if termCount % TermDictionaryFormat.blockTerms == 0 {
      rows.uint32(try checkedOffset(separators.count, "a field's separators"))
      rows.uint64(UInt64(segment.terms.count - start))
      // One byte past what is shared with the last term tells the two blocks apart.
      if termCount > 0 { separators.append(contentsOf: term[..<min(shared + 1, term.count)]) }
      coder = TermDictionaryFormat.InfoCoder()
      shared = 0
    }
    encoded.removeAll(keepingCapacity: true)
    Varint.append(UInt64(shared), to: &encoded)
    Varint.append(UInt64(term.count - shared), to: &encoded)
    encoded.append(contentsOf: term[shared...])
    coder.encode(info, kind: kind, into: &encoded)
    try segment.terms.append(encoded)
    previous = term
    termCount += 1
  }

  /// Writes the top level; where the dictionary's two parts lie.
  mutating func finish(
    to segment: inout SegmentWriter
  ) throws(IndexError) -> (terms: SegmentField.Extent, termIndex: SegmentField.Extent) {
    let terms = SegmentField.Extent(offset: start, length: segment.terms.count - start)
    let indexStart = segment.termIndex.count
    try segment.termIndex.append(rows.bytes)
    try segment.termIndex.append(separators)
    return (
      terms,
      SegmentField.Extent(offset: indexStart, length: segment.termIndex.count - indexStart)
    )
  }
}

/// `offset` in the four bytes that the format gives it.
func checkedOffset(_ offset: Int, _ what: String) throws(IndexError) -> UInt32 {
  guard let small = UInt32(exactly: offset) else {
    throw .tooComplex(what: "\(what) in one segment, bytes", limit: Int(UInt32.max))
  }
  return small
}
