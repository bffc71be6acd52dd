/// The dictionary of one field of a segment, searched in place.
struct TermDictionaryReader: Sendable {
  /// The field's kind.
  let kind: FieldKind
  /// The number of terms.
  let termCount: Int
  /// What infos may not pass.
  let limits: TermLimits
  /// The field's part of section `terms`.
  let terms: SectionBytes
  private let rows: SectionBytes
  private let separators: SectionBytes

  /// Opens the dictionary of `field`.
  init(_ field: SegmentField, in frame: SegmentFrame) throws(IndexError) {
    kind = field.kind
    termCount = field.termCount
    limits = TermLimits(
      documentCount: frame.documentCount, totalTermCount: Int(field.totalTermCount),
      postingsLength: frame[.postings].count, skipsLength: frame[.skips].count,
      positionsLength: frame[.positions].count)
    terms = try frame[.terms].range(at: field.terms.offset, length: field.terms.length)
    let index = try frame[.termIndex].range(
      at: field.termIndex.offset, length: field.termIndex.length)
    let rowsLength =
      TermDictionaryFormat.blockCount(terms: termCount) * TermDictionaryFormat.rowLength
    rows = try index.range(at: 0, length: min(rowsLength, index.count))
    guard rows.count == rowsLength else {
      throw index.corrupt(at: index.count, expected: "a row for each block of terms")
    }
    separators = try index.range(at: rowsLength, length: index.count - rowsLength)
  }

  /// The number of blocks.
  var blockCount: Int { TermDictionaryFormat.blockCount(terms: termCount) }

  /// Finds a term: a binary search of the separators, then at most 32 terms.
  func find(_ term: [UInt8]) throws(IndexError) -> TermInfo? {
    guard termCount > 0 else { return nil }
    var cursor = TermCursor(self)
    try cursor.enter(block: try block(for: term))
    for _ in 0..<TermDictionaryFormat.blockTerms {
      guard try cursor.next() else { return nil }
      if cursor.term == term { return cursor.info }
      if !cursor.term.lexicographicallyPrecedes(term) { return nil }
    }
    return nil
  }

  /// The term of an ordinal.
  ///
  /// - Precondition: `ordinal` is in 0 ..< termCount.
  func term(at ordinal: Int) throws(IndexError) -> [UInt8] {
    precondition(ordinal >= 0 && ordinal < termCount)
    var cursor = TermCursor(self)
    try cursor.enter(block: ordinal / TermDictionaryFormat.blockTerms)
    for _ in 0...ordinal % TermDictionaryFormat.blockTerms { _ = try cursor.next() }
    return cursor.term
  }

  /// The last block whose separator is not above `term`, the only one that may have it; 0 where
  /// there is no such block.
  func block(for term: [UInt8]) throws(IndexError) -> Int {
    var low = 0
    var high = blockCount
    while high - low > 1 {
      let middle = (low + high) / 2
      let (offset, length) = try separator(middle)
      if try separators.compare(at: offset, length: length, with: term) <= 0 {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }

  /// Where a block starts in ``terms``.
  func blockOffset(_ block: Int) throws(IndexError) -> Int {
    let at = block * TermDictionaryFormat.rowLength + 4
    guard let offset = Int(exactly: try rows.uint64(at: at)), offset <= terms.count else {
      throw rows.corrupt(at: at, expected: "an offset within the field's terms")
    }
    return offset
  }

  /// A block's separator, for `verify`.
  func separatorBytes(_ block: Int) throws(IndexError) -> [UInt8] {
    let (offset, length) = try separator(block)
    return try separators.bytes(at: offset, length: length)
  }

  private func separator(_ block: Int) throws(IndexError) -> (offset: Int, length: Int) {
    let at = block * TermDictionaryFormat.rowLength
    let start = Int(try rows.uint32(at: at))
    let end =
      block + 1 < blockCount
      ? Int(try rows.uint32(at: at + TermDictionaryFormat.rowLength)) : separators.count
    guard start <= end, end <= separators.count else {
      throw rows.corrupt(at: at, expected: "separators in ascending order")
    }
    return (start, end - start)
  }
}
