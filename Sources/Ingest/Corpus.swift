public import Records
public import Storage

/// Reads a corpus folder: records, vocabularies and the plan.
///
/// Every fault of every file is collected, none thrown; files are read one by one in the order of
/// their names, so that the same folder gives the same answer and memory holds one record at a
/// time.
///
///     corpus/resources/<id>.md      records; content files stand beside them or in folders below
///                                   (Markdown content there only: beside, it would be a record)
///     corpus/vocabulary/*.yaml      values, aliases, words of questions
///     corpus/vocabulary/terms.tsv   terms of the field in both languages
///     corpus/plan/*.yaml            actions, inconsistencies, helplines
public struct CorpusReader: Sendable {
  /// The facets that a corpus must have a vocabulary of.
  public static let requiredFacets = [
    "accessibility", "age-group", "audience", "kind", "language", "topic",
  ]

  private let fileSystem: any FileSystem
  private let folder: String
  private let limits: IngestLimits
  private let guessLanguage: @Sendable (String) -> String?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - fileSystem: the door to the disk.
  ///   - folder: the corpus folder.
  ///   - limits: what is refused as too large, too deep or too slow.
  ///   - guessLanguage: the language of a text whose record does not tell it, or nil.
  public init(
    fileSystem: any FileSystem, folder: String, limits: IngestLimits = IngestLimits(),
    guessLanguage: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.fileSystem = fileSystem
    self.folder = folder
    self.limits = limits
    self.guessLanguage = guessLanguage
  }

  /// Reads the vocabularies.
  ///
  /// What could be read is returned beside the faults.
  public func vocabularies() -> (Vocabularies, [RecordFault]) {
    var vocabularies = Vocabularies()
    var faults: [RecordFault] = []
    let names = ((try? fileSystem.list(folder + "/vocabulary")) ?? [])
      .filter { !$0.isFolder && $0.name.hasSuffix(".yaml") }.map { String($0.name.dropLast(5)) }
    let special = ["aliases", "question-words"]
    for name in Set(names).union(Self.requiredFacets).subtracting(special).sorted() {
      let file = "vocabulary/\(name).yaml"
      guard let bytes = bytes(of: file, &faults) else { continue }
      let (vocabulary, found) = VocabularyFile.vocabulary(bytes, file: file)
      faults += found
      if let vocabulary { vocabularies.byFacet[name] = vocabulary }
    }
    for name in special where names.contains(name) {
      let file = "vocabulary/\(name).yaml"
      guard let bytes = bytes(of: file, &faults) else { continue }
      if name == "aliases" {
        let (aliases, found) = VocabularyFile.aliases(
          bytes, file: file, known: vocabularies.byFacet)
        vocabularies.aliases = aliases
        faults += found
      } else {
        faults += VocabularyFile.questionWords(bytes, file: file, into: &vocabularies)
      }
    }
    return (vocabularies, faults)
  }

  /// Reads the terms of the field in both languages.
  ///
  /// A corpus need not have any.
  public func termPairs() -> ([TermPair], [RecordFault]) {
    let file = "vocabulary/terms.tsv"
    let entries = (try? fileSystem.list(folder + "/vocabulary")) ?? []
    guard entries.contains(where: { !$0.isFolder && $0.name == "terms.tsv" }) else {
      return ([], [])
    }
    var faults: [RecordFault] = []
    guard let bytes = bytes(of: file, &faults) else { return ([], faults) }
    let (pairs, found) = TermPairsFile.pairs(bytes, file: file)
    return (pairs, faults + found)
  }

  /// Reads the plan.
  ///
  /// A corpus without one has an empty plan and a warning.
  public func plan() -> (Plan, [RecordFault]) {
    var plan = Plan()
    var faults: [RecordFault] = []
    func read<Item>(
      _ name: String, _ parse: ([UInt8], String) -> ([Item], [RecordFault])
    ) -> [Item] {
      let file = "plan/\(name).yaml"
      guard let bytes = bytes(of: file, &faults, severityIfMissing: .warning) else { return [] }
      let (items, found) = parse(bytes, file)
      faults += found
      return items
    }
    plan.actions = read("actions", PlanFile.actions)
    plan.inconsistencies = read("inconsistencies", PlanFile.inconsistencies)
    plan.helplines = read("helplines", PlanFile.helplines)
    return (plan, faults)
  }

  /// The record files, relative to the corpus folder, in the order in which they are read.
  ///
  /// - Throws: ``StorageError`` where the folder `resources` cannot be listed.
  public func recordFiles() throws(StorageError) -> [String] {
    try fileSystem.list(folder + "/resources")
      .filter { !$0.isFolder && $0.name.hasSuffix(".md") && !$0.name.hasPrefix(".") }
      .map { "resources/" + $0.name }
  }

  /// Reads all records one by one and hands each to `body`.
  ///
  /// - Throws: ``StorageError`` where the folder `resources` cannot be listed.
  public func forEachRecord(
    _ vocabularies: Vocabularies, _ body: (RecordFileResult) -> Void
  ) throws(StorageError) {
    var firstFiles: [ResourceID: String] = [:]
    for file in try recordFiles() {
      var result = record(file, vocabularies)
      if let id = result.resource?.id {
        if let firstFile = firstFiles[id] {
          result.faults.append(
            RecordFault(
              file: file, line: result.idLine, field: "id",
              problem: .duplicateID(id: id.slug, firstFile: firstFile)))
        } else {
          firstFiles[id] = file
        }
      }
      body(result)
    }
  }

  /// Reads one record file with its content files.
  ///
  /// - Parameters:
  ///   - file: its path relative to the corpus folder, `resources/….md`.
  ///   - vocabularies: what its values are held against.
  /// - Returns: The record with its faults.
  public func record(_ file: String, _ vocabularies: Vocabularies) -> RecordFileResult {
    var faults: [RecordFault] = []
    guard let bytes = bytes(of: file, &faults) else {
      return RecordFileResult(
        file: file, resource: nil, bytes: [], contents: [], faults: faults, idLine: nil)
    }
    var record = RecordFile(bytes, file: file, bytesMax: limits.recordBytesMax)
    record.applyAliases(vocabularies)
    guard var resource = record.resource else {
      return RecordFileResult(
        file: file, resource: nil, bytes: bytes, contents: [], faults: record.faults, idLine: nil)
    }
    let lines = record.lines
    record.add(
      Validation(vocabularies: vocabularies).faults(in: resource, file: file) { lines[$0] })
    if !record.body.isEmpty { addBody(record.body, language: nil, to: &resource) }
    var contents: [ContentBytes] = []
    var names: Set<String> = []
    for (place, name) in resource.content.enumerated() {
      let line = lines["content[\(place)]"]
      if let problem = problem(of: name, at: place, isNew: names.insert(name).inserted) {
        record.add([RecordFault(file: file, line: line, field: "content", problem: problem)])
        if place == limits.contentFilesMax { break }
        continue
      }
      do throws(RecordFault) {
        let content = try contentBytes(name, record: file, line: line)
        contents.append(content)
        let extract = try extract(content, record: file, line: line)
        record.add(warnings(extract, content))
        addBody(extract.text, language: extract.language, to: &resource)
      } catch {
        record.add([error])
      }
    }
    return RecordFileResult(
      file: file, resource: resource, bytes: bytes, contents: contents, faults: record.faults,
      idLine: lines["id"], urlLine: lines["url"])
  }

  /// Why the content file at `place` of a record's list is not read, or nil.
  private func problem(
    of name: String, at place: Int, isNew: Bool
  ) -> RecordFault.Problem? {
    let max = limits.contentFilesMax
    if place >= max { return .badForm(found: name, expected: "at most \(max) content files") }
    return isNew ? nil : .badForm(found: name, expected: "each content file once")
  }

  private func contentBytes(
    _ name: String, record: String, line: Int?
  ) throws(RecordFault) -> ContentBytes {
    func fault(_ problem: RecordFault.Problem, isOfRecord: Bool = true) -> RecordFault {
      RecordFault(
        file: isOfRecord ? record : "resources/" + name, line: isOfRecord ? line : nil,
        field: "content", problem: problem)
    }
    guard Self.isBesideRecord(name) else {
      throw fault(.badForm(found: name, expected: "the name of a file beside the record"))
    }
    guard ContentReaders.reader(forFile: name) != nil else {
      throw fault(.unknownFormat(name: name, known: ContentReaders.knownEndings))
    }
    let bytes: [UInt8]
    do throws(StorageError) {
      let path = folder + "/resources/" + name
      guard let entry = try fileSystem.entry(at: path), !entry.isFolder else {
        throw .notFound(path: path)
      }
      bytes = try fileSystem.read(path, bytesMax: limits.contentBytesMax)
    } catch {
      switch error {
      case .notFound: throw fault(.missingContentFile(name: name))
      case .tooLarge(_, let bytes, let bytesMax):
        throw fault(.tooLarge(bytes: bytes, bytesMax: bytesMax), isOfRecord: false)
      default: throw fault(.unreadable(reason: Self.reason(error)), isOfRecord: false)
      }
    }
    guard !bytes.isEmpty else {
      throw fault(.unreadableContent(name: name, reason: "it is empty"), isOfRecord: false)
    }
    return ContentBytes(name: name, bytes: bytes)
  }

  private func extract(
    _ content: ContentBytes, record: String, line: Int?
  ) throws(RecordFault) -> Extract {
    guard let reader = ContentReaders.reader(forFile: content.name) else {
      throw RecordFault(
        file: record, line: line, field: "content",
        problem: .unknownFormat(name: content.name, known: ContentReaders.knownEndings))
    }
    do throws(ContentFault) {
      return try reader.read(content.bytes, limits: limits)
    } catch {
      throw RecordFault(
        file: "resources/" + content.name, line: error.line, field: nil,
        problem: Self.named(error.problem, content.name))
    }
  }

  private func warnings(_ extract: Extract, _ content: ContentBytes) -> [RecordFault] {
    let file = "resources/" + content.name
    var warnings = extract.warnings.map {
      RecordFault(
        file: file, line: $0.line, problem: Self.named($0.problem, content.name),
        severity: .warning)
    }
    if extract.text.isEmpty {
      warnings.append(
        RecordFault(
          file: file, problem: .unreadableContent(name: content.name, reason: "no text in it"),
          severity: .warning))
    }
    return warnings
  }

  /// Adds a text in the record's language where it has exactly one that can be written; else in the
  /// one of its languages that the file says it is in; else in what it looks like.
  private func addBody(_ text: String, language: String?, to resource: inout Resource) {
    guard !text.isEmpty else { return }
    let written = resource.language.filter { !["bfi", "mul", "zxx", "und"].contains($0.primary) }
    let stated = language.flatMap(LanguageTag.init)
    let tag: String?
    if written.count == 1, resource.language.count == 1 {
      tag = written[0].tag
    } else if let stated, let own = written.first(where: { $0.primary == stated.primary }) {
      tag = own.tag
    } else if let stated, written.isEmpty {
      tag = stated.primary
    } else {
      tag = guessLanguage(text)
    }
    resource.body.append(BodyText(language: tag, text: text))
  }

  /// The bytes of a record, vocabulary or plan file; nil with a fault where it cannot be read.
  private func bytes(
    of file: String, _ faults: inout [RecordFault],
    severityIfMissing: RecordFault.Severity = .error
  ) -> [UInt8]? {
    do throws(StorageError) {
      let bytes = try fileSystem.read(folder + "/" + file, bytesMax: limits.recordBytesMax)
      if !bytes.isEmpty { return bytes }
      faults.append(RecordFault(file: file, problem: .unreadable(reason: "it is empty")))
    } catch {
      switch error {
      case .tooLarge(_, let bytes, let bytesMax):
        faults.append(
          RecordFault(file: file, problem: .tooLarge(bytes: bytes, bytesMax: bytesMax)))
      case .notFound:
        faults.append(
          RecordFault(
            file: file, problem: .unreadable(reason: Self.reason(error)),
            severity: severityIfMissing))
      default:
        faults.append(RecordFault(file: file, problem: .unreadable(reason: Self.reason(error))))
      }
    }
    return nil
  }

  /// Whether `name` is a relative path that stays in its folder.
  static func isBesideRecord(_ name: String) -> Bool {
    name.utf8.count <= 255 && !name.contains("\\") && !name.contains("\0")
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }

  private static func named(
    _ problem: RecordFault.Problem, _ name: String
  ) -> RecordFault.Problem {
    guard case .unreadableContent(_, let reason) = problem else { return problem }
    return .unreadableContent(name: name, reason: reason)
  }

  private static func reason(_ error: StorageError) -> String {
    switch error {
    case .notFound: "there is no such file"
    case .notPermitted: "permission denied"
    case .failed(_, let operation, let errno): "\(operation) failed with error \(errno)"
    default: "\(error)"
    }
  }
}
