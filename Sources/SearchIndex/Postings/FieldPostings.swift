/// What the posting lists of a field are read from: sections and norms.
final class FieldPostings: Sendable {
  /// The kind of the field.
  let kind: FieldKind
  /// The documents of the segment.
  let documentCount: Int
  /// Section `postings`.
  let postings: SectionBytes
  /// Section `skips`.
  let skips: SectionBytes
  /// Section `positions`.
  let positions: SectionBytes
  /// A text field's norms; nil for others.
  let norms: NormsReader?
  /// ``PostingsFormat/positionWidths``, at hand.
  let positionWidths = PostingsFormat.positionWidths
  /// The average length for which skip data name the best documents.
  let impactLength: Float

  /// Takes the parts of `field`.
  init(_ field: SegmentField, in frame: SegmentFrame) throws(IndexError) {
    kind = field.kind
    documentCount = frame.documentCount
    postings = frame[.postings]
    skips = frame[.skips]
    positions = frame[.positions]
    norms = field.kind == .text ? try NormsReader(field, in: frame) : nil
    impactLength = field.impactLength
  }
}
