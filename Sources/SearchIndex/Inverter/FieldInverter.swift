import TextAnalysis

/// One field of the documents being inverted: its terms by number, and what the documents say in
/// these numbers.
struct FieldInverter {
  /// The name.
  let name: String
  /// The kind.
  let kind: FieldKind
  /// The terms.
  private(set) var table = TermTable()
  /// The documents' terms.
  private(set) var stream = TermStream()
  /// How often each term occurs.
  private(set) var counts: [UInt32] = []
  /// The number of documents with a value.
  private(set) var documentCount = 0
  /// Numbers and the documents that have them.
  private(set) var numbers: [(docID: DocID, value: Int64)] = []

  /// The last document of each tag; of text fields none are kept.
  private var lastDocIDs: [DocID] = []
  private var lastDocID = DocID.max
  private var length = 0
  private var nextPosition = 0

  /// Starts without values.
  init(name: String, kind: FieldKind) {
    self.name = name
    self.kind = kind
  }

  /// The bytes of memory in use.
  var memoryBytes: Int {
    table.memoryBytes + stream.memoryBytes + 4 * counts.capacity + 4 * lastDocIDs.capacity
      + 16 * numbers.capacity
  }

  /// How many positions lie between two texts of one field and document.
  static let positionGap = 100

  /// Adds a text; a second one of the same document goes on after a gap.
  mutating func add(_ batch: borrowing TokenBatch, to docID: DocID) {
    guard !batch.isEmpty else { return }
    if lastDocID != docID {
      lastDocID = docID
      documentCount += 1
      length = 0
      nextPosition = 0
    } else {
      nextPosition += Self.positionGap
    }
    stream.append(batch, numberedBy: &table, of: docID)
    countTerms()
    let first = nextPosition
    var expected = 0
    var previous = -1
    let tokens = batch.tokens
    for index in tokens.indices {
      let position = min(first + tokens[index].position, Int(Int32.max))
      if position != expected { stream.jump(at: index, to: UInt32(position)) }
      expected = position + 1
      // Alternatives at one place make a text no longer, as in Lucene.
      if tokens[index].position != previous { length += 1 }
      previous = tokens[index].position
    }
    nextPosition = first + previous + 1
    stream.setNorm(NormEncoding.norm(of: length))
  }

  /// Adds tags; one that the document has already counts once.
  mutating func add(_ values: [String], to docID: DocID) {
    for value in values { add(value, to: docID) }
  }

  /// Adds a tag; one that the document has already counts once.
  mutating func add(_ value: String, to docID: DocID) {
    let number = Int(Self.insert(value, into: &table))
    guard isNew(number, in: docID) else { return }
    counts[number] += 1
    lastDocIDs[number] = docID
    if lastDocID == docID {
      stream.appendToLastRun(UInt32(number))
    } else {
      stream.append(UInt32(number), of: docID)
      documentCount += 1
    }
    lastDocID = docID
  }

  /// Sets a document's number; the last one set counts.
  mutating func add(_ value: Int64, to docID: DocID) {
    if lastDocID != docID { documentCount += 1 }
    lastDocID = docID
    numbers.append((docID, value))
  }

  /// The last document with a tag.
  func lastDocument(_ term: [UInt8]) -> DocID? {
    table.find(term).map { lastDocIDs[Int($0)] }
  }

  private mutating func isNew(_ number: Int, in docID: DocID) -> Bool {
    if number == counts.count {
      counts.append(0)
      lastDocIDs.append(.max)
    }
    return lastDocIDs[number] != docID
  }

  private mutating func countTerms() {
    if counts.count < table.count {
      counts.append(contentsOf: repeatElement(0, count: table.count - counts.count))
    }
    stream.countLastRun(in: &counts)
  }

  private static func insert(_ value: String, into table: inout TermTable) -> UInt32 {
    var value = value
    value.makeContiguousUTF8()
    let bytes = value.utf8.span
    return table.insert(bytes, 0, bytes.count)
  }
}
