/// Which terms each document has: the posting lists turned round.
///
/// Terms of all text fields count, those of two fields as two; terms that nearly no document has,
/// or more than half of them, tell too little of where a document belongs.
///
/// Four bytes a posting and four a document.
struct ForwardIndex: Sendable {
  /// The number of documents.
  let documentCount: Int
  /// The number of terms; they are numbered from the rarest.
  let termCount: Int
  /// The terms of all documents, one document's after the other's, each in ascending order.
  let terms: [UInt32]
  /// Where a document's terms begin; one more for the end.
  let starts: [UInt32]

  /// Takes documents as they are.
  init(_ documents: [[UInt32]], termCount: Int) {
    documentCount = documents.count
    self.termCount = termCount
    terms = documents.flatMap { $0 }
    var starts: [UInt32] = [0]
    for document in documents { starts.append(starts[starts.count - 1] + UInt32(document.count)) }
    self.starts = starts
  }

  /// Reads the live documents of `sources`, numbered as a plain merge numbers them.
  ///
  /// Deleted documents count in the frequencies by which terms are chosen. The commonest terms are
  /// left out where there would be more than `postingsMax` postings: each takes the most room, and
  /// tells documents apart the least.
  init(
    _ sources: [MergeSource], documentFrequencyMin: Int, postingsMax: Int
  ) throws(IndexError) {
    let order = MergeOrder(sources)
    documentCount = order.documentCount
    let least = max(1, documentFrequencyMin)
    var lists = try Self.lists(sources, frequencies: least...max(least, documentCount / 2))
    var postings = 0
    let kept = lists.firstIndex { list in
      postings += list.documentFrequency
      return postings > postingsMax
    }
    if let kept { lists.removeSubrange(kept...) }
    termCount = lists.count
    var counts = [UInt32](repeating: 0, count: documentCount + 1)
    for list in lists {
      try list.forEachDocument(order) { counts[Int($0)] += 1 }
    }
    var next: UInt32 = 0
    for docID in counts.indices {
      let count = counts[docID]
      counts[docID] = next
      next += count
    }
    starts = counts
    var terms = [UInt32](repeating: 0, count: Int(next))
    for (number, list) in lists.enumerated() {
      try list.forEachDocument(order) { docID in
        terms[Int(counts[Int(docID)])] = UInt32(number)
        counts[Int(docID)] += 1
      }
    }
    self.terms = terms
  }

  /// How many postings fit into so much memory, with the copy of them that a bisection makes.
  static func postingsMax(memoryBytes: Int) -> Int {
    min(max(0, memoryBytes) / 8, Int(UInt32.max))
  }

  /// The posting lists of the terms of text fields with a frequency among `frequencies`, the rarest
  /// first, equals in the order of fields and terms.
  private static func lists(
    _ sources: [MergeSource], frequencies: ClosedRange<Int>
  ) throws(IndexError) -> [TermLists] {
    let segments = sources.map { $0.segment }
    let names = Set(segments.flatMap { $0.fieldNames })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var lists: [TermLists] = []
    for name in names {
      let fields = segments.map { $0.field(name) }
      guard fields.contains(where: { $0?.kind == .text }) else { continue }
      let parts = segments.map { $0.parts(of: name)?.postings }
      var queue = try TermQueue(segments, fields)
      while queue.first != nil {
        let count = queue.infos.reduce(0) { $0 + $1.info.documentFrequency }
        if frequencies.contains(count) {
          lists.append(
            TermLists(number: lists.count, documentFrequency: count, infos: queue.infos, parts))
        }
        try queue.next()
      }
    }
    return lists.sorted {
      ($0.documentFrequency, $0.number) < ($1.documentFrequency, $1.number)
    }
  }
}

/// The postings of one term in several segments.
private struct TermLists {
  /// Its place among the terms that were met.
  let number: Int
  /// How many documents have it, deleted ones included.
  let documentFrequency: Int
  private let lists: [(source: Int, info: TermInfo, postings: FieldPostings)]

  /// Takes what the sources know of it; `postings` are the field's, by source.
  init(
    number: Int, documentFrequency: Int, infos: [(source: Int, info: TermInfo)],
    _ postings: [FieldPostings?]
  ) {
    self.number = number
    self.documentFrequency = documentFrequency
    lists = infos.compactMap { source, info in
      postings[source].map { (source, info, $0) }
    }
  }

  /// Calls `body` with the number in `order` of each live document.
  func forEachDocument(
    _ order: MergeOrder, _ body: (DocID) -> Void
  ) throws(IndexError) {
    for (source, info, postings) in lists {
      var cursor = try PostingCursor(info, in: postings)
      while try cursor.next() != .end {
        let newDocID = order.newDocIDs[source][Int(cursor.docID)]
        if newDocID != .end { body(newDocID) }
      }
    }
  }
}
