import Storage

/// The term dictionary of a field: its terms in byte order, in blocks of 32 that are front-coded,
/// and a top level of one separator a block.
///
///     part of `terms`     = block*                      32 terms each, the last block what is left
///     block               = entry*
///     entry               = shared:varint suffixLength:varint suffix info
///                           the term is the first `shared` bytes of the one before, then suffix;
///                           the first of a block shares 0
///     info (text)         = df:varint (ttf - df):varint where positionsDelta:varint
///     info (tag)          = df:varint where
///     where               = docID:varint                                if df is 1
///                         | postingsDelta:varint                        if df is 2…128
///                         | postingsDelta:varint skipsDelta:varint      if df is above 128
///     part of `termIndex` = (separatorOffset:u32 blockOffset:u64){blocks} separators
///
/// A delta is from the same offset of the entry before in the block, or from 0. A separator is the
/// shortest string above the last term of the block before and not above the first of its own, so a
/// term can only be in the last block whose separator is not above it. Separators follow each other
/// in the order of the blocks; each ends where the next begins. Block offsets count from the start
/// of the field's part of `terms`, separator offsets from that of the first separator.
///
/// Example: tags `cy`, `cym` with one document each, 0 and 1:
/// terms `00 02 63 79 01 00  02 01 6D 01 01`, termIndex `00000000 0000000000000000` and no separator
/// (the empty string is above no term).
enum TermDictionaryFormat {
  /// The terms of a block.
  static let blockTerms = 32
  /// The bytes of a row of the top level.
  static let rowLength = 12

  /// The number of blocks of so many terms.
  static func blockCount(terms: Int) -> Int { (terms + blockTerms - 1) / blockTerms }

  /// How many first bytes `first` and `second` share.
  static func sharedPrefix(_ first: [UInt8], _ second: [UInt8]) -> Int {
    let limit = min(first.count, second.count)
    var index = 0
    while index < limit, first[index] == second[index] { index += 1 }
    return index
  }

  /// Reads and writes the infos of a block one after another.
  struct InfoCoder: Sendable {
    private var postings = 0
    private var skips = 0
    private var positions = 0

    /// Starts a block.
    init() {}

    /// Appends an info.
    mutating func encode(_ info: TermInfo, kind: FieldKind, into bytes: inout [UInt8]) {
      Varint.append(UInt64(info.documentFrequency), to: &bytes)
      if kind == .text {
        Varint.append(UInt64(info.totalTermFrequency - info.documentFrequency), to: &bytes)
      }
      if info.documentFrequency == 1 {
        Varint.append(UInt64(info.singleDocID), to: &bytes)
      } else {
        Varint.append(UInt64(info.postingsOffset - postings), to: &bytes)
        postings = info.postingsOffset
        if info.documentFrequency > PostingsFormat.blockCount {
          Varint.append(UInt64(info.skipsOffset - skips), to: &bytes)
          skips = info.skipsOffset
        }
      }
      if kind == .text {
        Varint.append(UInt64(info.positionsOffset - positions), to: &bytes)
        positions = info.positionsOffset
      }
    }

    /// Reads an info; all that it says is within `limits`.
    mutating func decode(
      _ cursor: inout SectionCursor, kind: FieldKind, limits: TermLimits
    ) throws(IndexError) -> TermInfo {
      let start = cursor.offset
      let frequency = try cursor.count(atMost: limits.documentCount)
      guard frequency > 0 else {
        throw cursor.bytes.corrupt(at: start, expected: "a document frequency of at least 1")
      }
      var info = TermInfo(documentFrequency: frequency, totalTermFrequency: frequency)
      if kind == .text {
        info.totalTermFrequency += try cursor.count(atMost: limits.totalTermCount)
      }
      if frequency == 1 {
        info.singleDocID = DocID(try cursor.count(atMost: limits.documentCount - 1))
      } else {
        postings += try cursor.count(atMost: limits.postingsLength - postings)
        info.postingsOffset = postings
        if frequency > PostingsFormat.blockCount {
          skips += try cursor.count(atMost: limits.skipsLength - skips)
          info.skipsOffset = skips
        }
      }
      if kind == .text {
        positions += try cursor.count(atMost: limits.positionsLength - positions)
        info.positionsOffset = positions
      }
      return info
    }
  }
}

/// What the infos of a field's terms may not pass.
struct TermLimits: Sendable {
  /// The documents of the segment.
  var documentCount: Int
  /// The tokens of the field.
  var totalTermCount: Int
  /// The length of section `postings`.
  var postingsLength: Int
  /// The length of section `skips`.
  var skipsLength: Int
  /// The length of section `positions`.
  var positionsLength: Int
}
