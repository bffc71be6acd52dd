import TextAnalysis

/// Documents in memory, turned around: terms → documents; what one thread fills.
///
/// Becomes a segment, with those of other threads, by ``SegmentFlush``.
struct Inverter: Sendable {
  /// The keys of the documents, one run a document.
  private(set) var keys = FieldInverter(name: "", kind: .tag)
  /// The fields in the order of their first use.
  private(set) var fields: [FieldInverter] = []
  /// What is stored of the documents.
  private(set) var stored: [StoredDocument] = []

  private var storedBytes = 0
  private var batch = TokenBatch()

  /// Starts without documents.
  init() {}

  /// The bytes of memory in use.
  var memoryBytes: Int {
    fields.reduce(keys.memoryBytes + storedBytes + 64 * stored.capacity) { $0 + $1.memoryBytes }
  }

  /// Adds a document.
  ///
  /// - Precondition: `docID` is above those before; its fields' kinds are those used before.
  mutating func add(_ document: Document, as docID: DocID) {
    keys.add(document.key, to: docID)
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
  }

  /// A look at every field: a catalogue has some dozens, and neighbours are asked in turn.
  private mutating func index(of name: String, kind: FieldKind) -> Int {
    for index in fields.indices where fields[index].name == name { return index }
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
