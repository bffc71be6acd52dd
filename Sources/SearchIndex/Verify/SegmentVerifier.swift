/// Checks what the sections of a segment say against each other.
///
/// Their checksums are right.
struct SegmentVerifier {
  /// Something that is checked by itself, so that one fault does not hide another.
  enum Part {
    /// The stored fields.
    case stored
    /// A field.
    case field(SegmentField)
    /// Whether the fields fill the sections.
    case ends
  }

  /// What is to be checked, in this order.
  let parts: [Part]
  private let segment: Segment
  /// Where the parts of the fields so far end in the sections that they share.
  private var ends = PostingEnds()

  /// Prepares to check `segment`.
  init(_ segment: Segment) {
    self.segment = segment
    let fields = segment.fieldNames.compactMap { segment.field($0) }
    parts = [.stored, .field(segment.keys)] + fields.map { .field($0) } + [.ends]
  }

  /// Checks a part and throws the first fault.
  mutating func verify(_ part: Part) throws(IndexError) {
    switch part {
    case .stored: try verifyStored()
    case .field(let field):
      switch field.kind {
      case .text: try verifyText(field)
      case .tag: try verifyTags(field)
      case .number: try verifyNumbers(field)
      }
    case .ends:
      let found = [ends.postings, ends.skips, ends.positions]
      for (end, section) in zip(found, [Section.postings, .skips, .positions]) {
        guard end == segment.frame[section].count else {
          throw segment.frame[section].corrupt(at: end, expected: "the end of the section")
        }
      }
    }
  }

  private func verifyStored() throws(IndexError) {
    for docID in 0..<DocID(segment.documentCount) { _ = try segment.stored(docID) }
    try segment.checkStored()
  }

  private mutating func verifyText(_ field: SegmentField) throws(IndexError) {
    var lengths = [Int](repeating: 0, count: segment.documentCount)
    let norms = segment.norms(of: field)
    var walk = TermWalk(segment, field, norms: norms, ends: ends)
    var total = 0
    try walk.run { (_, docID, frequency) in
      lengths[Int(docID)] += frequency
      total += frequency
    }
    ends = walk.ends
    guard UInt64(total) == field.totalTermCount else {
      throw corrupt(.fields, 0, "\(total) tokens of field \(field.name)")
    }
    guard lengths.count(where: { $0 > 0 }) == field.documentCount else {
      throw corrupt(.fields, 0, "the documents of field \(field.name)")
    }
    for (index, length) in lengths.enumerated() {
      // Alternatives at one place count once in the length, so it may be less than the tokens.
      let norm = norms?.norm(DocID(index)) ?? 0
      guard norm <= NormEncoding.norm(of: length), (norm > 0) == (length > 0) else {
        throw corrupt(.norms, field.norms.offset + index, "a norm of \(length) tokens")
      }
    }
  }

  private mutating func verifyTags(_ field: SegmentField) throws(IndexError) {
    let isKeys = field.name.isEmpty
    // For each document and term: the dictionary's side, to be compared with the column's.
    var pairs: [(docID: DocID, ordinal: Int)] = []
    var walk = TermWalk(segment, field, norms: nil, ends: ends)
    try walk.run { (ordinal, docID, _) in pairs.append((docID, ordinal)) }
    ends = walk.ends
    pairs.sort { ($0.docID, $0.ordinal) < ($1.docID, $1.ordinal) }
    if isKeys {
      try verifyKeys(pairs)
    } else {
      try verifyColumn(field, pairs)
    }
  }

  /// Each document has one key, the one that is stored with it.
  private func verifyKeys(_ pairs: [(docID: DocID, ordinal: Int)]) throws(IndexError) {
    guard pairs.count == segment.documentCount else {
      throw corrupt(.terms, segment.keys.terms.offset, "a key for each document")
    }
    let dictionary = try TermDictionaryReader(segment.keys, in: segment.frame)
    for (index, pair) in pairs.enumerated() {
      let key = try dictionary.term(at: pair.ordinal)
      guard Int(pair.docID) == index,
        try Array(segment.stored(pair.docID).key.utf8) == key
      else {
        throw corrupt(
          .terms, segment.keys.terms.offset, "the stored key for document \(index)")
      }
    }
  }

  private func verifyColumn(
    _ field: SegmentField, _ pairs: [(docID: DocID, ordinal: Int)]
  ) throws(IndexError) {
    let column = try segment.tags(of: field)
    var next = 0
    var documentCount = 0
    var ordinals: [Int] = []
    for docID in 0..<DocID(segment.documentCount) {
      ordinals.removeAll(keepingCapacity: true)
      column?.ordinals(docID, into: &ordinals)
      if !ordinals.isEmpty { documentCount += 1 }
      for ordinal in ordinals.sorted() {
        guard next < pairs.count, pairs[next] == (docID, ordinal) else {
          throw corrupt(
            .columns, field.column.offset, "the tags that document \(docID) has terms of")
        }
        next += 1
      }
    }
    guard next == pairs.count, documentCount == field.documentCount else {
      throw corrupt(.columns, field.column.offset, "\(field.documentCount) documents with tags")
    }
  }

  private func verifyNumbers(_ field: SegmentField) throws(IndexError) {
    let column = try segment.numbers(of: field)
    let values = (0..<DocID(segment.documentCount)).compactMap { column?.value($0) }
    guard values.count == field.documentCount, values.min() == column?.min,
      values.max() == column?.max
    else {
      throw corrupt(
        .columns, field.column.offset, "\(field.documentCount) numbers between their ends")
    }
  }

  private func corrupt(_ section: Section, _ offset: Int, _ expected: String) -> IndexError {
    segment.frame[section].corrupt(at: offset, expected: expected)
  }
}
