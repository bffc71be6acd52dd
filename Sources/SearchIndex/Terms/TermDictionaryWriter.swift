import Storage

/// Writes the dictionary of one field, term by term in byte order.
struct TermDictionaryWriter {
  private let start: Int
  private(set) var termCount = 0
  private var previous: [UInt8] = []
  private var keys = ByteWriter()
  private var letters = ByteWriter()
  private var offsets: [UInt64] = []
  private var coder: TermInfoWriter
  private var lengths: [UInt8] = []
  private var suffixes: [UInt8] = []
  private var infos: [TermInfo] = []

  /// Starts the dictionary of a field of `kind` at the end of the segment's `terms`.
  init(kind: FieldKind, in segment: borrowing SegmentWriter) {
    start = segment.terms.count
    coder = TermInfoWriter(kind: kind, documentCount: segment.documentCount)
  }

  /// Appends a term.
  ///
  /// - Precondition: `term` is above the one before.
  mutating func add(
    _ term: [UInt8], _ info: TermInfo, to segment: inout SegmentWriter
  ) throws(IndexError) {
    assert(termCount == 0 || previous.lexicographicallyPrecedes(term))
    if infos.count == TermDictionaryFormat.blockTerms { try endBlock(to: &segment) }
    var shared = 0
    if !infos.isEmpty {
      shared = TermDictionaryFormat.sharedPrefix(previous, term)
    } else if termCount > 0 {
      let key = TermDictionaryFormat.key(of: term)
      for shift in (0..<TermDictionaryFormat.keyLength).reversed() {
        keys.uint8(UInt8(truncatingIfNeeded: key >> UInt64(8 * shift)))
      }
      offsets.append(UInt64(segment.terms.count - start))
    }
    let most = TermDictionaryFormat.lengthMax
    let suffix = term.count - shared
    lengths.append(UInt8(min(shared, most) << 4 | min(suffix, most)))
    if shared >= most { Varint.append(UInt64(shared - most), to: &lengths) }
    if suffix >= most { Varint.append(UInt64(suffix - most), to: &lengths) }
    suffixes.append(contentsOf: term[shared...])
    infos.append(info)
    previous = term
    termCount += 1
  }

  /// Writes the top level; where the dictionary's two parts lie.
  mutating func finish(
    to segment: inout SegmentWriter
  ) throws(IndexError) -> (terms: SegmentField.Extent, termIndex: SegmentField.Extent) {
    if termCount > 0 {
      try endBlock(to: &segment)
      try segment.terms.append([UInt8](repeating: 0, count: TermDictionaryFormat.padLength))
    }
    let terms = SegmentField.Extent(offset: start, length: segment.terms.count - start)
    let indexStart = segment.termIndex.count
    if let last = offsets.last {
      let width = PackedArray.width(for: last)
      try segment.termIndex.append([UInt8(width)])
      try segment.termIndex.append(keys.bytes)
      try segment.termIndex.append(letters.bytes)
      try segment.termIndex.append(PackedArray.encode(offsets, width: width))
    }
    return (
      terms,
      SegmentField.Extent(offset: indexStart, length: segment.termIndex.count - indexStart)
    )
  }

  private mutating func endBlock(to segment: inout SegmentWriter) throws(IndexError) {
    var encoded: [UInt8] = []
    Varint.append(UInt64(lengths.count - infos.count), to: &encoded)
    Varint.append(UInt64(suffixes.count), to: &encoded)
    encoded.append(contentsOf: lengths)
    encoded.append(contentsOf: suffixes)
    encoded.append(contentsOf: coder.encode(infos))
    try segment.terms.append(encoded)
    // The index tells nothing of the first block.
    if !offsets.isEmpty {
      var found = BlockLetters()
      found.add(suffixes)
      letters.uint32(found.bits)
    }
    lengths.removeAll(keepingCapacity: true)
    suffixes.removeAll(keepingCapacity: true)
    infos.removeAll(keepingCapacity: true)
  }
}

/// `offset` in the four bytes that the format gives it.
func checkedOffset(_ offset: Int, _ what: String) throws(IndexError) -> UInt32 {
  guard let small = UInt32(exactly: offset) else {
    throw .tooComplex(what: "\(what) in one segment, bytes", limit: Int(UInt32.max))
  }
  return small
}
