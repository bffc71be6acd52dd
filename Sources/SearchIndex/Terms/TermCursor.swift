/// Walks the terms of a field in byte order.
struct TermCursor: Sendable {
  /// The term it stands at; before the first ``next()`` undefined.
  private(set) var term: [UInt8] = []
  /// What is known of the term it stands at.
  private(set) var info = TermInfo(documentFrequency: 0, totalTermFrequency: 0)
  private let dictionary: TermDictionaryReader
  private var block: TermBlock?
  private var infos: TermInfoReader?
  /// The ordinal of the term that ``next()`` reads.
  private var nextOrdinal = 0
  /// Whether a ``seek(_:)`` has already read the term that the coming ``next()`` moves to.
  private var isAhead = false
  private var isStarted = false

  /// Starts before the first term of `dictionary`.
  init(_ dictionary: TermDictionaryReader) {
    self.dictionary = dictionary
  }

  /// Moves to the next term; false when there is none, the cursor then stays after the last.
  mutating func next() throws(IndexError) -> Bool {
    isStarted = true
    if isAhead {
      isAhead = false
      return true
    }
    guard try readTerm() else { return false }
    try readInfo()
    return true
  }

  /// Makes the coming ``next()`` move to the first term that is not below `target` — or, if the
  /// cursor already stands there or further, to the next one after where it stands.
  ///
  /// Looks up the top level, then reads one block's terms at most.
  mutating func seek(_ target: [UInt8]) throws(IndexError) {
    if isAhead || isStarted, !term.lexicographicallyPrecedes(target) { return }
    guard dictionary.termCount > 0 else { return }
    let number = try dictionary.block(for: target)
    if number * TermDictionaryFormat.blockTerms >= nextOrdinal { try enter(block: number) }
    while try readTerm() {
      if !term.lexicographicallyPrecedes(target) {
        try readInfo()
        isAhead = true
        return
      }
    }
  }

  /// Makes the coming ``next()`` move to the first term of a block.
  mutating func enter(block number: Int) throws(IndexError) {
    nextOrdinal = min(number * TermDictionaryFormat.blockTerms, dictionary.termCount)
    isAhead = false
    block = nil
    infos = nil
  }

  /// Where the block whose last term it stands at ends, in bytes, for `verify`; nil within a block,
  /// or where there are bytes that no entry accounts for.
  var blockEnd: Int? {
    guard let block, let infos, block.isExhausted else { return nil }
    return (infos.position + 7) / 8
  }

  /// Reads the entry at `nextOrdinal`, but not its info.
  private mutating func readTerm() throws(IndexError) -> Bool {
    guard nextOrdinal < dictionary.termCount else { return false }
    if block?.hasNext != true {
      let open = try dictionary.open(block: nextOrdinal / TermDictionaryFormat.blockTerms)
      infos = try dictionary.infos(of: open, from: nextOrdinal)
      block = open
      term.removeAll(keepingCapacity: true)
    }
    try block?.readNext(into: &term)
    nextOrdinal += 1
    return true
  }

  /// Reads the info of the term that it stands at.
  private mutating func readInfo() throws(IndexError) {
    try infos?.skip(to: nextOrdinal - 1)
    if let next = try infos?.next() { info = next }
  }
}
