/// Counts how many documents have each value of a tag field.
struct FacetCounts {
  private let field: String
  private var column: TagColumn?
  /// By ordinal, in the segment begun.
  private var counts: [Int] = []
  private var ordinals: [Int] = []
  /// By the value's bytes: as strings, values that Unicode holds equivalent would be one.
  private var totals: [[UInt8]: Int] = [:]

  init(field: String) {
    self.field = field
  }

  /// Begins a segment; the one before is done.
  mutating func begin(_ segment: Segment) throws(IndexError) {
    try endSegment()
    guard let field = segment.field(field), field.kind == .tag else { return }
    column = try segment.tags(of: field)
    counts = [Int](repeating: 0, count: column?.valueCount ?? 0)
  }

  /// Takes in a window's documents of the segment begun.
  mutating func collect(_ window: Window, base: Int) {
    guard let column else { return }
    for slot in window.bits {
      ordinals.removeAll(keepingCapacity: true)
      column.ordinals(DocID(base + slot), into: &ordinals)
      for ordinal in ordinals { counts[ordinal] += 1 }
    }
  }

  /// The values that any document has: the most frequent first, equals in byte order.
  mutating func values() throws(IndexError) -> [FacetCount] {
    try endSegment()
    return totals.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }.map { FacetCount(value: String(decoding: $0.key, as: UTF8.self), count: $0.value) }
  }

  private mutating func endSegment() throws(IndexError) {
    guard let ended = column else { return }
    column = nil
    for ordinal in counts.indices where counts[ordinal] > 0 {
      totals[Array(try ended.value(ordinal).utf8), default: 0] += counts[ordinal]
    }
  }
}
