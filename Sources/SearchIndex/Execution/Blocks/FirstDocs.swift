/// The first documents with any of several terms, which all score the same.
struct FirstDocs {
  private let limit: Int
  /// Ascending.
  private var docIDs: [DocID] = []

  /// Finds at most `limit`, at least 1.
  init(limit: Int) {
    precondition(limit >= 1)
    self.limit = limit
  }

  /// The documents that are in `filter` and have one of the terms.
  mutating func find(
    _ infos: [TermInfo], in lists: FieldPostings, filter: SegmentBits?
  ) throws(IndexError) -> [DocID] {
    docIDs.removeAll(keepingCapacity: true)
    var spare = SpareCursor()
    for info in infos {
      if info.documentFrequency == 1 {
        if filter?.contains(info.singleDocID) ?? true { insert(info.singleDocID) }
        continue
      }
      var walk = try spare.open(info, in: lists)
      var docID = try walk.next()
      while docID != .end, docIDs.count < limit || docID < docIDs[limit - 1] {
        if filter?.contains(docID) ?? true { insert(docID) }
        docID = try walk.next()
      }
      spare.keep(walk)
    }
    return docIDs
  }

  private mutating func insert(_ docID: DocID) {
    var place = docIDs.count
    while place > 0, docIDs[place - 1] > docID { place -= 1 }
    if place > 0, docIDs[place - 1] == docID { return }
    guard place < limit else { return }
    if docIDs.count == limit { docIDs.removeLast() }
    docIDs.insert(docID, at: place)
  }
}
