/// Writes the postings of a slice, term by term.
struct SliceWriter {
  private let sources: [SortedField]
  private let slice: SlicePostings
  private let kind: FieldKind
  private let norms: [UInt8]
  private var writer: PostingsWriter
  private var positions: [UInt32] = [0]
  private var next = 0

  /// Starts before the first term; `norms` are those of all documents, of a text field.
  init(_ slice: SlicePostings, of sources: [SortedField], kind: FieldKind, norms: [UInt8]) {
    self.sources = sources
    self.slice = slice
    self.kind = kind
    self.norms = norms
    writer = PostingsWriter(
      kind: kind,
      impactLength: kind == .text ? SegmentFlush.averageLength(sources.map { $0.field }) : 1)
  }

  /// Writes the next term's postings; what the dictionary is to know of it, nil at the end.
  mutating func writeNext(
    to segment: inout SegmentWriter
  ) throws(IndexError) -> (term: [UInt8], info: TermInfo)? {
    guard next < slice.terms.count else { return nil }
    writer.begin(in: segment)
    let range = slice.range(next)
    switch kind {
    case .text:
      var index = range.lowerBound
      while index < range.upperBound {
        let docID = slice.occurrences[index] >> 32
        // Most documents have a term once: then the array stays as it is but for its number.
        if positions.count > 1 { positions.removeLast(positions.count - 1) }
        positions[0] = UInt32(truncatingIfNeeded: slice.occurrences[index])
        index += 1
        while index < range.upperBound, slice.occurrences[index] >> 32 == docID {
          positions.append(UInt32(truncatingIfNeeded: slice.occurrences[index]))
          index += 1
        }
        try writer.add(
          DocID(docID), norm: norms[Int(docID)], positions: positions, to: &segment)
      }
    case .tag, .number:
      for index in range { try writer.add(DocID(slice.occurrences[index] >> 32), to: &segment) }
    }
    let term = slice.terms[next]
    next += 1
    guard let info = try writer.finish(to: &segment) else { return nil }
    return (sources[term.source].field.table.term(term.number), info)
  }
}

/// The postings of a slice written apart, to be put behind those of the slices before.
struct SlicePart: Sendable {
  private var terms: [UInt8] = []
  private var termEnds: [Int] = []
  private var infos: [TermInfo] = []
  private let postings: [UInt8]
  private let skips: [UInt8]
  private let positions: [UInt8]

  /// Writes a slice; `segment` is a fresh writer that is never finished.
  init(
    _ writer: consuming SliceWriter, through segment: consuming SegmentWriter
  ) throws(IndexError) {
    while let (term, info) = try writer.writeNext(to: &segment) {
      terms.append(contentsOf: term)
      termEnds.append(terms.count)
      infos.append(info)
    }
    postings = segment.postings.takeBuffer()
    skips = segment.skips.takeBuffer()
    positions = segment.positions.takeBuffer()
  }

  /// Puts the slice behind what `segment` has of the field.
  func append(
    to segment: inout SegmentWriter, _ dictionary: inout TermDictionaryWriter
  ) throws(IndexError) {
    let (postingsBase, skipsBase) = (segment.postings.count, segment.skips.count)
    let positionsBase = segment.positions.count
    try segment.postings.append(postings)
    try segment.skips.append(skips)
    try segment.positions.append(positions)
    var start = 0
    for (index, end) in termEnds.enumerated() {
      var info = infos[index]
      // Zero stands for none where a term has no such part.
      if info.documentFrequency > 1 { info.postingsOffset += postingsBase }
      if info.documentFrequency > PostingsFormat.blockCount { info.skipsOffset += skipsBase }
      info.positionsOffset += positionsBase
      try dictionary.add(Array(terms[start..<end]), info, to: &segment)
      start = end
    }
  }
}
