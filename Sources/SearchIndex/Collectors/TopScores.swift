/// Keeps the best-scored documents: a heap whose root is the worst of those kept.
struct TopScores {
  private let top: Int
  private var heap: [TopDocs.Hit] = []

  /// - Precondition: `top` is at least 1.
  init(top: Int) {
    precondition(top >= 1)
    self.top = top
  }

  /// Takes in a window's documents.
  ///
  /// - Precondition: segments and bases come in ascending order, so that a document only displaces
  ///   one of a lower score, never an equal.
  mutating func collect(_ window: Window, segment: Int, base: Int) {
    for slot in window.bits {
      let score = window.scores[slot]
      if heap.count == top {
        guard score > heap[0].score else { continue }
        heap[0] = TopDocs.Hit(segment: segment, docID: DocID(base + slot), score: score)
        siftDown()
      } else {
        heap.append(TopDocs.Hit(segment: segment, docID: DocID(base + slot), score: score))
        siftUp()
      }
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
