/// Which documents a merge keeps, and in what order.
struct MergeOrder {
  /// For each source, the new doc id of each document, or ``DocID/end`` for a deleted one.
  let newDocIDs: [[DocID]]
  /// The number of documents that live on.
  let documentCount: Int
  /// By new doc id, where the document is now; empty where the order is plain.
  private let places: [Place]

  private struct Place {
    var source: UInt32
    var docID: DocID
  }

  /// Keeps the live documents of `sources`.
  ///
  /// Without an `order` they stand as they do now, one source's after the other's: a plain merge.
  /// An order has the doc ids of a plain merge, each once, as their documents are to follow.
  init(_ sources: [MergeSource], order: [DocID]? = nil) {
    var next: DocID = 0
    let plain = sources.map { source in
      (0..<DocID(source.segment.documentCount)).map { docID in
        guard source.liveDocs.isLive(docID) else { return DocID.end }
        next += 1
        return next - 1
      }
    }
    documentCount = Int(next)
    guard let order else {
      newDocIDs = plain
      places = []
      return
    }
    precondition(order.count == documentCount, "an order of all documents")
    var newDocIDs = [DocID](repeating: .end, count: order.count)
    for (newDocID, docID) in order.enumerated() {
      precondition(newDocIDs[Int(docID)] == .end, "an order has each document once")
      newDocIDs[Int(docID)] = DocID(newDocID)
    }
    self.newDocIDs = plain.map { $0.map { $0 == .end ? .end : newDocIDs[Int($0)] } }
    var places = [Place](repeating: Place(source: 0, docID: 0), count: order.count)
    for (source, docIDs) in self.newDocIDs.enumerated() {
      for (docID, newDocID) in docIDs.enumerated() where newDocID != .end {
        places[Int(newDocID)] = Place(source: UInt32(source), docID: DocID(docID))
      }
    }
    self.places = places
  }

  /// Whether the documents of a source keep their order, and follow those of the source before.
  var isPlain: Bool { places.isEmpty }

  /// Calls `body` with the source and the doc id there of each document, in the new order.
  func forEachDocument<Failure: Error>(
    _ body: (Int, DocID) throws(Failure) -> Void
  ) throws(Failure) {
    for place in places { try body(Int(place.source), place.docID) }
    guard isPlain else { return }
    for (source, docIDs) in newDocIDs.enumerated() {
      for (docID, newDocID) in docIDs.enumerated() where newDocID != .end {
        try body(source, DocID(docID))
      }
    }
  }
}
