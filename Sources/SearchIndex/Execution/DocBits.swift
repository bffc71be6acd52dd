/// A set of the documents of one window: bit `i` stands for the doc id `base + i`.
struct DocBits: Sendable {
  /// How many documents a window has.
  static let size = 4_096
  /// How many 64-bit words hold them.
  static let wordCount = size / 64

  private var words: InlineArray<64, UInt64>

  /// The empty set.
  init() {
    words = InlineArray(repeating: 0)
  }

  // Words are read through a span: the inline array's own subscript copies all of it (512 bytes) for
  // each read in Swift 6.3, which took a third of the time of a union.

  /// Documents `64 * index` to `64 * index + 63` of the window, the lowest bit first.
  subscript(word index: Int) -> UInt64 {
    get { words.span[index] }
    set {
      var span = words.mutableSpan
      span[index] = newValue
    }
  }

  var isEmpty: Bool {
    let span = words.span
    for index in 0..<Self.wordCount where span[index] != 0 { return false }
    return true
  }

  var count: Int {
    let span = words.span
    var sum = 0
    for index in 0..<Self.wordCount { sum += span[index].nonzeroBitCount }
    return sum
  }

  /// The smallest member; nil of the empty set.
  var first: Int? { next(from: 0) }

  /// - Precondition: `slot` is in 0 ..< 4,096.
  func contains(_ slot: Int) -> Bool {
    words.span[slot >> 6] >> UInt64(slot & 63) & 1 == 1
  }

  /// - Precondition: `slot` is in 0 ..< 4,096.
  mutating func insert(_ slot: Int) {
    var span = words.mutableSpan
    span[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  /// Inserts those of the doc ids at `range`, ascending, that are in the window from `base`.
  ///
  /// - Precondition: none is before it.
  mutating func insert(_ docIDs: [UInt32], _ range: Range<Int>, base: Int) {
    var span = words.mutableSpan
    _ = InsertKernel.insert(
      docIDs, range, base: UInt32(truncatingIfNeeded: base), into: &span)
  }

  /// Inserts, and whether it was not in it.
  ///
  /// - Precondition: `slot` is in 0 ..< 4,096.
  mutating func insertIsNew(_ slot: Int) -> Bool {
    var span = words.mutableSpan
    let word = span[slot >> 6]
    let bit = UInt64(1) << UInt64(slot & 63)
    span[slot >> 6] = word | bit
    return word & bit == 0
  }

  /// - Precondition: `slot` is in 0 ..< 4,096.
  mutating func remove(_ slot: Int) {
    var span = words.mutableSpan
    span[slot >> 6] &= ~(1 << UInt64(slot & 63))
  }

  /// The smallest member that is at least `slot`; nil where there is none.
  func next(from slot: Int) -> Int? {
    guard slot < Self.size else { return nil }
    let span = words.span
    var index = slot >> 6
    var word = span[index] & (~0 << UInt64(slot & 63))
    while word == 0 {
      index += 1
      guard index < Self.wordCount else { return nil }
      word = span[index]
    }
    return index << 6 | word.trailingZeroBitCount
  }

  /// Calls `body` with the members in ascending order; quicker than `for … in`, whose iterator copies
  /// the set for each of its words.
  @inline(__always)
  func forEachSlot(_ body: (Int) -> Void) {
    let span = words.span
    for index in 0..<Self.wordCount {
      var word = span[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }

  mutating func formUnion(_ other: DocBits) {
    let others = other.words.span
    var span = words.mutableSpan
    for index in 0..<Self.wordCount { span[index] |= others[index] }
  }

  /// Takes in those of a block of postings that are in the window from `base`.
  mutating func formUnion(_ bitSet: PostingBitSet, base: Int) {
    var span = words.mutableSpan
    let shift = bitSet.firstWord - base / 64
    var index = shift < 0 ? -shift : 0
    while index < bitSet.wordCount, index + shift < Self.wordCount {
      span[index + shift] |= bitSet[index]
      index += 1
    }
  }

  mutating func formIntersection(_ other: DocBits) {
    let others = other.words.span
    var span = words.mutableSpan
    for index in 0..<Self.wordCount { span[index] &= others[index] }
  }

  mutating func subtract(_ other: DocBits) {
    let others = other.words.span
    var span = words.mutableSpan
    for index in 0..<Self.wordCount { span[index] &= ~others[index] }
  }
}

/// Members in ascending order.
extension DocBits: Sequence {
  struct Iterator: IteratorProtocol {
    private let bits: DocBits
    private var index = 0
    private var word: UInt64

    init(_ bits: DocBits) {
      self.bits = bits
      word = bits[word: 0]
    }

    mutating func next() -> Int? {
      while word == 0 {
        index += 1
        guard index < DocBits.wordCount else { return nil }
        word = bits[word: index]
      }
      let slot = index << 6 | word.trailingZeroBitCount
      word &= word - 1
      return slot
    }
  }

  func makeIterator() -> Iterator { Iterator(self) }
}
