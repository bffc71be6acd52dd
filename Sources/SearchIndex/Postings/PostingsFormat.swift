/// The postings of a term: its documents, how often it stands in each, and where.
///
///     postings (of a term with df above 1) = block{df / 128} tail
///     block     = gapWidth:u8 gaps [frequencyWidth:u8 frequencies]      in brackets: text fields
///     gaps      = 128 numbers, docID - previous docID - 1, in ``BitPacking``
///     frequencies = 128 numbers, frequency - 1, in ``BitPacking``
///     tail      = entry{df mod 128}
///     entry     = gap:varint                                            tag fields
///               | (gap × 2 + 1):varint                                  text, frequency 1
///               | (gap × 2):varint (frequency - 2):varint               text, else
///     positions = for each document: frequency × gap:varint             text fields, any df
///
/// The document before the first counts as -1, so its gap is its doc id; a block goes on from the one
/// before. The first position of a document is itself, later ones are distances from the one before.
/// A term with a single document has no postings: the dictionary has its doc id, and its frequency
/// is its total frequency. Where a term's blocks begin in postings and positions, and what is best in
/// each, is in the skip data (``SkipFormat``) of terms with more than 128 documents.
///
/// Example: a word once in document 3 and twice in 5: postings `07 02 00` (3·2+1, 1·2, 2-2); at
/// positions 9; 0 and 4: positions `09 00 04`.
enum PostingsFormat {
  /// The postings of a block.
  static let blockCount = BitPacking.count
}
