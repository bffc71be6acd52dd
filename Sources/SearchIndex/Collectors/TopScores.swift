/// Keeps the best-scored documents: a heap whose root is the worst of those kept.
struct TopScores: RankedCollector {
  private let top: Int
  private var heap: [TopDocs.Hit] = []
  private(set) var threshold: Float = -1

  /// - Precondition: `top` is at least 1.
  init(top: Int) {
    precondition(top >= 1)
    self.top = top
    heap.reserveCapacity(min(top, 1_024))
  }

  var capacity: Int { top }

  mutating func offer(_ docID: DocID, segment: Int, score: Float) {
    let hit = TopDocs.Hit(segment: segment, docID: docID, score: score)
    if heap.count == top {
      guard Self.isWorse(heap[0], hit) else { return }
      heap[0] = hit
      siftDown()
    } else {
      heap.append(hit)
      siftUp()
    }
    if heap.count == top { threshold = heap[0].score }
  }

  /// Takes in a window's documents.
  mutating func collect(_ window: Window, segment: Int, base: Int) {
    for slot in window.bits {
      let score = Float(window.scores[slot])
      if score > threshold { offer(DocID(base + slot), segment: segment, score: score) }
    }
  }

  /// The documents kept, best first.
  func hits() -> [TopDocs.Hit] {
    heap.sorted { Self.isWorse($1, $0) }
  }

  private static func isWorse(_ left: TopDocs.Hit, _ right: TopDocs.Hit) -> Bool {
    if left.score != right.score { return left.score < right.score }
    return (left.segment, left.docID) > (right.segment, right.docID)
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.isWorse(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = 2 * parent + 1
      guard worst < heap.count else { return }
      if worst + 1 < heap.count, Self.isWorse(heap[worst + 1], heap[worst]) { worst += 1 }
      guard Self.isWorse(heap[worst], heap[parent]) else { return }
      heap.swapAt(worst, parent)
      parent = worst
    }
  }
}
