/// Gathers a term's postings in whatever order they come, and writes them in that of their doc ids.
struct PostingSorter {
  private let kind: FieldKind
  /// A posting each: its doc id, then when it came, 32 bits each.
  private var keys: [UInt64] = []
  private var sorted: [UInt64] = []
  /// The positions of all postings as they came, and where those of each begin.
  private var positions: [UInt32] = []
  private var starts: [Int] = [0]
  private var docPositions: [UInt32] = []

  /// Gathers postings of fields of `kind`.
  init(kind: FieldKind) {
    self.kind = kind
  }

  /// Adds the postings of a term that go on living, with the doc ids that `newDocIDs` gives them.
  mutating func add(
    _ info: TermInfo, _ lists: FieldPostings, _ newDocIDs: [DocID]
  ) throws(IndexError) {
    var cursor = try PostingCursor(info, in: lists)
    while try cursor.next() != .end {
      let newDocID = newDocIDs[Int(cursor.docID)]
      guard newDocID != .end else { continue }
      keys.append(UInt64(newDocID) << 32 | UInt64(keys.count))
      guard kind == .text else { continue }
      try cursor.positions(into: &docPositions)
      positions.append(contentsOf: docPositions)
      starts.append(positions.count)
    }
  }

  /// Writes what was added, and forgets it.
  mutating func write(
    norms: [UInt8], by writer: inout PostingsWriter, to segment: inout SegmentWriter
  ) throws(IndexError) {
    sort()
    for key in keys {
      let docID = DocID(key >> 32)
      guard kind == .text else {
        try writer.add(docID, to: &segment)
        continue
      }
      let place = Int(key & 0xFFFF_FFFF)
      docPositions.removeAll(keepingCapacity: true)
      docPositions.append(contentsOf: positions[starts[place]..<starts[place + 1]])
      try writer.add(docID, norm: norms[Int(docID)], positions: docPositions, to: &segment)
    }
    keys.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  /// Long lists a byte of the doc id a pass, from the last to the first.
  private mutating func sort() {
    guard keys.count > 256 else {
      keys.sort()
      return
    }
    let highest = keys.reduce(0, max) >> 32
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: keys)
    var shift: UInt64 = 32
    while highest >> (shift - 32) > 0 {
      Self.distribute(keys, shift, into: &sorted)
      swap(&keys, &sorted)
      shift += 8
    }
  }

  private static func distribute(
    _ keys: [UInt64], _ shift: UInt64, into target: inout [UInt64]
  ) {
    let keys = keys.span
    var starts = [Int](repeating: 0, count: 257)
    for index in keys.indices { starts[Int(keys[index] >> shift & 0xFF) + 1] += 1 }
    for digit in 1..<256 { starts[digit] += starts[digit - 1] }
    var target = target.mutableSpan
    for index in keys.indices {
      let digit = Int(keys[index] >> shift & 0xFF)
      target[starts[digit]] = keys[index]
      starts[digit] += 1
    }
  }
}
