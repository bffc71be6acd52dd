/// The term dictionary of a field: its terms in byte order, in blocks that are front-coded, and a
/// top level that has the first eight bytes of each block.
///
///     part of `terms`     = block* zero:8             32 terms each, the last block what is left;
///                           nothing at all where there are no terms
///     block               = extraLength:varint suffixesLength:varint lengths suffixes infos
///     lengths             = entry*                    (number of entries + extraLength) bytes
///     entry               = shared:4 suffix:4 [more:varint] [more:varint]
///                           the term is the first `shared` bytes of the one before, then `suffix`
///                           bytes of suffixes; the first of a block shares 0. 15 stands for 15 and
///                           what the varint says; shared, in the high bits, has its varint first
///     suffixes            = suffixesLength bytes
///     infos               = a bit stream, see ``TermInfoCode``
///     part of `termIndex` = width:u8 keys letters offsets
///                           for each block but the first; nothing at all where there is one at most
///     keys                = u64 big-endian: the first 8 bytes of the block's first term, or zeros
///     letters             = u32: the ``BlockLetters`` of the block
///     offsets             = a ``PackedArray``: where the block starts in the field's terms
///
/// So a search compares whole numbers among the keys, then walks one block by its lengths alone: an
/// entry that shares more with the one before than that one with the wanted term is below it too, one
/// that shares less is above it, and only where both are equal suffixes must be looked at. Nothing
/// is unpacked but the infos before the hit.
///
/// Example: tags `cy`, `cym` with one document each, 0 and 1, of two documents: terms
/// `00 03  02 21  63 79 6D  00 40 0A  00…`, and an empty termIndex.
enum TermDictionaryFormat {
  /// The terms of a block.
  ///
  /// More would make the index smaller, by a fifth of a byte a term, and every search longer, for it
  /// reads half the infos of a block.
  static let blockTerms = 32
  /// The zeros after the last block, so that an 8-byte load never leaves the terms.
  static let padLength = 8
  /// The bytes of a key.
  static let keyLength = 8
  /// The bytes of a block's letters.
  static let lettersLength = 4
  /// The number in an entry's four bits that a varint continues.
  static let lengthMax = 15

  /// The number of blocks of so many terms.
  static func blockCount(terms: Int) -> Int { (terms + blockTerms - 1) / blockTerms }

  /// The number of terms of a block.
  static func termCount(ofBlock block: Int, of terms: Int) -> Int {
    min(blockTerms, terms - block * blockTerms)
  }

  /// How many first bytes `first` and `second` share.
  static func sharedPrefix(_ first: [UInt8], _ second: [UInt8]) -> Int {
    let limit = min(first.count, second.count)
    var index = 0
    while index < limit, first[index] == second[index] { index += 1 }
    return index
  }

  /// The first eight bytes of a term as a number that sorts as they do.
  static func key(of term: [UInt8]) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<keyLength { key = key << 8 | (index < term.count ? UInt64(term[index]) : 0) }
    return key
  }
}

/// What the infos of a field's terms may not pass.
struct TermLimits: Sendable {
  /// The largest offset: sums of two stay clear of the integers' ends.
  static let offsetMax = 1 << 48
  /// The documents of the segment.
  var documentCount: Int
  /// The tokens of the field.
  var totalTermCount: Int

  /// The bits of a doc id.
  var docIDWidth: Int {
    let largest = UInt64(max(documentCount - 1, 0))
    return 64 - largest.leadingZeroBitCount
  }
}
