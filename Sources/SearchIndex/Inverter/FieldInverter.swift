import TextAnalysis

/// One field of the documents being inverted.
///
/// Per term there is a stream of its occurrences:
///
///     occurrence = (positionGap × 2):varint                        in the same document as before
///                | (position × 2 + 1):varint docGap:varint         in another; from doc -1 at first
///
/// For tags and keys every occurrence is in another document, at position 0.
struct FieldInverter {
  /// What is kept of a term besides its bytes.
  private struct Posting {
    var stream = PostingChunks.Stream()
    var lastDocID = DocID.max
    var lastPosition: UInt32 = 0
  }

  /// The name.
  let name: String
  /// The kind.
  let kind: FieldKind
  /// The terms.
  private(set) var table = TermTable()
  /// The number of documents with a value.
  private(set) var documentCount = 0
  /// The number of tokens of all documents.
  private(set) var totalTermCount = 0
  /// Norms of the documents so far; those after the last with a value are left out.
  private(set) var norms: [UInt8] = []
  /// Numbers and the documents that have them.
  private(set) var numbers: [(docID: DocID, value: Int64)] = []
  /// Terms of tags and the documents that have them, in the order given.
  private(set) var tags: [(docID: DocID, term: UInt32)] = []

  private var chunks = PostingChunks()
  private var postings: [Posting] = []
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
    table.memoryBytes + chunks.memoryBytes + 24 * postings.count + norms.count
      + 16 * numbers.count + 8 * tags.count
  }

  /// How many positions lie between two texts of one field and document.
  static let positionGap = 100

  /// Adds a text; a second one of the same document goes on after a gap.
  mutating func add(_ batch: TokenBatch, to docID: DocID) {
    guard !batch.isEmpty else { return }
    if lastDocID != docID {
      lastDocID = docID
      documentCount += 1
      length = 0
      nextPosition = 0
    } else {
      nextPosition += Self.positionGap
    }
    let first = nextPosition
    var previous = -1
    for token in batch.tokens {
      let position = UInt32(clamping: min(first + token.position, Int(Int32.max)))
      addOccurrence(batch.termBytes, token.termStart..<token.termEnd, docID, position)
      // Alternatives at one place make a text no longer, as in Lucene.
      if token.position != previous { length += 1 }
      previous = token.position
    }
    totalTermCount += batch.count
    nextPosition = first + previous + 1
    norms.append(contentsOf: repeatElement(0, count: Int(docID) + 1 - norms.count))
    norms[Int(docID)] = NormEncoding.norm(of: length)
  }

  /// Adds tags; one that the document has already counts once.
  mutating func add(_ values: [String], to docID: DocID) {
    for value in values {
      let bytes = Array(value.utf8)
      let before = table.count
      let number = table.insert(bytes, bytes.indices).number
      if number < before, postings[number].lastDocID == docID { continue }
      if lastDocID != docID {
        lastDocID = docID
        documentCount += 1
      }
      tags.append((docID, UInt32(number)))
      append(number, docID, 0)
    }
  }

  /// Adds a document's key.
  mutating func add(key: [UInt8], to docID: DocID) {
    documentCount += 1
    addOccurrence(key, key.indices, docID, 0)
  }

  /// Sets a document's number; the last one set counts.
  mutating func add(_ value: Int64, to docID: DocID) {
    if lastDocID != docID { documentCount += 1 }
    lastDocID = docID
    numbers.append((docID, value))
  }

  /// The last document with a term.
  func lastDocument(_ term: [UInt8]) -> DocID? {
    table.find(term).map { postings[$0].lastDocID }
  }

  /// The norm of a document.
  func norm(_ docID: DocID) -> UInt8 { Int(docID) < norms.count ? norms[Int(docID)] : 0 }

  /// Calls `body` with each document of a term and its positions there.
  func forEachPosting(
    of number: Int, positions: inout [UInt32],
    _ body: (DocID, [UInt32]) throws(IndexError) -> Void
  ) throws(IndexError) {
    var reader = PostingChunks.Reader(postings[number].stream)
    var docID = DocID.max
    positions.removeAll(keepingCapacity: true)
    while !reader.isAtEnd {
      let code = reader.varint(chunks)
      if code & 1 == 1 {
        if docID != .max { try body(docID, positions) }
        docID = docID &+ DocID(truncatingIfNeeded: reader.varint(chunks)) &+ 1
        positions.removeAll(keepingCapacity: true)
        positions.append(UInt32(truncatingIfNeeded: code >> 1))
      } else {
        positions.append(positions[positions.count - 1] + UInt32(truncatingIfNeeded: code >> 1))
      }
    }
    if docID != .max { try body(docID, positions) }
  }

  private mutating func addOccurrence(
    _ bytes: [UInt8], _ range: Range<Int>, _ docID: DocID, _ position: UInt32
  ) {
    append(table.insert(bytes, range).number, docID, position)
  }

  private mutating func append(_ number: Int, _ docID: DocID, _ position: UInt32) {
    if number == postings.count { postings.append(Posting()) }
    if postings[number].lastDocID == docID {
      let gap = UInt64(position - postings[number].lastPosition)
      chunks.append(gap << 1, to: &postings[number].stream)
    } else {
      chunks.append(UInt64(position) << 1 | 1, to: &postings[number].stream)
      let gap = docID &- postings[number].lastDocID &- 1
      chunks.append(UInt64(gap), to: &postings[number].stream)
      postings[number].lastDocID = docID
    }
    postings[number].lastPosition = position
  }
}
