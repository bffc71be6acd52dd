/// Finds the documents that all of several posting lists have, a run at a time.
///
/// A run is a range of doc ids in which every list stays within one block, so that a document's place
/// in each list's block, by which its frequency and positions are found, is known for all of it.
struct ConjunctionWalk {
  /// The lists, rarest first.
  private(set) var cursors: [PostingCursor]
  /// How many documents of the run have all.
  private(set) var count = 0
  /// Their doc ids.
  private(set) var docIDs = [UInt32](repeating: 0, count: PostingsFormat.blockCount)
  /// For each list one block's room: at list × 128 + index the place of document `index`.
  private var places: [Int]
  private var matches = [PostingMatch](
    repeating: PostingMatch(candidate: 0, place: 0), count: PostingsFormat.blockCount)
  private var next: DocID = 0
  private var runEnd: DocID = 0

  /// - Precondition: at least one list; the rarest is first.
  init(_ cursors: [PostingCursor]) {
    self.cursors = cursors
    places = [Int](repeating: 0, count: PostingsFormat.blockCount * cursors.count)
  }

  /// Goes to the next run, with the lists' blocks loaded but no documents found yet; whether there is
  /// one.
  mutating func beginRun() throws(IndexError) -> Bool {
    count = 0
    guard try cursors[0].load(reaching: next) else { return false }
    try cursors[0].decodeDocIDs()
    next = cursors[0].docIDs[cursors[0].place(reaching: next, from: 0)]
    runEnd = cursors[0].blockLastDocID
    for list in 1..<max(1, cursors.count) {
      guard try cursors[list].load(reaching: next) else { return false }
      runEnd = min(runEnd, cursors[list].blockLastDocID)
    }
    return true
  }

  /// Passes over the run.
  mutating func endRun() { next = runEnd + 1 }

  /// Finds the run's documents.
  mutating func findDocuments() throws(IndexError) {
    let first = cursors[0].place(reaching: next, from: 0)
    var place = first
    while place < cursors[0].blockDocs, cursors[0].docIDs[place] <= runEnd {
      docIDs[place - first] = cursors[0].docIDs[place]
      places[place - first] = place
      place += 1
    }
    count = place - first
    for list in 1..<max(1, cursors.count) where count > 0 {
      let found = cursors[list].match(docIDs, 0..<count, into: &matches)
      for index in 0..<found {
        let match = matches[index]
        docIDs[index] = docIDs[match.candidate]
        for before in 0..<list {
          places[before << 7 + index] = places[before << 7 + match.candidate]
        }
        places[list << 7 + index] = match.place
      }
      count = found
      // Positions are read by the doc ids beside the place.
      if found > 0 { try cursors[list].decodeDocIDs() }
    }
  }

  /// How often the list has the document at `index`.
  mutating func frequency(_ list: Int, _ index: Int) throws(IndexError) -> UInt32 {
    try cursors[list].decodeFrequencies()
    return cursors[list].frequencies[places[list << 7 + index]]
  }

  /// Where the list has the document at `index`, in place of what `target` holds.
  mutating func positions(
    _ list: Int, _ index: Int, into target: inout [UInt32]
  ) throws(IndexError) {
    try cursors[list].positions(at: places[list << 7 + index], into: &target)
  }
}
