import Ingest
import Records
import Storage
import TestSupport

/// A small corpus in a temporary folder, good until a test spoils it.
struct SampleCorpus {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try vocabulary("audience", ["children", "parents", "carers", "practitioners"])
    try vocabulary("kind", ["poster", "web page", "video"])
    try vocabulary("language", ["cy", "en"])
    try vocabulary("topic", ["disclosure", "online safety"])
    try vocabulary("accessibility", ["easy read"])
    try vocabulary("age-group", ["0..4"])
    try folder.write(
      "vocabulary/aliases.yaml",
      "audience:\n  Parents/Carers: [parents, carers]\nkind: {film: [video]}\ntopic: {}\n")
    try record("a")
  }

  func vocabulary(_ facet: String, _ ids: [String]) throws {
    let values = ids.map { "  - id: \"\($0)\"\n    label: {en: \"\($0)\", cy: \"\($0)\"}\n" }
    try folder.write("vocabulary/\(facet).yaml", "facet: \(facet)\nvalues:\n" + values.joined())
  }

  /// Writes a good record with `fields` added.
  func record(_ id: String, _ fields: String = "", body: String = "") throws {
    try folder.write(
      "resources/\(id).md",
      """
      ---
      id: \(id)
      work: \(id)
      title:
        en: "Title"
      language: [cy]
      kind: poster
      \(fields)
      ---
      \(body)
      """)
  }

  func reader(
    _ limits: IngestLimits = IngestLimits(),
    guessLanguage: @escaping @Sendable (String) -> String? = { _ in nil }
  ) -> CorpusReader {
    CorpusReader(
      fileSystem: DiskFileSystem(), folder: folder.path, limits: limits,
      guessLanguage: guessLanguage)
  }

  /// All records.
  func results(
    _ limits: IngestLimits = IngestLimits(),
    guessLanguage: @escaping @Sendable (String) -> String? = { _ in nil }
  ) throws -> [RecordFileResult] {
    let reader = reader(limits, guessLanguage: guessLanguage)
    var results: [RecordFileResult] = []
    try reader.forEachRecord(reader.vocabularies().0) { results.append($0) }
    return results
  }

  /// All faults of all records.
  func faults(_ limits: IngestLimits = IngestLimits()) throws -> [RecordFault] {
    try results(limits).flatMap(\.faults)
  }
}
