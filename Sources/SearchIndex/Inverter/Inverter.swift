import TextAnalysis

/// Documents in memory, turned around: term → documents.
///
/// Becomes a segment by ``SegmentFlush``.
struct Inverter {
  /// The keys of the documents.
  private(set) var keys = FieldInverter(name: "", kind: .tag)
  /// The fields in the order of their first use.
  private(set) var fields: [FieldInverter] = []
  /// Which documents have not been replaced or deleted since they were added.
  private(set) var deleted: [DocID] = []
  /// What is stored of the documents.
  private(set) var stored: [StoredDocument] = []

  private var indexByName: [String: Int] = [:]
  private var storedBytes = 0
  private var isDeletedByDocument: [Bool] = []
  private var batch = TokenBatch()

  /// Starts without documents.
  init() {}

  /// The number of documents, replaced ones included.
  var documentCount: Int { stored.count }

  /// The bytes of memory in use; the arrays behind may hold up to twice as much while they grow.
  var memoryBytes: Int {
    fields.reduce(keys.memoryBytes + storedBytes + 200 * stored.count) { $0 + $1.memoryBytes }
  }

  /// Adds a document.
  ///
  /// - Precondition: no live document has its key; its fields' kinds are those used before.
  mutating func add(_ document: Document) {
    let docID = DocID(stored.count)
    keys.add(key: Array(document.key.utf8), to: docID)
    for (name, value) in document.fields {
      let index = index(of: name, kind: value.kind)
      switch value {
      case .text(let text, let analyzer):
        batch.removeAll()
        Self.analyze(text, analyzer, into: &batch)
        fields[index].add(batch, to: docID)
      case .tags(let values): fields[index].add(values, to: docID)
      case .number(let value): fields[index].add(value, to: docID)
      }
    }
    storedBytes += document.key.utf8.count + document.fingerprint.count + document.stored.count
    stored.append(
      StoredDocument(
        key: document.key, fingerprint: document.fingerprint, stored: document.stored))
    isDeletedByDocument.append(false)
  }

  /// Marks the document with a key as deleted; whether there was one.
  mutating func delete(key: [UInt8]) -> Bool {
    guard let docID = keys.lastDocument(key), !isDeletedByDocument[Int(docID)] else { return false }
    isDeletedByDocument[Int(docID)] = true
    deleted.append(docID)
    return true
  }

  private mutating func index(of name: String, kind: FieldKind) -> Int {
    if let index = indexByName[name] { return index }
    indexByName[name] = fields.count
    fields.append(FieldInverter(name: name, kind: kind))
    return fields.count - 1
  }

  private static func analyze(
    _ text: String, _ analyzer: any Analyzer, into batch: inout TokenBatch
  ) {
    var text = text
    text.makeContiguousUTF8()
    analyzer.analyze(text.utf8.span, into: &batch)
  }
}

extension Document.Value {
  /// The kind of field that holds the value.
  var kind: FieldKind {
    switch self {
    case .text: .text
    case .tags: .tag
    case .number: .number
    }
  }
}
