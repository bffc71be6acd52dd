/// Walks the terms of a field in byte order.
struct TermCursor: Sendable {
  /// The term it stands at; before the first ``next()`` undefined.
  private(set) var term: [UInt8] = []
  /// What is known of the term it stands at.
  private(set) var info = TermInfo(documentFrequency: 0, totalTermFrequency: 0)
  private let dictionary: TermDictionaryReader
  private var cursor: SectionCursor
  private var coder = TermDictionaryFormat.InfoCoder()
  /// The ordinal of the term that ``next()`` reads.
  private var nextOrdinal = 0
  /// Whether a ``seek(_:)`` has already read the term that the coming ``next()`` moves to.
  private var isAhead = false
  private var isStarted = false

  /// Starts before the first term of `dictionary`.
  init(_ dictionary: TermDictionaryReader) {
    self.dictionary = dictionary
    cursor = SectionCursor(dictionary.terms)
  }

  /// Moves to the next term; false when there is none, the cursor then stays after the last.
  mutating func next() throws(IndexError) -> Bool {
    isStarted = true
    if isAhead {
      isAhead = false
      return true
    }
    return try readNext()
  }

  /// Makes the coming ``next()`` move to the first term that is not below `target` — or, if the
  /// cursor already stands there or further, to the next one after where it stands.
  ///
  /// Looks up the top level, then reads one block's terms at most.
  mutating func seek(_ target: [UInt8]) throws(IndexError) {
    if isAhead || isStarted, !term.lexicographicallyPrecedes(target) { return }
    let block = try dictionary.block(for: target)
    if block * TermDictionaryFormat.blockTerms >= nextOrdinal { try enter(block: block) }
    while try readNext() {
      if !term.lexicographicallyPrecedes(target) {
        isAhead = true
        return
      }
    }
  }

  /// Makes the coming ``next()`` move to the first term of a block.
  mutating func enter(block: Int) throws(IndexError) {
    nextOrdinal = min(block * TermDictionaryFormat.blockTerms, dictionary.termCount)
    isAhead = false
    guard nextOrdinal < dictionary.termCount else { return }
    cursor.offset = try dictionary.blockOffset(block)
  }

  /// The offset of the next unread byte, for `verify`.
  var offset: Int { cursor.offset }

  private mutating func readNext() throws(IndexError) -> Bool {
    guard nextOrdinal < dictionary.termCount else { return false }
    let start = cursor.offset
    if nextOrdinal % TermDictionaryFormat.blockTerms == 0 {
      coder = TermDictionaryFormat.InfoCoder()
      term.removeAll(keepingCapacity: true)
    }
    let shared = try cursor.count(atMost: term.count)
    let suffixLength = try cursor.count(atMost: cursor.bytes.count)
    let above = shared < term.count ? term[shared] : nil
    term.removeSubrange(shared...)
    try cursor.bytes.append(at: cursor.offset, length: suffixLength, to: &term)
    // The first byte that differs must be higher, or the term must be longer: so terms ascend, and
    // no one of a damaged file is met twice.
    let ascends =
      if let above { suffixLength > 0 && term[shared] > above } else { suffixLength > 0 }
    guard ascends || nextOrdinal % TermDictionaryFormat.blockTerms == 0 else {
      throw cursor.bytes.corrupt(at: start, expected: "a term above the one before")
    }
    cursor.offset += suffixLength
    info = try coder.decode(&cursor, kind: dictionary.kind, limits: dictionary.limits)
    info.ordinal = nextOrdinal
    nextOrdinal += 1
    return true
  }
}
