import TextAnalysis

/// What the documents of a field say, in the order in which they came: for each occurrence the
/// number of its term in a ``TermTable``, four bytes.
///
/// Nothing is sorted before the flush. (Chains of postings growing term by term, as Lucene has
/// them, took two scattered writes an occurrence here and a scattered read in the end; this takes a
/// write in a row, and a distribution by counted terms in ``SlicePostings``.)
struct TermStream {
  /// The occurrences of one text, or the tags, of a document.
  struct Run {
    /// The document.
    var docID: DocID
    /// The number of occurrences.
    var count: UInt32
    /// The norm of the document's field up to here.
    var norm: UInt8
  }

  /// An occurrence that does not stand one position after the one before in its run, or not at
  /// position 0 at the start of the run.
  struct Jump {
    /// The occurrence, counted from the start of the stream.
    var index: Int
    /// Its position.
    var position: UInt32
  }

  /// The numbers in pieces, so that growing copies nothing; a run lies in one piece.
  private(set) var pieces: [[UInt32]] = [[]]
  /// The runs in order.
  private(set) var runs: [Run] = []
  /// The jumps in order.
  private(set) var jumps: [Jump] = []
  /// The number of occurrences.
  private(set) var count = 0

  private var fullPiecesBytes = 0

  /// How many occurrences a piece is meant to hold.
  static let pieceCount = 1 << 16

  /// Starts empty.
  init() {}

  /// The bytes of memory in use.
  var memoryBytes: Int {
    fullPiecesBytes + 4 * pieces[pieces.count - 1].capacity + 12 * runs.capacity
      + 16 * jumps.capacity
  }

  /// Appends a run of the terms of a batch, put into `table`.
  mutating func append(
    _ batch: borrowing TokenBatch, numberedBy table: inout TermTable, of docID: DocID
  ) {
    makeRoom(for: batch.count)
    table.insert(batch, into: &pieces[pieces.count - 1])
    runs.append(Run(docID: docID, count: UInt32(batch.count), norm: 0))
    count += batch.count
  }

  /// Appends a run of one term.
  mutating func append(_ number: UInt32, of docID: DocID) {
    makeRoom(for: 1)
    pieces[pieces.count - 1].append(number)
    runs.append(Run(docID: docID, count: 1, norm: 0))
    count += 1
  }

  /// Appends another term to the last run, which is of tags.
  mutating func appendToLastRun(_ number: UInt32) {
    let last = runs.count - 1
    if pieces[pieces.count - 1].count >= Self.pieceCount {
      runs.append(Run(docID: runs[last].docID, count: 0, norm: 0))
      makeRoom(for: 1)
    }
    pieces[pieces.count - 1].append(number)
    runs[runs.count - 1].count += 1
    count += 1
  }

  /// Says that the occurrence at `index` of the last run stands at `position`.
  mutating func jump(at index: Int, to position: UInt32) {
    let start = count - Int(runs[runs.count - 1].count)
    jumps.append(Jump(index: start + index, position: position))
  }

  /// Sets the norm of the last run.
  mutating func setNorm(_ norm: UInt8) { runs[runs.count - 1].norm = norm }

  /// Counts the last run's occurrences in `counts`, by term.
  func countLastRun(in counts: inout [UInt32]) {
    let numbers = pieces[pieces.count - 1]
    let piece = numbers.span
    var counts = counts.mutableSpan
    for index in piece.count - Int(runs[runs.count - 1].count)..<piece.count {
      counts[Int(piece[index])] += 1
    }
  }

  private mutating func makeRoom(for count: Int) {
    let last = pieces.count - 1
    guard !pieces[last].isEmpty, pieces[last].count + count > Self.pieceCount else { return }
    fullPiecesBytes += 4 * pieces[last].capacity
    pieces.append([])
    pieces[last + 1].reserveCapacity(max(Self.pieceCount, count))
  }
}
