/// What the dictionary knows of a term: how often it occurs, and where its postings lie.
struct TermInfo: Sendable, Equatable {
  /// The number of documents with the term, at least 1; deleted ones included.
  var documentFrequency: Int
  /// The number of its occurrences; for tags that of its documents.
  var totalTermFrequency: Int
  /// The term's place in the field's byte order, counted from 0; a tag's ordinal.
  var ordinal: Int = 0
  /// The document of a term that has only one, which has no postings.
  var singleDocID: DocID = 0
  /// Where its postings start in section `postings`; 0 for a single posting.
  var postingsOffset: Int = 0
  /// Where its skip data start in section `skips`; 0 unless it has more than one block.
  var skipsOffset: Int = 0
  /// Where its positions start in section `positions`; 0 unless it is of a text field.
  var positionsOffset: Int = 0
}
