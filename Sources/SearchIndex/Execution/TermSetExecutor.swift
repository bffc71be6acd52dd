/// Documents with any of many terms, without scores: prefixes and tag filters.
///
/// The first window that has a candidate turns all the terms' postings into one bit set over the
/// segment, one posting list at a time; after that a window costs 64 word operations.
struct TermSetExecutor: WindowExecutor {
  private var cursors: [PostingCursor]
  private let documentCount: Int
  private let deadline: Deadline
  /// A bit a document, once gathered.
  private var words: [UInt64] = []
  private var isGathered = false
  let cost: Int

  /// - Precondition: the cursors have not been moved.
  init(_ cursors: [PostingCursor], documentCount: Int, deadline: Deadline) {
    self.cursors = cursors
    self.documentCount = documentCount
    self.deadline = deadline
    let sum = cursors.reduce(0) { $0 + $1.documentFrequency }
    cost = min(sum, documentCount)
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    guard !candidates.isEmpty else { return }
    if !isGathered { try gather() }
    let start = base / 64
    for index in 0..<min(DocBits.wordCount, words.count - start) {
      window.bits[word: index] = words[start + index] & candidates[word: index]
    }
  }

  private mutating func gather() throws(IndexError) {
    words = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
    for cursor in cursors {
      try deadline.check()
      var walk = PostingWalk(cursor)
      var doc = try walk.next()
      while doc < documentCount {
        words[doc >> 6] |= 1 << UInt64(doc & 63)
        doc = try walk.next()
      }
    }
    cursors = []
    isGathered = true
  }
}
