/// The postings of a slice of a field's terms: what the inverters hold in the order of documents,
/// put into the order of terms.
///
/// That is one pass over the streams, a distribution by counts known beforehand: within a term,
/// documents and positions come out ascending by themselves.
struct SlicePostings: Sendable {
  /// A term of the slice, by the inverter that has it first.
  struct Term: Sendable {
    /// The inverter.
    var source: Int
    /// The term's number there.
    var number: UInt32
  }

  /// The terms in byte order.
  private(set) var terms: [Term] = []
  /// Where each term's occurrences end in ``occurrences``; they start where the term before ends.
  private(set) var ends: [UInt32] = []
  /// Document × 2^32 + position, and one place more for what is not of the slice.
  private(set) var occurrences: [UInt64] = []

  /// For each inverter, the place of each of its terms in ``terms``.
  private var places: [[UInt32]] = []

  /// Gathers the postings of `slice`.
  init(_ slice: TermSlice, of sources: [SortedField]) {
    places = sources.map { [UInt32](repeating: .max, count: $0.field.table.count) }
    order(slice, of: sources)
    // Terms of other slices go to the place after the last, over and over.
    let outside = UInt32(terms.count)
    for source in places.indices where slice.ranges[source].count < places[source].count {
      for index in places[source].indices where places[source][index] == .max {
        places[source][index] = outside
      }
    }
    occurrences = [UInt64](repeating: 0, count: slice.count + 1)
    ends.append(UInt32(slice.count))
    distribute(sources)
  }

  /// Where the occurrences of the term at `index` lie.
  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// The place among ``terms`` of a term of the slice.
  func place(of number: UInt32, in source: Int) -> UInt32 { places[source][Int(number)] }

  /// Merges the terms; sets ``terms``, ``places``, and ``ends`` to where each term starts.
  private mutating func order(_ slice: TermSlice, of sources: [SortedField]) {
    var next = slice.ranges.map { $0.lowerBound }
    let longest = slice.ranges.map { $0.count }.max() ?? 0
    terms.reserveCapacity(longest)
    ends.reserveCapacity(longest + 1)
    var start: UInt32 = 0
    while true {
      var lowest: Int?
      for source in sources.indices where next[source] < slice.ranges[source].upperBound {
        if let other = lowest, !Self.precedes(sources, source, other, next) { continue }
        lowest = source
      }
      guard let lowest else { return }
      let first = sources[lowest].terms[next[lowest]]
      ends.append(start)
      for source in lowest..<sources.count where next[source] < slice.ranges[source].upperBound {
        let key = sources[source].terms[next[source]]
        guard
          source == lowest
            || (key.prefix == first.prefix
              && sources[source].field.table.isEqual(
                key.number, sources[lowest].field.table, first.number))
        else { continue }
        places[source][Int(key.number)] = UInt32(terms.count)
        start += sources[source].field.counts[Int(key.number)]
        next[source] += 1
      }
      terms.append(Term(source: lowest, number: first.number))
    }
  }

  private static func precedes(
    _ sources: [SortedField], _ first: Int, _ second: Int, _ next: [Int]
  ) -> Bool {
    let firstKey = sources[first].terms[next[first]]
    let secondKey = sources[second].terms[next[second]]
    if firstKey.prefix != secondKey.prefix { return firstKey.prefix < secondKey.prefix }
    return sources[first].field.table.precedes(
      firstKey.number, sources[second].field.table, secondKey.number)
  }

  /// Goes through the documents in order, whichever inverter has them.
  private mutating func distribute(_ sources: [SortedField]) {
    var readers = sources.map { StreamReader($0.field.stream) }
    while true {
      var first: Int?
      for index in readers.indices {
        guard let docID = readers[index].docID else { continue }
        if let other = first, let lower = readers[other].docID, lower <= docID { continue }
        first = index
      }
      guard let first else { return }
      // Neighbouring documents mostly come from the same inverter.
      let limit =
        readers.indices.lazy.filter { $0 != first }
        .compactMap { readers[$0].docID }.min() ?? .max
      let places = places[first]
      while let docID = readers[first].docID, docID < limit {
        readers[first].distribute(places.span, &ends, &occurrences)
      }
    }
  }
}
