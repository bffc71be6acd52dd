import Storage
import Synchronization

/// An immutable segment, opened: what its file holds, and which of its documents are not deleted.
final class Segment: Sendable {
  /// The file's name within the index folder.
  let name: String
  /// The segment's number.
  let number: UInt64
  /// The number of documents, deleted ones included.
  let documentCount: Int
  /// Which documents are not deleted; nil: all of them.
  let liveDocs: LiveDocs?
  /// The names of the fields, in byte order.
  let fieldNames: [String]
  /// The field of the keys: a tag field without a column.
  let keys: SegmentField
  /// The file's frame, for `verify` and merges.
  let frame: SegmentFrame
  /// Bit sets of filters that were asked for.
  let filters = FilterCache()
  /// Memory for searches.
  let scratch = ScratchPool()

  private let fields: [String: FieldParts]
  private let keyParts: FieldParts
  private let storedFields: StoredFieldsReader
  /// The tag columns that were opened, by field.
  private let tagColumns = Mutex<[String: TagColumn]>([:])

  /// Files up to this length are checked whole when they are opened, so that a damaged one is told
  /// at once: about 3 ms.
  ///
  /// Larger ones are checked by their structure alone, and by `verify`.
  static let checkedBytesMax = 4 << 20

  /// Opens `file`, called `name`.
  ///
  /// `checksums` asks for every section's CRC to be checked.
  init(
    _ file: MappedFile, name: String, liveDocs: LiveDocs?, checksums: Bool
  ) throws(IndexError) {
    frame = try SegmentFrame(file, name: name)
    if checksums { try frame.checkSections() }
    self.name = name
    self.liveDocs = liveDocs
    number = frame.number
    documentCount = frame.documentCount
    let all = try SegmentField.decodeAll(frame)
    keys = all[0]
    fieldNames = all.dropFirst().map { $0.name }
    // Strings compare by canonical equivalence, so that two names of a damaged file may be one.
    var fields: [String: FieldParts] = [:]
    for field in all.dropFirst() where fields[field.name] == nil {
      fields[field.name] = try FieldParts(field, in: frame)
    }
    self.fields = fields
    keyParts = try FieldParts(keys, in: frame)
    storedFields = try StoredFieldsReader(frame)
    guard liveDocs.map({ $0.documentCount == documentCount }) ?? true else {
      throw .corrupt(
        file: name, section: "header", offset: 12, expected: "as many documents as tombstones name")
    }
  }

  /// The number of documents that are not deleted.
  var liveCount: Int { liveDocs?.liveCount ?? documentCount }

  /// Whether a document is not deleted.
  func isLive(_ docID: DocID) -> Bool { liveDocs?.isLive(docID) ?? true }

  /// A field; nil if no document of the segment has it.
  func field(_ name: String) -> SegmentField? { fields[name]?.field }

  /// A field with what reads it; nil if no document of the segment has it.
  func parts(of name: String) -> FieldParts? { fields[name] }

  /// The term dictionary of one of the segment's fields.
  func dictionary(of field: SegmentField) -> TermDictionaryReader { parts(field).dictionary }

  /// What is known of a term; nil if no document has it.
  func termInfo(_ term: [UInt8], in field: SegmentField) throws(IndexError) -> TermInfo? {
    try parts(field).dictionary.find(term)
  }

  /// A walk over the terms that are not below `from`, in byte order.
  func terms(
    in field: SegmentField, from: [UInt8] = []
  ) throws(IndexError) -> TermCursor {
    var cursor = TermCursor(parts(field).dictionary)
    if !from.isEmpty { try cursor.seek(from) }
    return cursor
  }

  /// The postings of a term of `field`.
  func postings(_ info: TermInfo, in field: SegmentField) throws(IndexError) -> PostingCursor {
    try PostingCursor(info, in: parts(field).postings)
  }

  /// - Precondition: the field is one of the segment's.
  private func parts(_ field: SegmentField) -> FieldParts {
    guard let parts = field.name.isEmpty ? keyParts : fields[field.name] else {
      preconditionFailure("a field of another segment")
    }
    return parts
  }

  /// The norms of a text field; nil for other fields.
  func norms(of field: SegmentField) -> NormsReader? {
    parts(field).postings.norms
  }

  /// The numbers of a number field; nil for other fields, and where no document has a value.
  func numbers(of field: SegmentField) throws(IndexError) -> NumberColumn? {
    field.kind == .number ? try NumberColumn(field, in: frame) : nil
  }

  /// The tags of a tag field; nil for other fields, and where no document has a value.
  ///
  /// The first time it costs a walk over the column, which is what lets the column's readers go
  /// unchecked.
  func tags(of field: SegmentField) throws(IndexError) -> TagColumn? {
    guard field.kind == .tag, field.column.length > 0 else { return nil }
    if let column = tagColumns.withLock({ $0[field.name] }) { return column }
    guard let column = try TagColumn(field, in: frame) else { return nil }
    try column.check()
    tagColumns.withLock { $0[field.name] = column }
    return column
  }

  /// What was stored of a document.
  ///
  /// - Precondition: `docID` is one of the segment's.
  func stored(_ docID: DocID) throws(IndexError) -> StoredDocument {
    precondition(Int(docID) < documentCount)
    return try storedFields.document(docID)
  }

  /// The key of a document.
  ///
  /// - Precondition: `docID` is one of the segment's.
  func key(_ docID: DocID) throws(IndexError) -> String {
    precondition(Int(docID) < documentCount)
    return try storedFields.key(docID)
  }

  /// A document's stored fields as they are in the file, for merges.
  func storedBytes(_ docID: DocID) throws(IndexError) -> [UInt8] {
    let range = try storedFields.range(docID)
    return try range.bytes(at: 0, length: range.count)
  }

  /// Throws unless the stored fields fill their section, for `verify`.
  func checkStored() throws(IndexError) { try storedFields.check() }

  /// The last document with this key; nil if there is none.
  ///
  /// Whether it is live is another question.
  func lastDocument(key: [UInt8]) throws(IndexError) -> DocID? {
    guard let info = try termInfo(key, in: keys) else { return nil }
    guard info.documentFrequency > 1 else { return info.singleDocID }
    var cursor = try postings(info, in: keys)
    var last: DocID?
    while try cursor.next() != .end { last = cursor.docID }
    return last
  }
}
