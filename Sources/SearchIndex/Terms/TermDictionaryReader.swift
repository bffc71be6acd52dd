/// The dictionary of one field of a segment, searched in place.
///
/// One object a field and segment, which all searches share: what is looked up for each search adds
/// up, and copying the parts of a section costs more than a search of its keys.
final class TermDictionaryReader: Sendable {
  /// The field's kind.
  let kind: FieldKind
  /// The number of terms.
  let termCount: Int
  /// What infos may not pass.
  let limits: TermLimits
  /// The bits of a doc id in infos.
  let docIDWidth: Int
  /// The field's part of section `terms`.
  let terms: SectionBytes
  /// The number of blocks.
  let blockCount: Int
  private let index: SectionBytes
  /// The keys, letters and offsets of all blocks but the first; nil where there is no other.
  private let keys: SectionBytes?
  private let letters: SectionBytes?
  private let offsets: PackedArray?

  /// Opens the dictionary of `field`.
  init(_ field: SegmentField, in frame: SegmentFrame) throws(IndexError) {
    kind = field.kind
    termCount = field.termCount
    limits = TermLimits(
      documentCount: frame.documentCount, totalTermCount: Int(field.totalTermCount))
    docIDWidth = limits.docIDWidth
    terms = try frame[.terms].range(at: field.terms.offset, length: field.terms.length)
    index = try frame[.termIndex].range(
      at: field.termIndex.offset, length: field.termIndex.length)
    blockCount = TermDictionaryFormat.blockCount(terms: termCount)
    guard blockCount > 1 else {
      keys = nil
      letters = nil
      offsets = nil
      guard index.count == 0 else {
        throw index.corrupt(at: 0, expected: "no index of a single block")
      }
      return
    }
    let width = Int(try index.uint8(at: 0))
    let rows = blockCount - 1
    let keysLength = rows * TermDictionaryFormat.keyLength
    keys = try index.range(at: 1, length: keysLength)
    let lettersLength = rows * TermDictionaryFormat.lettersLength
    letters = try index.range(at: 1 + keysLength, length: lettersLength)
    let offsetsStart = 1 + keysLength + lettersLength
    offsets = try PackedArray(index, at: offsetsStart, count: rows, width: width)
    let length = offsetsStart + PackedArray.byteCount(count: rows, width: width)
    guard length == index.count else {
      throw index.corrupt(at: length, expected: "an index of \(length) bytes")
    }
  }

  /// Finds a term: a search of the keys, then the entries of one block.
  func find(_ term: [UInt8]) throws(IndexError) -> TermInfo? {
    guard termCount > 0 else { return nil }
    var block = try open(block: self.block(for: term))
    guard let ordinal = try Self.find(term, in: &block) else { return nil }
    var infos = try infos(of: block, from: ordinal)
    return try infos.next()
  }

  /// The ordinal of `term`; nil if the block lacks it.
  private static func find(
    _ term: [UInt8], in block: inout TermBlock
  ) throws(IndexError) -> Int? {
    // How many first bytes the entry before, which is below the term, shares with it.
    var matched = 0
    while true {
      block.skip(sharingMoreThan: matched)
      guard block.hasNext else { return nil }
      try block.next()
      if block.shared > matched { continue }
      if block.shared < matched { return nil }
      var offset = block.suffixStart
      while offset < block.suffixEnd, matched < term.count, block.bytes[offset] == term[matched] {
        offset += 1
        matched += 1
      }
      if offset == block.suffixEnd {
        if matched == term.count { return block.nextOrdinal - 1 }
      } else if matched == term.count || block.bytes[offset] > term[matched] {
        return nil
      }
    }
  }

  /// How many terms are below `term`: the ordinal of the first that is not.
  func ordinal(reaching term: [UInt8]) throws(IndexError) -> Int {
    guard termCount > 0 else { return 0 }
    var block = try open(block: self.block(for: term))
    var matched = 0
    while block.hasNext {
      try block.next()
      if block.shared > matched { continue }
      if block.shared < matched { return block.nextOrdinal - 1 }
      var offset = block.suffixStart
      while offset < block.suffixEnd, matched < term.count, block.bytes[offset] == term[matched] {
        offset += 1
        matched += 1
      }
      if matched == term.count || offset < block.suffixEnd && block.bytes[offset] > term[matched] {
        return block.nextOrdinal - 1
      }
    }
    return block.endOrdinal
  }

  /// What is known of `count` terms from `ordinal` on.
  ///
  /// - Precondition: there are so many.
  func infos(from ordinal: Int, count: Int) throws(IndexError) -> [TermInfo] {
    precondition(ordinal >= 0 && count >= 0 && count <= termCount - ordinal)
    var found: [TermInfo] = []
    found.reserveCapacity(count)
    var next = ordinal
    while found.count < count {
      let block = try open(block: next / TermDictionaryFormat.blockTerms)
      var infos = try infos(of: block, from: next)
      while next < block.endOrdinal, found.count < count {
        found.append(try infos.next())
        next += 1
      }
    }
    return found
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

  /// The last block whose first term is not above `term`, the only one that may have it; 0 where
  /// there is no such block.
  func block(for term: [UInt8]) throws(IndexError) -> Int {
    guard let keys else { return 0 }
    let key = TermDictionaryFormat.key(of: term)
    var low = keys.countBelow(key, at: 0, count: blockCount - 1)
    // Key `low` is that of block `low + 1`. Only where it is equal do the terms themselves matter.
    guard low < blockCount - 1, UInt64(bigEndian: keys.load(8 * low)) == key else { return low }
    var high = blockCount
    if key < .max { high = keys.countBelow(key + 1, at: 0, count: blockCount - 1) + 1 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try isFirstTerm(of: middle, above: term) { high = middle } else { low = middle }
    }
    return low
  }

  /// The same among the blocks from `first` on, for a walk that goes forward in small leaps.
  ///
  /// - Precondition: `first` is in 0 ..< blockCount.
  func block(for term: [UInt8], from first: Int) throws(IndexError) -> Int {
    guard let keys else { return 0 }
    let key = TermDictionaryFormat.key(of: term)
    var leap = 1
    var low = first
    while low + leap < blockCount, self.key(ofBlock: low + leap) < key {
      low += leap
      leap *= 2
    }
    // The first block with a key that is not below is above `low` and at most `low + leap`.
    let count = min(low + leap, blockCount) - low - 1
    low += keys.countBelow(key, at: 8 * low, count: count)
    let isEqual = low + 1 < blockCount && self.key(ofBlock: low + 1) == key
    return isEqual ? try block(for: term) : low
  }

  /// The key of a block.
  ///
  /// - Precondition: `block` is in 1 ..< blockCount.
  func key(ofBlock block: Int) -> UInt64 {
    precondition(block > 0 && block < blockCount)
    guard let keys else { return 0 }
    return UInt64(bigEndian: keys.load(8 * (block - 1)))
  }

  /// The letters that the terms of a block have.
  ///
  /// - Precondition: `block` is in 1 ..< blockCount.
  func letters(ofBlock block: Int) -> BlockLetters {
    precondition(block > 0 && block < blockCount)
    guard let letters else { return BlockLetters() }
    return BlockLetters(
      bits: UInt32(littleEndian: letters.load(TermDictionaryFormat.lettersLength * (block - 1))))
  }

  private func isFirstTerm(of number: Int, above term: [UInt8]) throws(IndexError) -> Bool {
    var block = try open(block: number)
    try block.next()
    var index = 0
    var offset = block.suffixStart
    while offset < block.suffixEnd {
      guard index < term.count else { return true }
      let byte = block.bytes[offset]
      if byte != term[index] { return byte > term[index] }
      offset += 1
      index += 1
    }
    return false
  }

  /// Where a block starts in ``terms``.
  func blockOffset(_ block: Int) throws(IndexError) -> Int {
    guard block > 0, let offsets else { return 0 }
    guard let offset = Int(exactly: offsets[block - 1]), offset < terms.count else {
      throw index.corrupt(
        at: 1 + (blockCount - 1)
          * (TermDictionaryFormat.keyLength + TermDictionaryFormat.lettersLength),
        expected: "offsets within the field's terms")
    }
    return offset
  }

  /// Stands before the first entry of a block.
  ///
  /// - Precondition: `block` is in 0 ..< blockCount.
  func open(block: Int) throws(IndexError) -> TermBlock {
    precondition(block >= 0 && block < blockCount)
    return try TermBlock(self, terms, block: block, at: blockOffset(block))
  }

  /// A reader of a block's infos that stands before that of `ordinal`, one of the block's.
  func infos(of block: TermBlock, from ordinal: Int) throws(IndexError) -> TermInfoReader {
    let first = ordinal - ordinal % TermDictionaryFormat.blockTerms
    var infos = try TermInfoReader(self, block.bytes, at: block.infosStart, ordinal: first)
    try infos.skip(to: ordinal)
    return infos
  }
}
