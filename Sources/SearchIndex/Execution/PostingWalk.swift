/// A posting cursor that knows where it stands, as the executors use it: doc ids are `Int`s, and
/// nothing is decoded before the first move.
struct PostingWalk {
  /// Where it stands past the last document.
  static let end = Int(DocID.end)

  private var cursor: PostingCursor
  /// The document it stands on; -1 before the first move, `PostingWalk.end` after the last.
  private(set) var docID = -1

  init(_ cursor: PostingCursor) {
    self.cursor = cursor
  }

  /// Moves to the next document.
  mutating func next() throws(IndexError) -> Int {
    docID = Int(try cursor.next())
    return docID
  }

  /// Moves to the first document that is at least `target`; stays where it already is there.
  mutating func advance(to target: Int) throws(IndexError) -> Int {
    if docID < target { docID = Int(try cursor.advance(to: DocID(clamping: target))) }
    return docID
  }

  /// How often the term occurs in the document.
  mutating func frequency() throws(IndexError) -> Int {
    try cursor.frequency()
  }

  /// Where the term occurs in the document.
  mutating func positions(into positions: inout [UInt32]) throws(IndexError) {
    try cursor.positions(into: &positions)
  }
}
