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

  /// The most documents that are kept.
  let capacity: Int
  /// Below 0 where scores are not the first key, as they then keep none from being kept.
  private(set) var threshold: Float
  private let number: Int
  private let isRanked: Bool
  private let keyCount: Int
  private var sources: [(source: Source, isDescending: Bool)] = []
  private var heap: [Kept] = []
  /// `keyCount` values a place.
  private var ranks: [Rank] = []
  /// The values of the document being looked at.
  private var current: [Rank]

  /// Begins a segment, which keeps nothing with a score up to `threshold`.
  init(
    _ segment: Segment, number: Int, keys: [SortKey], top: Int, threshold: Float
  ) throws(IndexError) {
    self.number = number
    self.threshold = threshold
    capacity = top
    isRanked = keys.first == .score
    keyCount = keys.count
    current = [Rank](repeating: Rank(), count: keys.count)
    let room = min(top, 1_024)
    heap.reserveCapacity(room)
    ranks.reserveCapacity(room * keys.count)
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
      offer(DocID(base + slot), score: Float(window.scores[slot]))
    }
  }

  /// Takes in a document.
  mutating func offer(_ docID: DocID, score: Float) {
    guard !isRanked || score > threshold else { return }
    load(docID, score: score)
    if heap.count == capacity {
      // At equal values the earlier document stays.
      let place = heap[0].place
      let order = compareCurrent(with: place)
      guard order < 0 || order == 0 && docID < heap[0].docID else { return }
      heap[0].docID = docID
      heap[0].score = score
      store(at: place)
      siftDown()
    } else {
      let place = heap.count
      ranks.append(contentsOf: current)
      heap.append(Kept(docID: docID, score: score, place: place))
      siftUp()
    }
    // At equal scores the other keys decide, so that an equal one must still be offered.
    if isRanked, heap.count == capacity { threshold = max(threshold, heap[0].score.nextDown) }
  }

  /// The documents kept, first first, with the place of their values.
  func found() -> [(hit: TopDocs.Hit, place: Int)] {
    heap.sorted { isLater($1, $0) }.map {
      (TopDocs.Hit(segment: number, docID: $0.docID, score: $0.score), $0.place)
    }
  }

  /// What the document of a place has for a key, as it compares with those of other segments.
  func value(key: Int, place: Int) throws(IndexError) -> SortValue {
    let rank = ranks[place * keyCount + key]
    guard !rank.isMissing else { return .missing }
    let value = sources[key].isDescending ? ~rank.value : rank.value
    switch sources[key].source {
    case .score: return .score(Self.score(value))
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

  /// The score that has this number.
  private static func score(_ ordered: Int64) -> Float {
    let bits = Int32(ordered)
    return Float(bitPattern: UInt32(bitPattern: bits >= 0 ? bits : bits ^ Int32.max))
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
