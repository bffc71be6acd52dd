/// A field of one inverter with its terms in byte order.
struct SortedField: Sendable {
  /// The field.
  let field: FieldInverter
  /// Its terms in byte order.
  let terms: [TermTable.Key]

  /// Sorts the terms of a field.
  init(_ field: FieldInverter) {
    self.field = field
    terms = field.table.sorted()
  }
}

/// A stretch of the byte order of a field's terms: those between two borders, in every inverter.
struct TermSlice: Sendable {
  /// The places of the terms among the sorted ones, for each inverter.
  var ranges: [Range<Int>]
  /// The number of occurrences.
  var count = 0

  /// Cuts the terms of one field into slices, in byte order, of about the same weight.
  ///
  /// There are at least `pieces` slices, if there are terms enough, and none has many more than
  /// `countMax` occurrences, unless one term has. Terms that share eight bytes stay together.
  /// The last slice is lighter by `aside`: what the thread that has it does besides.
  static func cut(
    _ sources: [SortedField], pieces: Int, aside: Int = 0, countMax: Int
  ) -> [TermSlice] {
    let count = sources.reduce(0) { $0 + $1.field.stream.count }
    if pieces <= 1, count <= countMax {
      return [TermSlice(ranges: sources.map { $0.terms.indices }, count: count)]
    }
    let total = sources.reduce(count + aside) { $0 + termWeight * $1.terms.count }
    let weightMax = (total + pieces - 1) / max(1, pieces) + 1
    var slices: [TermSlice] = []
    var places = [Int](repeating: 0, count: sources.count)
    var slice = TermSlice(ranges: places.map { $0..<$0 })
    var weight = 0
    while let prefix = lowestPrefix(sources, places) {
      if weight >= weightMax || slice.count >= countMax {
        slices.append(slice)
        slice = TermSlice(ranges: places.map { $0..<$0 })
        weight = 0
      }
      for index in sources.indices {
        let terms = sources[index].terms
        var place = places[index]
        while place < terms.count, terms[place].prefix == prefix {
          let count = Int(sources[index].field.counts[Int(terms[place].number)])
          slice.count += count
          weight += count + termWeight
          place += 1
        }
        places[index] = place
        slice.ranges[index] = slice.ranges[index].lowerBound..<place
      }
    }
    slices.append(slice)
    return slices
  }

  /// How many occurrences take as long as a term that has them.
  private static let termWeight = 12

  private static func lowestPrefix(_ sources: [SortedField], _ places: [Int]) -> UInt64? {
    var lowest: UInt64?
    for index in sources.indices where places[index] < sources[index].terms.count {
      let prefix = sources[index].terms[places[index]].prefix
      lowest = min(lowest ?? prefix, prefix)
    }
    return lowest
  }
}
