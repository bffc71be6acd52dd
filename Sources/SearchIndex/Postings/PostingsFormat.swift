/// The postings of a term: its documents, how often it stands in each, and where.
///
///     postings  = block{df / 128} tail                                  df above 1
///     block     = docs [frequencies]                                    in brackets: text fields
///     docs      = width:u8 gaps                                         width 0 … 32
///               | (wordCount + 63):u8 word:u64{wordCount}               wordCount 1 … 64
///     frequencies = (width + 32 × exceptionCount):u8 low (index:u8 high:varint){exceptionCount}
///     tail      = (gapWidth + 32 × min(width, 7)):u8 [width:u8] gaps [frequencies]
///     positions = gap:varint{frequency}                                 df 1
///               | (extra:u8 position{…}){blocks}                        df above 1
///
/// A gap is docID - previous docID - 1; the document before the first counts as -1, and a block goes on
/// from the one before. Gaps of a block are in ``BitPacking``. Where documents are dense, a bit set is
/// no longer than gaps and quicker to work with: bit d mod 64 of word d / 64, the first word being that
/// of the first document that could come.
/// The low `width` bits (0 … 31) of frequency - 1 are in ``BitPacking``; the few that have more bits say
/// them after it.
/// A tail, of fewer than 128 documents, has its gaps and its frequencies - 1 in ``BitFields``, each
/// from a new byte on; its second byte is there where `width` is 7 or more.
/// A term with a single document has no postings: the dictionary has its doc id, and its frequency is
/// its total frequency.
///
/// Positions of a block's documents are in ``BitFields``, all of a document's in as many bits as the
/// longest text with its norm needs, plus the block's `extra`: so a document's can be found by
/// frequencies and norms alone, and take fewer bits than gaps with one width a block. Source of the
/// idea: a position is below its document's length. A single document's positions are gaps, the first
/// position being itself.
///
/// Where a term's blocks begin and what is best in each is in the skip data (``SkipFormat``) of terms
/// with more than 128 documents.
///
/// Example: a word once in document 3, of 10 words, and twice in 5, of 5 words: postings `22 07 02`
/// (gap width 2, frequency width 1; gaps 3 and 1; frequencies less one 0 and 1), positions 9; 0 and 4:
/// `00 09 02` (extra 0; 9 in 4 bits, 0 and 4 in 3).
enum PostingsFormat {
  /// The postings of a block.
  static let blockCount = BitPacking.count

  /// What is added to the number of words of a bit set, so that no width of gaps is meant.
  static let bitSetCode = 63
  /// The most words of a bit set.
  static let bitSetWordsMax = 64

  /// The most exceptions of a block's frequencies.
  static let exceptionsMax = 7
  /// The frequency width of a tail from which on it has a byte of its own.
  static let wideFrequencies = 7

  /// By norm: the bits of the last position of the longest text with it.
  static let positionWidths: [UInt8] = (0...UInt8.max).map { norm in
    let longest =
      norm == .max ? Int(Int32.max) : max(1, NormEncoding.length(of: norm + 1) - 1)
    return UInt8(BitFields.width(of: UInt32(longest - 1)))
  }
}
