/// The terms of one field in several segments, walked together in byte order.
struct TermQueue {
  /// The lowest term that is left; nil at the end.
  private(set) var first: [UInt8]?
  /// Which sources have ``first``, in their order, with what each knows of it.
  private(set) var infos: [(source: Int, info: TermInfo)] = []
  private var cursors: [(source: Int, cursor: TermCursor)] = []

  /// Starts at the lowest term of `fields`, which are the segments' own, nil where one has none.
  init(_ segments: [Segment], _ fields: [SegmentField?]) throws(IndexError) {
    for (index, field) in fields.enumerated() {
      guard let field else { continue }
      var cursor = try segments[index].terms(in: field)
      if try cursor.next() { cursors.append((index, cursor)) }
    }
    findFirst()
  }

  /// Moves to the next higher term.
  mutating func next() throws(IndexError) {
    guard let first else { return }
    for index in cursors.indices.reversed() where cursors[index].cursor.term == first {
      if try !cursors[index].cursor.next() { cursors.remove(at: index) }
    }
    findFirst()
  }

  /// A look at every source: there are seldom more than ten.
  private mutating func findFirst() {
    infos.removeAll(keepingCapacity: true)
    first = nil
    for (source, cursor) in cursors {
      if let lowest = first {
        if cursor.term.lexicographicallyPrecedes(lowest) {
          infos.removeAll(keepingCapacity: true)
        } else if cursor.term != lowest {
          continue
        }
      }
      first = cursor.term
      infos.append((source, cursor.info))
    }
  }
}
