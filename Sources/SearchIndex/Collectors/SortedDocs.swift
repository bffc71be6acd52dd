/// Keeps the first documents in the order of some sort keys.
///
/// Within a segment documents are compared by what its columns hold (a tag by its ordinal, which
/// follows the order of the values); between segments, whose ordinals have nothing to do with each
/// other, by the values themselves.
struct SortedDocs {
  /// A document of a segment that is done.
  private struct Entry {
    let hit: TopDocs.Hit
    let values: [SortValue]
  }

  private let keys: [SortKey]
  private let top: Int
  private var merged: [Entry] = []
  private var segment: SegmentSort?

  /// - Precondition: `top` is at least 1.
  init(keys: [SortKey], top: Int) {
    precondition(top >= 1)
    self.keys = keys
    self.top = top
  }

  /// Begins a segment; the one before is done.
  mutating func begin(_ segment: Segment, number: Int) throws(IndexError) {
    try endSegment()
    self.segment = try SegmentSort(segment, number: number, keys: keys, top: top)
  }

  /// Takes in a window's documents of the segment begun.
  mutating func collect(_ window: Window, base: Int) {
    segment?.collect(window, base: base)
  }

  /// The documents kept, first first.
  mutating func hits() throws(IndexError) -> [TopDocs.Hit] {
    try endSegment()
    return merged.map { $0.hit }
  }

  private mutating func endSegment() throws(IndexError) {
    guard let ended = segment else { return }
    segment = nil
    for (hit, values) in try ended.found() { merged.append(Entry(hit: hit, values: values)) }
    let keys = keys
    merged.sort { Self.isBefore($0, $1, keys) }
    if merged.count > top { merged.removeLast(merged.count - top) }
  }

  private static func isBefore(_ left: Entry, _ right: Entry, _ keys: [SortKey]) -> Bool {
    for key in keys.indices {
      let order = left.values[key].compare(
        right.values[key], isDescending: keys[key].isDescending)
      if order != 0 { return order < 0 }
    }
    return (left.hit.segment, left.hit.docID) < (right.hit.segment, right.hit.docID)
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
