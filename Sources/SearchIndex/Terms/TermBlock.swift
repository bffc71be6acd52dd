/// The entries of one block of a term dictionary, walked by their lengths.
///
/// The bytes of a term are nowhere put together: who walks knows what it needs of the term before.
struct TermBlock {
  /// How many first bytes the entry shares with the one before.
  private(set) var shared = 0
  /// Where the rest of its bytes start in the terms, and end.
  private(set) var suffixStart: Int
  /// The end of the entry's bytes.
  private(set) var suffixEnd: Int
  /// The ordinal of the entry that ``next()`` moves to.
  private(set) var nextOrdinal: Int
  /// The ordinal of the first term of the block after.
  let endOrdinal: Int
  /// Where the infos start.
  let infosStart: Int
  /// The dictionary's bytes.
  let bytes: SectionBytes
  private var lengthsOffset: Int
  private let lengthsEnd: Int

  /// Opens the block at `start` of `dictionary`, and stands before its first entry.
  init(
    _ dictionary: TermDictionaryReader, _ terms: SectionBytes, block: Int, at start: Int
  ) throws(IndexError) {
    bytes = terms
    nextOrdinal = block * TermDictionaryFormat.blockTerms
    let count = TermDictionaryFormat.termCount(ofBlock: block, of: dictionary.termCount)
    endOrdinal = nextOrdinal + count
    var offset = start
    let extra = try Self.varint(bytes, &offset, end: bytes.count)
    let suffixes = try Self.varint(bytes, &offset, end: bytes.count)
    guard count + extra <= bytes.count - offset,
      suffixes <= bytes.count - offset - count - extra
    else {
      throw bytes.corrupt(at: start, expected: "a block within the terms")
    }
    lengthsOffset = offset
    lengthsEnd = offset + count + extra
    suffixStart = lengthsEnd
    suffixEnd = lengthsEnd
    infosStart = lengthsEnd + suffixes
  }

  /// Whether there is another entry.
  var hasNext: Bool { nextOrdinal < endOrdinal }

  /// Moves to the next entry.
  ///
  /// - Precondition: there is one.
  @inline(__always)
  mutating func next() throws(IndexError) {
    assert(hasNext)
    // An entry takes a byte at least, and there are as many bytes; varints may have eaten some.
    guard lengthsOffset < lengthsEnd else {
      throw bytes.corrupt(at: lengthsOffset, expected: "lengths of an entry")
    }
    let lengths = Int(bytes[lengthsOffset])
    lengthsOffset += 1
    suffixStart = suffixEnd
    shared = lengths >> 4
    var length = lengths & 15
    if shared == 15 || length == 15 {
      if shared == 15 { shared += try more() }
      if length == 15 { length += try more() }
    }
    suffixEnd = suffixStart + length
    guard suffixEnd <= infosStart else {
      throw bytes.corrupt(at: lengthsOffset - 1, expected: "suffixes that end before the infos")
    }
    nextOrdinal += 1
  }

  /// Passes over entries that share more than so many bytes with the one before, eight at a time.
  ///
  /// Leaves to ``next()`` what has a varint among its lengths, so that may share more too.
  @inline(__always)
  mutating func skip(sharingMoreThan most: Int) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte plus this reaches its top bit where it is above `most`; none of 15 gets here.
    let above = UInt64(truncatingIfNeeded: 0x7F &- min(most, 14)) &* ones
    while nextOrdinal < endOrdinal, lengthsOffset &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.load(lengthsOffset))
      let high = word &>> 4 & (15 &* ones)
      let low = word & (15 &* ones)
      let isLong = (high &+ 0x71 &* ones) | (low &+ 0x71 &* ones)
      let stops = (~(high &+ above) | isLong) & (0x80 &* ones)
      let left = min(endOrdinal &- nextOrdinal, lengthsEnd &- lengthsOffset)
      let count = min(stops.trailingZeroBitCount &>> 3, left)
      let passed = count < 8 ? low & (1 &<< UInt64(truncatingIfNeeded: 8 &* count) &- 1) : low
      // The top byte of the product is the sum of the bytes, at most 8 × 14.
      suffixEnd &+= Int(truncatingIfNeeded: (passed &* ones) &>> 56)
      lengthsOffset &+= count
      nextOrdinal &+= count
      if count < 8 { return }
    }
  }

  /// Moves to the next entry and makes `term`, which is the one before or empty, its term.
  ///
  /// - Precondition: there is one.
  mutating func readNext(into term: inout [UInt8]) throws(IndexError) {
    let isFirst = nextOrdinal % TermDictionaryFormat.blockTerms == 0
    try next()
    guard shared <= term.count else { throw corrupt("a term that shares what there is") }
    // The first byte that differs must be higher, or the term must be longer: so terms ascend, and
    // no one of a damaged file is met twice.
    let isLonger = suffixEnd > suffixStart
    guard isFirst || isLonger && (shared == term.count || bytes[suffixStart] > term[shared])
    else { throw corrupt("a term above the one before") }
    term.removeLast(term.count - shared)
    try bytes.append(at: suffixStart, length: suffixEnd - suffixStart, to: &term)
  }

  /// Whether all lengths and suffixes were read, for `verify`.
  var isExhausted: Bool {
    !hasNext && lengthsOffset == lengthsEnd && suffixEnd == infosStart
  }

  /// The error of an entry that is not as it must be.
  @inline(never)
  func corrupt(_ expected: String) -> IndexError {
    bytes.corrupt(at: suffixStart, expected: expected)
  }

  private mutating func more() throws(IndexError) -> Int {
    try Self.varint(bytes, &lengthsOffset, end: lengthsEnd)
  }

  /// A varint of at most 28 bits: no length of a part of a file that a block has is larger.
  private static func varint(
    _ bytes: SectionBytes, _ offset: inout Int, end: Int
  ) throws(IndexError) -> Int {
    let first = offset
    var value = 0
    var shift = 0
    while shift < 28 {
      guard offset < end else { break }
      let byte = Int(bytes[offset])
      offset += 1
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw bytes.corrupt(at: first, expected: "a varint of at most 28 bits")
  }
}
