/// A cursor that nobody uses any more, for whoever walks over the postings of many terms, one after the
/// other: its memory is used again.
struct SpareCursor {
  private var cursor: PostingCursor?

  /// Opens the postings of a term, in the memory of the cursor that was kept last.
  mutating func open(
    _ info: TermInfo, in lists: FieldPostings
  ) throws(IndexError) -> PostingCursor {
    guard var opened = cursor.take() else { return try PostingCursor(info, in: lists) }
    try opened.reopen(info, in: lists)
    return opened
  }

  /// Keeps a cursor that is done with.
  mutating func keep(_ used: consuming PostingCursor) { cursor = used }
}
