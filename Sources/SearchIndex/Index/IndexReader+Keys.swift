extension IndexReader {
  /// Keys of documents that are not deleted, at most `count`, from the place `start` on in document order;
  /// `next` is the place after them, nil at the end.
  ///
  /// - Precondition: `start` and `count` are not negative.
  public func keys(
    from start: Int, count: Int
  ) throws(IndexError) -> (keys: [String], next: Int?) {
    precondition(start >= 0 && count >= 0)
    var keys: [String] = []
    // The place of the segment's first document.
    var base = 0
    for segment in segments {
      let end = base + segment.documentCount
      var place = max(start, base)
      while place < end {
        guard keys.count < count else { return (keys, place) }
        let docID = DocID(place - base)
        if segment.isLive(docID) { keys.append(try segment.key(docID)) }
        place += 1
      }
      base = end
    }
    return (keys, nil)
  }
}
