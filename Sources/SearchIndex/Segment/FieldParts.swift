/// A field of an opened segment: what is known of it and what reads its terms and postings.
final class FieldParts: Sendable {
  /// What is known of the field.
  let field: SegmentField
  /// Its terms.
  let dictionary: TermDictionaryReader
  /// Its postings.
  let postings: FieldPostings

  /// Opens the parts of `field`.
  init(_ field: SegmentField, in frame: SegmentFrame) throws(IndexError) {
    self.field = field
    dictionary = try TermDictionaryReader(field, in: frame)
    postings = try FieldPostings(field, in: frame)
  }
}
