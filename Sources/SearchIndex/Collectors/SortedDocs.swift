/// Keeps the first documents in the order of some sort keys.
///
/// Within a segment documents are compared by what its columns hold (a tag by its ordinal, which
/// follows the order of the values); between segments, whose ordinals have nothing to do with each
/// other, by the values themselves.
struct SortedDocs: RankedCollector {
  /// A document of a segment that is done.
  private struct Entry {
    let hit: TopDocs.Hit
    /// The place in `ended` of what holds its values, and the place there.
    let segment: Int
    let place: Int
  }

  let capacity: Int
  private let keys: [SortKey]
  private var merged: [Entry] = []
  private var ended: [SegmentSort] = []
  private var segment: SegmentSort?

  /// - Precondition: `top` is at least 1.
  init(keys: [SortKey], top: Int) {
    precondition(top >= 1)
    self.keys = keys
    capacity = top
  }

  var threshold: Float { segment?.threshold ?? mergedThreshold }

  /// Begins a segment; the one before is done.
  mutating func begin(_ segment: Segment, number: Int) throws(IndexError) {
    try endSegment()
    self.segment = try SegmentSort(
      segment, number: number, keys: keys, top: capacity, threshold: mergedThreshold)
  }

  /// Takes in a window's documents of the segment begun.
  mutating func collect(_ window: Window, base: Int) {
    segment?.collect(window, base: base)
  }

  mutating func offer(_ docID: DocID, segment: Int, score: Float) {
    self.segment?.offer(docID, score: score)
  }

  /// The documents kept, first first.
  mutating func hits() throws(IndexError) -> [TopDocs.Hit] {
    try endSegment()
    return merged.map { $0.hit }
  }

  /// What documents of the next segment must score above: at equal scores the other keys decide.
  private var mergedThreshold: Float {
    guard keys.first == .score, merged.count == capacity else { return -1 }
    return merged[capacity - 1].hit.score.nextDown
  }

  private mutating func endSegment() throws(IndexError) {
    guard let segment else { return }
    self.segment = nil
    ended.append(segment)
    let found = segment.found().map {
      Entry(hit: $0.hit, segment: ended.count - 1, place: $0.place)
    }
    merged = try merge(merged, found)
  }

  /// The first of two lists in order; of equal ones those of `left` first, whose segments come before.
  private func merge(_ left: [Entry], _ right: [Entry]) throws(IndexError) -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(min(left.count + right.count, capacity))
    var (leftPlace, rightPlace) = (0, 0)
    while result.count < capacity, leftPlace < left.count || rightPlace < right.count {
      var takesRight = leftPlace == left.count
      if !takesRight, rightPlace < right.count {
        takesRight = try isBefore(right[rightPlace], left[leftPlace])
      }
      result.append(takesRight ? right[rightPlace] : left[leftPlace])
      if takesRight { rightPlace += 1 } else { leftPlace += 1 }
    }
    return result
  }

  private func isBefore(_ left: Entry, _ right: Entry) throws(IndexError) -> Bool {
    for key in keys.indices {
      let value = try ended[left.segment].value(key: key, place: left.place)
      let other = try ended[right.segment].value(key: key, place: right.place)
      let order = value.compare(other, isDescending: keys[key].isDescending)
      if order != 0 { return order < 0 }
    }
    return false
  }
}

extension SortKey {
  /// Whether larger values come first.
  var isDescending: Bool {
    switch self {
    case .score: true
    case .number(_, let descending), .tag(_, let descending): descending
    }
  }
}

/// What a document has for a sort key.
enum SortValue: Equatable {
  case missing
  case score(Float)
  case number(Int64)
  case tag(String)

  /// Negative where this comes first, positive where `other` does, 0 where neither.
  ///
  /// A missing value comes last either way.
  func compare(_ other: SortValue, isDescending: Bool) -> Int {
    let ascending: Int
    switch (self, other) {
    case (.missing, .missing): return 0
    case (.missing, _): return 1
    case (_, .missing): return -1
    case (.score(let left), .score(let right)):
      ascending = left == right ? 0 : left < right ? -1 : 1
    case (.number(let left), .number(let right)):
      ascending = left == right ? 0 : left < right ? -1 : 1
    case (.tag(let left), .tag(let right)):
      ascending =
        left.utf8.elementsEqual(right.utf8)
        ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    case (.score, _), (.number, _), (.tag, _):
      preconditionFailure("one key has one kind of value")
    }
    return isDescending ? -ascending : ascending
  }
}
