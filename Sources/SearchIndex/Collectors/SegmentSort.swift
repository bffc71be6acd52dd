/// Keeps a segment's first documents in the order of some sort keys: a heap whose root is the last
/// of those kept, and no allocation a document.
struct SegmentSort {
  /// Where a key's values come from.
  private enum Source {
    case score
    case number(NumberColumn)
    case tag(TagColumn)
    /// The segment has no such column.
    case nothing
  }

  /// A value of a key within this segment, the smaller the earlier.
  private struct Rank {
    /// A missing value comes last, whichever way the key goes.
    var isMissing = true
    var value: Int64 = 0
  }

  private struct Kept {
    var docID: DocID
    var score: Float
    /// Which of the places in `ranks` holds its values.
    var place: Int
  }

  private let number: Int
  private let top: Int
  private let keyCount: Int
  private var sources: [(source: Source, isDescending: Bool)] = []
  private var heap: [Kept] = []
  /// `keyCount` values a place.
  private var ranks: [Rank] = []
  /// The values of the document being looked at.
  private var current: [Rank]

  init(_ segment: Segment, number: Int, keys: [SortKey], top: Int) throws(IndexError) {
    self.number = number
    self.top = top
    keyCount = keys.count
    current = [Rank](repeating: Rank(), count: keys.count)
    for key in keys {
      sources.append((try Self.source(key, in: segment), key.isDescending))
    }
  }

  private static func source(_ key: SortKey, in segment: Segment) throws(IndexError) -> Source {
    switch key {
    case .score:
      return .score
    case .number(let name, _):
      guard let field = segment.field(name), field.kind == .number else { return .nothing }
      return try segment.numbers(of: field).map { .number($0) } ?? .nothing
    case .tag(let name, _):
      guard let field = segment.field(name), field.kind == .tag else { return .nothing }
      return try segment.tags(of: field).map { .tag($0) } ?? .nothing
    }
  }

  /// Takes in a window's documents; bases ascend.
  mutating func collect(_ window: Window, base: Int) {
    for slot in window.bits {
      let docID = DocID(base + slot)
      load(docID, score: Float(window.scores[slot]))
      if heap.count == top {
        // At equal values the earlier document stays.
        let place = heap[0].place
        guard compareCurrent(with: place) < 0 else { continue }
        heap[0].docID = docID
        heap[0].score = Float(window.scores[slot])
        store(at: place)
        siftDown()
      } else {
        let place = heap.count
        ranks.append(contentsOf: current)
        heap.append(Kept(docID: docID, score: Float(window.scores[slot]), place: place))
        siftUp()
      }
    }
  }

  /// The documents kept, first first, with the values that other segments' are compared with.
  func found() throws(IndexError) -> [(TopDocs.Hit, [SortValue])] {
    var found: [(TopDocs.Hit, [SortValue])] = []
    for kept in heap.sorted(by: { isLater($1, $0) }) {
      var values: [SortValue] = []
      for key in 0..<keyCount {
        values.append(try value(of: ranks[kept.place * keyCount + key], key: key, kept))
      }
      found.append(
        (TopDocs.Hit(segment: number, docID: kept.docID, score: kept.score), values))
    }
    return found
  }

  private func value(of rank: Rank, key: Int, _ kept: Kept) throws(IndexError) -> SortValue {
    guard !rank.isMissing else { return .missing }
    let value = sources[key].isDescending ? ~rank.value : rank.value
    switch sources[key].source {
    case .score: return .score(kept.score)
    case .number: return .number(value)
    case .tag(let column): return .tag(try column.value(Int(value)))
    case .nothing: return .missing
    }
  }

  private mutating func load(_ docID: DocID, score: Float) {
    for key in 0..<keyCount {
      var rank = Rank()
      switch sources[key].source {
      case .score:
        rank = Rank(isMissing: false, value: Self.ordered(score))
      case .number(let column):
        if let value = column.value(docID) { rank = Rank(isMissing: false, value: value) }
      case .tag(let column):
        if let ordinal = column.firstOrdinal(docID) {
          rank = Rank(isMissing: false, value: Int64(ordinal))
        }
      case .nothing:
        break
      }
      // The complement turns the order round without overflow.
      if sources[key].isDescending { rank.value = ~rank.value }
      current[key] = rank
    }
  }

  /// A number that orders as the score does.
  private static func ordered(_ score: Float) -> Int64 {
    // Adding 0 makes -0 the same as 0.
    let bits = Int32(bitPattern: (score + 0).bitPattern)
    return Int64(bits >= 0 ? bits : bits ^ Int32.max)
  }

  private mutating func store(at place: Int) {
    for key in 0..<keyCount { ranks[place * keyCount + key] = current[key] }
  }

  private func compareCurrent(with place: Int) -> Int {
    for key in 0..<keyCount {
      let order = Self.compare(current[key], ranks[place * keyCount + key])
      if order != 0 { return order }
    }
    return 0
  }

  private static func compare(_ left: Rank, _ right: Rank) -> Int {
    if left.isMissing != right.isMissing { return left.isMissing ? 1 : -1 }
    if left.isMissing || left.value == right.value { return 0 }
    return left.value < right.value ? -1 : 1
  }

  private func isLater(_ left: Kept, _ right: Kept) -> Bool {
    for key in 0..<keyCount {
      let order = Self.compare(
        ranks[left.place * keyCount + key], ranks[right.place * keyCount + key])
      if order != 0 { return order > 0 }
    }
    return left.docID > right.docID
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isLater(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var last = 2 * parent + 1
      guard last < heap.count else { return }
      if last + 1 < heap.count, isLater(heap[last + 1], heap[last]) { last += 1 }
      guard isLater(heap[last], heap[parent]) else { return }
      heap.swapAt(last, parent)
      parent = last
    }
  }
}
