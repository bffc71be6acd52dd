/// Finds the documents that all of several posting lists have, a run at a time.
///
/// A run is a range of doc ids in which every list stays within one block, so that a document's place
/// in each list's block, by which its frequency and positions are found, is known for all of it.
struct ConjunctionWalk {
  /// The lists, rarest first.
  private var cursors: [PostingCursor]
  /// How many documents of the run have all.
  private(set) var count = 0
  /// Their doc ids.
  private(set) var docIDs = [UInt32](repeating: 0, count: PostingsFormat.blockCount)
  /// For each list one block's room: at list × 128 + index the place of document `index`.
  private var places: [UInt8]
  private var matches = PostingMatch.room()
  private var next: DocID = 0
  private var runEnd: DocID = 0
  private var hasPositions = false

  /// - Precondition: at least one list; the rarest is first.
  init(_ cursors: [PostingCursor]) {
    self.cursors = cursors
    places = [UInt8](repeating: 0, count: PostingsFormat.blockCount * cursors.count)
  }

  /// Goes to the next run, with the lists' blocks loaded but no documents found yet; whether there is
  /// one.
  mutating func beginRun() throws(IndexError) -> Bool {
    count = 0
    hasPositions = false
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
      places[place - first] = UInt8(truncatingIfNeeded: place)
      place += 1
    }
    count = place - first
    for list in 1..<max(1, cursors.count) where count > 0 {
      let found = cursors[list].match(docIDs, 0..<count, into: &matches)
      for index in 0..<found {
        let match = matches[index]
        let candidate = Int(match.candidate)
        docIDs[index] = docIDs[candidate]
        for before in 0..<list {
          places[before << 7 + index] = places[before << 7 + candidate]
        }
        places[list << 7 + index] = match.place
      }
      count = found
    }
  }

  /// Forgets the run's documents that are not in `filter`.
  mutating func keep(_ filter: SegmentBits) {
    var kept = 0
    for index in 0..<count where filter.contains(docIDs[index]) {
      docIDs[kept] = docIDs[index]
      for list in cursors.indices { places[list << 7 + kept] = places[list << 7 + index] }
      kept += 1
    }
    count = kept
  }

  /// The best document of the list's block; nil where that is not known.
  mutating func best(_ list: Int) -> Impact? { cursors[list].blockBest }

  /// How often the list has the document at `index`.
  mutating func frequency(_ list: Int, _ index: Int) throws(IndexError) -> UInt32 {
    try cursors[list].decodeFrequencies()
    return cursors[list].frequencies[Int(places[list << 7 + index])]
  }

  /// Writes how often the list has each of the run's documents into the first of `frequencies`, which
  /// has room for a block's.
  mutating func frequencies(_ list: Int, into frequencies: inout [UInt32]) throws(IndexError) {
    try cursors[list].decodeFrequencies()
    for index in 0..<count {
      frequencies[index] = cursors[list].frequencies[Int(places[list << 7 + index])]
    }
  }

  /// Makes the positions of all of the run's documents ready, if they are not.
  ///
  /// All at once: a call for each cost more than the documents do that are not asked for.
  mutating func preparePositions() throws(IndexError) {
    guard !hasPositions, count > 0 else { return }
    hasPositions = true
    for list in cursors.indices {
      // Positions are read by the doc ids beside the place.
      try cursors[list].decodeDocIDs()
      _ = try cursors[list].seekPositions(at: Int(places[list << 7 + count - 1]))
    }
  }

  /// How often all lists have the document at `index` with the words at these places after each
  /// other.
  ///
  /// - Precondition: `preparePositions` was called in this run. There are as many places as lists.
  mutating func phraseFrequency(
    _ index: Int, _ wordPlaces: [UInt32], _ starts: inout [UInt32]
  ) -> Int {
    let first = Int(places[index])
    let found = Int(cursors[0].frequencies[first])
    if found == 1 {
      let position = cursors[0].position(0, of: first)
      guard position >= wordPlaces[0] else { return 0 }
      starts[0] = position - wordPlaces[0]
    } else {
      if starts.count < found {
        starts.append(contentsOf: repeatElement(0, count: 2 * found - starts.count))
      }
    }
    var kept = found == 1 ? 1 : self.starts(first, found, wordPlaces[0], &starts)
    for list in 1..<max(1, cursors.count) where kept > 0 {
      let at = Int(places[list << 7 + index])
      kept = Self.intersect(
        &starts, kept, with: &cursors[list], at, Int(cursors[list].frequencies[at]),
        plus: wordPlaces[list])
    }
    return kept
  }

  private func starts(
    _ at: Int, _ found: Int, _ place: UInt32, _ starts: inout [UInt32]
  ) -> Int {
    var kept = 0
    var target = starts.mutableSpan
    for number in 0..<found {
      let position = cursors[0].position(number, of: at)
      guard position >= place else { continue }
      if kept > 0, target[kept - 1] == position - place { continue }
      target[kept] = position - place
      kept += 1
    }
    return kept
  }

  @inline(__always)
  private static func intersect(
    _ starts: inout [UInt32], _ count: Int, with cursor: inout PostingCursor, _ at: Int,
    _ found: Int, plus place: UInt32
  ) -> Int {
    guard found > 0 else { return 0 }
    var position = cursor.position(0, of: at)
    // Most documents have most words once. Places are small and positions below 2^31.
    if count == 1, found == 1 { return position == starts[0] &+ place ? 1 : 0 }
    var kept = 0
    var next = 0
    var target = starts.mutableSpan
    for index in 0..<count {
      let wanted = target[index] &+ place
      while position < wanted {
        next += 1
        guard next < found else { return kept }
        position = cursor.position(next, of: at)
      }
      if position == wanted {
        target[kept] = target[index]
        kept += 1
      }
    }
    return kept
  }
}
