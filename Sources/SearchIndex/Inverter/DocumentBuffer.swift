/// The documents that a writer has in memory: inverters filled side by side, and what was deleted
/// of theirs.
///
/// A key may have several documents here: the last is the one that counts.
struct DocumentBuffer: Sendable {
  /// The inverters; doc ids are shared out among them, each ascending.
  var inverters = [Inverter()]
  /// The number of documents, replaced and deleted ones included.
  var documentCount = 0
  /// Which documents were deleted by their key.
  private(set) var deleted: Set<DocID> = []
  /// On how many threads it is written.
  let threads: Int

  /// Starts empty.
  init() {
    threads = 1
  }

  /// Takes over inverters that were filled side by side.
  init(_ inverters: [Inverter], documentCount: Int) {
    self.inverters = inverters
    self.documentCount = documentCount
    threads = inverters.count
  }

  /// The bytes of memory in use.
  var memoryBytes: Int { inverters.reduce(0) { $0 + $1.memoryBytes } }

  /// Adds a document.
  mutating func add(_ document: Document) {
    inverters[0].add(document, as: DocID(documentCount))
    documentCount += 1
  }

  /// Deletes the document with a key; nil if there was never one, else whether it was live.
  mutating func delete(key: [UInt8]) -> Bool? {
    guard let docID = inverters.compactMap({ $0.keys.lastDocument(key) }).max() else { return nil }
    return deleted.insert(docID).inserted
  }
}
