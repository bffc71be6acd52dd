/// The norms of a text field.
///
///     part of `norms` = norm:u8{documentCount}     see ``NormEncoding``; 0: no tokens
///
/// Example: three documents of 1, 0 and 40 tokens: `01 00 28`.
struct NormsReader: Sendable {
  /// The norms by doc id.
  let bytes: SectionBytes

  /// Opens the norms of `field`; `SegmentField.decodeAll` has checked that there is one a document.
  init(_ field: SegmentField, in frame: SegmentFrame) throws(IndexError) {
    bytes = try frame[.norms].range(at: field.norms.offset, length: field.norms.length)
  }

  /// The norm of a document.
  ///
  /// - Precondition: `docID` is one of the segment's.
  func norm(_ docID: DocID) -> UInt8 {
    precondition(Int(docID) < bytes.count)
    return bytes.load(Int(docID))
  }
}
