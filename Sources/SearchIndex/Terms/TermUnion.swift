/// Terms gathered from several segments, those of each in byte order.
struct TermUnion {
  private let segmentCount: Int
  private var entries: [(term: [UInt8], info: TermInfo, segment: Int)] = []

  init(segmentCount: Int) {
    self.segmentCount = segmentCount
  }

  /// Notes that a segment has a term.
  mutating func add(_ term: [UInt8], _ info: TermInfo, segment: Int) {
    entries.append((term, info, segment))
  }

  /// All of them in byte order, each once, with the number of terms that were added before it was.
  func terms(of field: String) -> [(term: PlanTerm, first: Int)] {
    var terms: [(term: PlanTerm, first: Int)] = []
    terms.reserveCapacity(entries.count)
    if segmentCount == 1 {
      for (number, entry) in entries.enumerated() {
        terms.append(
          (PlanTerm(field: field, term: entry.term, infos: SegmentInfos(only: entry.info)), number))
      }
      return terms
    }
    let order = entries.indices.sorted {
      entries[$0].term.lexicographicallyPrecedes(entries[$1].term)
    }
    var index = 0
    while index < order.count {
      let first = order[index]
      var infos = [TermInfo?](repeating: nil, count: segmentCount)
      while index < order.count, entries[order[index]].term == entries[first].term {
        infos[entries[order[index]].segment] = entries[order[index]].info
        index += 1
      }
      terms.append(
        (PlanTerm(field: field, term: entries[first].term, infos: SegmentInfos(infos)), first))
    }
    return terms
  }
}
