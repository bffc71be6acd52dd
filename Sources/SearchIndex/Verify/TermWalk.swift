/// Where parts end in the sections that the terms of all fields share.
struct PostingEnds: Sendable, Equatable {
  /// In section `postings`.
  var postings = 0
  /// In section `skips`.
  var skips = 0
  /// In section `positions`.
  var positions = 0
}

/// Walks all terms of a field and all their postings, and checks that each part begins where the one
/// before ends, and that skip data say what the blocks say.
struct TermWalk {
  /// Where the terms so far end.
  private(set) var ends: PostingEnds
  private let segment: Segment
  private let field: SegmentField
  private let norms: NormsReader?
  private var blockBest: BestImpact
  private var best: BestImpact
  private var positions: [UInt32] = []

  /// Starts before the first term of `field`, whose postings begin at `ends`.
  init(_ segment: Segment, _ field: SegmentField, norms: NormsReader?, ends: PostingEnds) {
    self.segment = segment
    self.field = field
    self.norms = norms
    self.ends = ends
    blockBest = BestImpact(impactLength: field.impactLength)
    best = blockBest
  }

  /// Calls `body` with the ordinal, the document and the frequency of each posting.
  mutating func run(_ body: (Int, DocID, Int) -> Void) throws(IndexError) {
    let dictionary = try TermDictionaryReader(field, in: segment.frame)
    var cursor = TermCursor(dictionary)
    var previous: [UInt8] = []
    var end = 0
    var letters = BlockLetters()
    for ordinal in 0..<field.termCount {
      guard try cursor.next() else { break }
      guard ordinal == 0 || previous.lexicographicallyPrecedes(cursor.term) else {
        throw dictionary.terms.corrupt(at: end, expected: "a term above the one before")
      }
      if ordinal % TermDictionaryFormat.blockTerms == 0 {
        try checkBlock(ordinal / TermDictionaryFormat.blockTerms, at: end, dictionary, cursor.term)
      }
      try walk(cursor.info, body)
      previous = cursor.term
      letters.add(previous)
      if (ordinal + 1) % TermDictionaryFormat.blockTerms == 0 || ordinal + 1 == field.termCount {
        guard let blockEnd = cursor.blockEnd else {
          throw dictionary.terms.corrupt(at: end, expected: "a block that its entries fill")
        }
        end = blockEnd
        let block = ordinal / TermDictionaryFormat.blockTerms
        guard block == 0 || dictionary.letters(ofBlock: block) == letters else {
          throw segment.frame[.termIndex].corrupt(
            at: field.termIndex.offset, expected: "the letters of block \(block) of the terms")
        }
        letters = BlockLetters()
      }
    }
    let padLength = field.termCount > 0 ? TermDictionaryFormat.padLength : 0
    guard end + padLength == dictionary.terms.count else {
      throw dictionary.terms.corrupt(at: end, expected: "the end of the terms")
    }
  }

  private func checkBlock(
    _ block: Int, at start: Int, _ dictionary: TermDictionaryReader, _ term: [UInt8]
  ) throws(IndexError) {
    guard try dictionary.blockOffset(block) == start,
      block == 0 || dictionary.key(ofBlock: block) == TermDictionaryFormat.key(of: term)
    else {
      throw segment.frame[.termIndex].corrupt(
        at: field.termIndex.offset, expected: "the start and key of block \(block) of the terms")
    }
  }

  private mutating func walk(
    _ info: TermInfo, _ body: (Int, DocID, Int) -> Void
  ) throws(IndexError) {
    let isText = field.kind == .text
    try check(.postings, info.documentFrequency == 1 || info.postingsOffset == ends.postings)
    try check(.positions, !isText || info.positionsOffset == ends.positions)
    var cursor = try segment.postings(info, in: field)
    var total = 0
    var count = 0
    blockBest.removeAll()
    best.removeAll()
    while try cursor.next() != .end {
      let frequency = try cursor.frequency()
      if isText {
        try cursor.positions(into: &positions)
        blockBest.add(
          Impact(
            frequency: UInt32(truncatingIfNeeded: frequency), norm: norms?.norm(cursor.docID) ?? 0))
      }
      body(info.ordinal, cursor.docID, frequency)
      total += frequency
      count += 1
      if !cursor.skips.isEmpty, cursor.docID == cursor.blockLastDocID {
        let (postingsEnd, positionsEnd) = cursor.skips.ends(cursor.block)
        try check(.skips, try cursor.postingsEnd() == postingsEnd)
        if isText {
          try check(.skips, cursor.positionsEnd() == positionsEnd)
          try check(.skips, cursor.skips.best(cursor.block) == blockBest.impact)
          best.add(blockBest.impact)
          blockBest.removeAll()
        }
      }
    }
    try check(.postings, count == info.documentFrequency && total == info.totalTermFrequency)
    if info.documentFrequency > 1 { ends.postings += try cursor.postingsEnd() }
    if !cursor.skips.isEmpty {
      try check(.skips, info.skipsOffset == ends.skips)
      try check(.skips, !isText || cursor.skips.best == best.impact)
      ends.skips += cursor.skips.byteCount
    }
    if isText { ends.positions += cursor.positionsEnd() }
  }

  private func check(_ section: Section, _ holds: Bool) throws(IndexError) {
    guard holds else {
      let offset =
        switch section {
        case .positions: ends.positions
        case .skips: ends.skips
        default: ends.postings
        }
      throw segment.frame[section].corrupt(
        at: offset, expected: "what the terms of field \(field.name) say")
    }
  }
}
