public import Catalogue
internal import Ingest
internal import Records
public import Storage
internal import TextAnalysis

/// Makes a record in the corpus from a file handed in.
///
/// Nothing that is there is overwritten, and a crash leaves either no record or the whole one: the
/// content is put down first, then the record that names it.
public struct RecordMaker: Sendable {
  private let corpus: String
  private let fileSystem: any FileSystem
  private let limits = IngestLimits()

  /// Makes records in the folder `corpus`.
  public init(corpus: String, fileSystem: any FileSystem = DiskFileSystem()) {
    self.corpus = corpus
    self.fileSystem = fileSystem
  }

  /// Makes a record of `file` with what `draft` says.
  ///
  /// - Throws: ``CatalogueError/faults(_:)`` where the file cannot be read as what it is, where the
  ///   record would have faults, or where its name is taken; nothing is written then.
  public func add(_ file: String, _ draft: RecordDraft) throws(CatalogueError) -> AddedRecord {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let bytes = try disk { () throws(StorageError) in
      try fileSystem.read(file, bytesMax: limits.contentBytesMax)
    }
    guard !bytes.isEmpty else {
      let problem = RecordFault.Problem.unreadableContent(name: name, reason: "it is empty")
      throw CatalogueError.faults([RecordFault(file: name, problem: problem)])
    }
    let extract = try extract(bytes, name)
    let (vocabularies, faults) = CorpusReader(fileSystem: fileSystem, folder: corpus).vocabularies()
    try refuse(faults)

    var resource = try Self.named(draft, name)
    try Self.fill(&resource, from: draft, vocabularies)
    let guessed = Self.complete(&resource, from: extract)
    let slug = resource.id.slug
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    // Markdown beside the records would be a record itself.
    let content = ending == "md" ? "\(slug)/content.md" : "\(slug).\(ending)"
    resource.content = [content]
    let record = "resources/\(slug).md"
    let text = Array(RecordFile.text(of: resource).utf8)
    // As the next build will read it, which alone decides whether it is good.
    let reading = RecordFile(text, file: record, bytesMax: limits.recordBytesMax)
    try refuse(reading.faults)
    resource = reading.resource ?? resource
    try refuse(Validation(vocabularies: vocabularies).faults(in: resource, file: record))
    try put(resource, text, bytes, record: record, content: content)
    return AddedRecord(
      resource: resource, record: "\(corpus)/\(record)", content: "\(corpus)/resources/\(content)",
      unknown: Self.unknown(resource), guessed: guessed)
  }

  // MARK: From draft and file to record

  private func extract(_ bytes: [UInt8], _ name: String) throws(CatalogueError) -> Extract {
    guard let reader = ContentReaders.reader(forFile: name) else {
      let problem = RecordFault.Problem.unknownFormat(
        name: name, known: ContentReaders.knownEndings)
      throw CatalogueError.faults([RecordFault(file: name, problem: problem)])
    }
    do throws(ContentFault) {
      return try reader.read(bytes, limits: limits)
    } catch {
      throw CatalogueError.faults([
        RecordFault(file: name, line: error.line, problem: error.problem)
      ])
    }
  }

  /// A record with its names.
  private static func named(
    _ draft: RecordDraft, _ file: String
  ) throws(CatalogueError) -> Resource {
    let expected = "a-z, 0-9, -"
    let own = draft.id ?? slug(of: file)
    guard let id = ResourceID(own) else {
      throw CatalogueError.badValue(option: "--id", found: own, expected: expected)
    }
    guard let work = draft.work.map(ResourceID.init) ?? id else {
      throw CatalogueError.badValue(
        option: "--work", found: draft.work ?? "", expected: expected)
    }
    return Resource(id: id, work: work)
  }

  /// A file's name as a slug: its letters in lower case without their accents, hyphens elsewhere.
  static func slug(of file: String) -> String {
    let parts = file.split(separator: ".")
    let stem = parts.count > 1 ? parts.dropLast().joined(separator: "-") : file
    let words = stem.split { !$0.isLetter && !$0.isNumber }.map { word in
      AnalysisTrace(of: String(word), languageTag: "und").tokens.map(\.term).joined()
        .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return words.filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// Takes over what the draft says, in the vocabularies' words.
  private static func fill(
    _ resource: inout Resource, from draft: RecordDraft, _ vocabularies: Vocabularies
  ) throws(CatalogueError) {
    func values(_ words: [String], _ facet: Facet) throws(CatalogueError) -> [String] {
      try FacetValues.canonical(words, facet, vocabularies)
    }
    resource.title = draft.title
    resource.description = draft.description
    resource.titleStatus = TitleStatuses(
      en: draft.title.en == nil ? nil : .found, cy: draft.title.cy == nil ? nil : .found)
    resource.url = draft.url
    resource.publisher = draft.publisher
    resource.creator = draft.creator
    if let text = draft.published {
      guard let date = PartialDate(text) else {
        throw CatalogueError.badValue(
          option: "--published", found: text, expected: "2020-09-07, 2020-09, 2020, 2019-2020")
      }
      resource.published = date
    }
    resource.language = try values(draft.language, .language).compactMap { LanguageTag($0) }
    resource.kind = try values(draft.kind.map { [$0] } ?? [], .kind).first
    resource.audience = try values(draft.audience, .audience)
    if let text = draft.age {
      guard let range = AgeExpression.range(text) else {
        throw CatalogueError.badValue(
          option: "--age", found: text, expected: "8, 8-11, under-12, over-12, 12+")
      }
      resource.ageRange = range
      resource.ageOf = draft.ageOf ?? ageOf(resource.audience)
    }
    resource.topics = try values(draft.topics, .topic)
    resource.accessibility = try values(draft.accessibility, .accessibility)
    resource.rights = draft.rights
    resource.action = draft.action?.uppercased()
    resource.sources = draft.sources
    resource.note = draft.note
  }

  /// Whose age is meant by the audience alone; nil where it could be either.
  private static func ageOf(_ audience: [String]) -> AgeOf? {
    switch Readers.scope(audience) {
    case .reader: .reader
    case .child: .child
    case .any: nil
    }
  }

  /// Fills what is still unknown with what the file says of itself.
  ///
  /// - Returns: The fields that were only guessed.
  private static func complete(_ resource: inout Resource, from extract: Extract) -> [String] {
    var guessed: [String] = []
    if resource.language.isEmpty {
      if let stated = extract.language.flatMap(LanguageTag.init),
        let tag = LanguageTag(stated.primary)
      {
        resource.language = [tag]
      } else if let tag = LanguageGuess.language(of: extract.text).flatMap(LanguageTag.init) {
        resource.language = [tag]
        guessed = ["language"]
      }
    }
    let isWelsh = resource.language.first?.primary == "cy"
    if resource.title.isEmpty, let title = extract.title {
      resource.title = isWelsh ? BilingualText(cy: title) : BilingualText(en: title)
      resource.titleStatus = isWelsh ? TitleStatuses(cy: .found) : TitleStatuses(en: .found)
    }
    if resource.description.isEmpty, let text = extract.description {
      resource.description = isWelsh ? BilingualText(cy: text) : BilingualText(en: text)
    }
    return guessed
  }

  private static func unknown(_ resource: Resource) -> [String] {
    let facts: [(String, Bool)] = [
      ("title.en", resource.title.en == nil), ("title.cy", resource.title.cy == nil),
      ("description.en", resource.description.en == nil),
      ("description.cy", resource.description.cy == nil), ("url", resource.url == nil),
      ("publisher", resource.publisher.isEmpty), ("published", resource.published == nil),
      ("language", resource.language.isEmpty), ("kind", resource.kind == nil),
      ("audience", resource.audience.isEmpty), ("ageRange", resource.ageRange == nil),
      ("topics", resource.topics.isEmpty), ("sources", resource.sources.isEmpty),
    ]
    return facts.filter(\.1).map(\.0)
  }

  // MARK: Writing

  private func put(
    _ resource: Resource, _ text: [UInt8], _ bytes: [UInt8], record: String, content: String
  ) throws(CatalogueError) {
    let folder = corpus + "/resources"
    let contentFolder =
      content.contains("/") ? "\(folder)/\(resource.id.slug)" : folder
    let contentName = content.split(separator: "/").last.map(String.init) ?? content
    let taken = try disk { () throws(StorageError) in
      try fileSystem.entry(at: "\(corpus)/\(record)") != nil
    }
    guard !taken else { throw Self.taken(resource, by: record, in: record) }
    // The very file that is handed in may lie there already.
    let present = try disk { () throws(StorageError) -> [UInt8]? in
      guard try fileSystem.entry(at: "\(folder)/\(content)") != nil else { return nil }
      return try fileSystem.read("\(folder)/\(content)", bytesMax: limits.contentBytesMax)
    }
    guard present == nil || present == bytes else {
      throw Self.taken(resource, by: "resources/" + content, in: record)
    }
    try disk { () throws(StorageError) in
      try fileSystem.makeFolder(contentFolder)
      if present == nil {
        try fileSystem.replaceFile(contentName, in: contentFolder, with: bytes)
      }
      try fileSystem.replaceFile("\(resource.id.slug).md", in: folder, with: text)
    }
  }

  private static func taken(
    _ resource: Resource, by other: String, in record: String
  ) -> CatalogueError {
    CatalogueError.faults([
      RecordFault(
        file: record, field: "id",
        problem: .duplicateID(id: resource.id.slug, firstFile: other))
    ])
  }

  private func refuse(_ faults: [RecordFault]) throws(CatalogueError) {
    let errors = faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw CatalogueError.faults(errors) }
  }

  private func disk<Result>(
    _ body: () throws(StorageError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(StorageError) { return try body() } catch { throw CatalogueError.storage(error) }
  }
}
