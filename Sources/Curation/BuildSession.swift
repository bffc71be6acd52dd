internal import Catalogue
internal import FoundationEssentials
internal import Ingest
internal import Records
internal import SearchIndex

/// One build under way: records go into the writer as they are read, faults are collected.
struct BuildSession: ~Copyable {
  /// What an index holds beside its documents.
  struct Current {
    var data: CatalogueData
    var terms: TermBook
    var generation: UInt64
  }

  /// All faults so far.
  var faults: [RecordFault] = []

  private var writer: IndexWriter
  private let vocabularies: Vocabularies
  private let vocabularyBytes: [UInt8]
  /// What the last link check found, by address.
  private let links: [String: LinkStatus]
  private let before: [String: [UInt8]]
  private var seen: Set<String> = []
  private var analyzerTags: Set<String> = []
  private var suggestions = SuggestionCollector()
  private var report = BuildReport()
  private var failure: IndexError?

  /// Starts with what `writer` finds, or with nothing.
  init(
    writer: consuming IndexWriter, startsEmpty: Bool, vocabularies: Vocabularies,
    links: [LinkStatus] = []
  ) throws(IndexError) {
    before = startsEmpty ? [:] : try writer.fingerprints
    self.writer = writer
    self.vocabularies = vocabularies
    self.links = Dictionary(links.map { ($0.url, $0) }) { $1 }
    // A topic's labels are part of the documents' text.
    vocabularyBytes = Self.encode(vocabularies["topic"])
  }

  /// Takes in a record; once something is wrong only faults are collected.
  mutating func add(_ record: RecordFileResult) {
    faults += record.faults
    guard failure == nil, !record.hasErrors, let resource = record.resource else { return }
    do throws(IndexError) {
      let link = resource.url.flatMap { links[$0] }.map(ResourceLink.init)
      let document = StoredResource(resource, checked: link)
      // Holds the link's state: where that changed, this document alone is indexed again.
      let stored = Self.encode(document)
      let fingerprint = ContentHash.fingerprint(stored + vocabularyBytes)
      let key = resource.id.slug
      seen.insert(key)
      suggestions.add(resource, topics: vocabularies["topic"])
      analyzerTags.formUnion(ResourceSchema.analyzerTags(of: resource))
      guard before[key] != fingerprint else {
        report.unchanged += 1
        return
      }
      try writer.replace(
        ResourceSchema.document(
          document, fingerprint: fingerprint, stored: stored, topics: vocabularies["topic"]))
      report.added += 1
    } catch {
      failure = error
    }
  }

  /// Takes out what is gone and commits, unless nothing changed since `current`.
  consuming func finish(
    plan: Plan, terms: TermBook, current: Current?
  ) throws(IndexError) -> BuildReport {
    if let failure { throw failure }
    for key in before.keys.sorted() where !seen.contains(key) {
      try writer.delete(key: key)
      report.removed += 1
    }
    report.resources = seen.count
    let warnings = faults.filter { $0.severity == .warning }
    report.warnings = Self.counted(warnings.filter { $0.problem == .missingField })
    report.remarks = Array(
      warnings.filter { $0.problem != .missingField }.prefix(BuildReport.remarksMax))
    let data = CatalogueData(vocabularies: vocabularies, plan: plan, report: report)
    let questions = QuestionData(vocabularies, analyzerTags: analyzerTags.sorted())
    if report.added == 0, report.removed == 0, let current, current.data.isSame(as: data),
      current.terms == terms
    {
      report.generation = current.generation
    } else {
      report.generation = try writer.commit(
        attachments: [
          CatalogueData.attachment: Self.encode(data),
          QuestionData.attachment: questions.bytes,
          TermBook.attachment: terms.bytes,
          SuggestionData.attachment: suggestions.data(vocabularies).bytes,
        ])
    }
    writer.close()
    return report
  }

  /// The records without a field that they may lack, by field, the commonest first.
  private static func counted(_ faults: [RecordFault]) -> [RecordFaultCount] {
    var counts: [String: Int] = [:]
    for fault in faults {
      counts[fault.field ?? fault.file, default: 0] += 1
    }
    return counts.map { RecordFaultCount(field: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.field) < ($0.count, $1.field) }
  }

  /// Values as JSON, the same bytes for the same value.
  private static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("plain values always encode: \(error)")
    }
  }
}
