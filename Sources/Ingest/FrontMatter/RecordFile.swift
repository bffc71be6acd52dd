public import Records

/// A record on disk: Markdown with YAML front matter.
///
///     file  = "---" line  fields  "---" line  body
///
/// The field names are those of ``Resource``. Reading is strict and lists all faults at once;
/// unknown fields, values of the wrong kind, repeated fields, anchors and aliases are refused.
public struct RecordFile: Sendable {
  /// The record, without its body; nil where the front matter could not be read at all.
  public private(set) var resource: Resource?
  /// The text below the front matter, Markdown marks taken out.
  public private(set) var body: String
  /// The line of each field by its path: `title`, `title.cy`, `audience[1]`.
  public private(set) var lines: [String: Int]
  /// What is wrong, by line.
  public private(set) var faults: [RecordFault]

  /// The fields in the order in which they are written.
  static let fieldNames = [
    "id", "work", "title", "titleStatus", "description", "url", "urlStatus", "publisher", "creator",
    "commissionedBy", "published", "language", "kind", "audience", "ageRange", "ageOf", "topics",
    "accessibility", "rights", "action", "planStatus", "status", "sources", "note", "content",
  ]

  /// Reads a record file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its path relative to the corpus folder, for faults; its last part without `.md` is
  ///     the id that the record must have.
  ///   - bytesMax: the size beyond which it is refused.
  public init(_ bytes: [UInt8], file: String, bytesMax: Int = IngestLimits().recordBytesMax) {
    resource = nil
    body = ""
    lines = [:]
    faults = []
    func fault(_ problem: RecordFault.Problem, _ line: Int?, _ field: String? = nil) -> RecordFault
    {
      RecordFault(file: file, line: line, field: field, problem: problem)
    }
    guard bytes.count <= bytesMax else {
      faults = [fault(.tooLarge(bytes: bytes.count, bytesMax: bytesMax), nil)]
      return
    }
    let source: String
    do throws(ContentFault) {
      source = try SourceText.read(bytes)
    } catch {
      faults = [fault(error.problem, error.line)]
      return
    }
    guard let parts = Self.split(source) else {
      faults = [fault(.noFrontMatter, 1)]
      return
    }
    let node: YAMLNode
    do throws(YAMLParser.Failure) {
      node = try YAMLParser.parse(parts.frontMatter, firstLine: 2)
    } catch {
      faults = [fault(error.problem, error.line, error.field)]
      return
    }
    body = MarkdownText.plain(parts.body)
    var reader = FieldReader(file: file)
    resource = Self.resource(node, name: Self.name(of: file), &reader)
    lines = reader.lines
    faults = reader.faults
    sortFaults()
  }

  /// The id that the record in `file` must have.
  static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".md") ? String(last.dropLast(3)) : last
  }

  /// Puts the vocabularies' values in the place of words that have an alias.
  mutating func applyAliases(_ vocabularies: Vocabularies) {
    guard var record = resource else { return }
    record.kind = record.kind.map { canonical([$0], of: "kind", "kind", vocabularies)[0] }
    record.audience = canonical(record.audience, of: "audience", "audience", vocabularies)
    record.topics = canonical(record.topics, of: "topic", "topics", vocabularies)
    record.accessibility = canonical(
      record.accessibility, of: "accessibility", "accessibility", vocabularies)
    resource = record
  }

  /// Adds faults found by checks that need more than this file.
  mutating func add(_ others: [RecordFault]) {
    faults += others
    sortFaults()
  }

  private mutating func sortFaults() {
    // Stable: faults of one line keep the order of the checks.
    faults = faults.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }

  private mutating func canonical(
    _ words: [String], of facet: String, _ path: String, _ vocabularies: Vocabularies
  ) -> [String] {
    var values: [String] = []
    var valueLines: [Int?] = []
    for (place, word) in words.enumerated() {
      let meant = vocabularies.canonical(word, in: facet)
      for value in meant.isEmpty ? [word] : meant where !values.contains(value) {
        values.append(value)
        valueLines.append(lines["\(path)[\(place)]"])
      }
    }
    for (place, line) in valueLines.enumerated() { lines["\(path)[\(place)]"] = line }
    return values
  }

  /// The front matter and the body, or nil where there is no closed front matter.
  private static func split(_ source: String) -> (frontMatter: String, body: String)? {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    func isFence(_ line: Substring) -> Bool {
      line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
    guard let first = lines.first, isFence(first),
      let close = lines.dropFirst().firstIndex(where: isFence)
    else { return nil }
    return (
      lines[1..<close].joined(separator: "\n"), lines[(close + 1)...].joined(separator: "\n")
    )
  }

  private static func resource(
    _ node: YAMLNode, name: String, _ reader: inout FieldReader
  ) -> Resource? {
    let fields = reader.fields(
      node, path: "", allowed: fieldNames, expected: "fields, one a line, as id: …")
    let slugForm = "a slug of lower-case letters, digits and hyphens, at most 100"
    func slug(_ field: String) -> ResourceID? {
      guard let text = reader.requiredText(fields[field], path: field, line: 1) else { return nil }
      if let id = ResourceID(text) { return id }
      reader.add(
        .badForm(found: text, expected: slugForm), line: fields[field]?.line, field: field)
      return nil
    }
    let written = slug("id")
    let work = slug("work")
    if let written, written.slug != name {
      reader.add(.idIsNotFileName(id: written.slug), line: fields["id"]?.line, field: "id")
    }
    // Without an id of its own the file's name lets the other fields be checked all the same.
    guard let id = written ?? ResourceID(name) else { return nil }
    var record = Resource(id: id, work: work ?? id)
    record.title = reader.bilingual(fields["title"], path: "title")
    let statuses = reader.fields(
      fields["titleStatus"], path: "titleStatus", allowed: ["en", "cy"],
      expected: "en: and cy: with a status each")
    record.titleStatus = TitleStatuses(
      en: reader.oneOf(TitleStatus.self, statuses["en"], path: "titleStatus.en"),
      cy: reader.oneOf(TitleStatus.self, statuses["cy"], path: "titleStatus.cy"))
    record.description = reader.bilingual(fields["description"], path: "description")
    record.url = reader.text(fields["url"], path: "url")
    record.urlStatus = reader.text(fields["urlStatus"], path: "urlStatus")
    record.publisher = reader.texts(fields["publisher"], path: "publisher")
    record.creator = reader.texts(fields["creator"], path: "creator")
    record.commissionedBy = reader.texts(fields["commissionedBy"], path: "commissionedBy")
    record.published = reader.value(
      fields["published"], path: "published",
      expected: "a date: 2020-09-07, 2020-09, 2020, or a school year 2019-2020", PartialDate.init)
    record.language = languages(fields["language"], &reader)
    record.kind = reader.text(fields["kind"], path: "kind")
    if let line = fields["kind"]?.line { reader.setLine(line, of: "kind[0]") }
    record.audience = reader.texts(fields["audience"], path: "audience")
    record.ageRange = reader.value(
      fields["ageRange"], path: "ageRange",
      expected: "ages in whole years: 0-11, 12- (and over), -18 (and under)", AgeRange.init)
    record.ageOf = reader.oneOf(AgeOf.self, fields["ageOf"], path: "ageOf")
    record.topics = reader.texts(fields["topics"], path: "topics")
    record.accessibility = reader.texts(fields["accessibility"], path: "accessibility")
    record.rights = reader.text(fields["rights"], path: "rights")
    record.action = reader.text(fields["action"], path: "action")
    record.planStatus = reader.text(fields["planStatus"], path: "planStatus")
    record.status =
      reader.oneOf(ResourceStatus.self, fields["status"], path: "status") ?? .published
    record.sources = reader.texts(fields["sources"], path: "sources")
    record.note = reader.text(fields["note"], path: "note")
    record.content = reader.texts(fields["content"], path: "content")
    return record
  }

  private static func languages(_ node: YAMLNode?, _ reader: inout FieldReader) -> [LanguageTag] {
    var tags: [LanguageTag] = []
    for item in reader.items(node, path: "language") {
      let tag = reader.value(
        item, path: "language", expected: "a language tag: cy, en, bfi, cy-simple …",
        LanguageTag.init)
      guard let tag, !tags.contains(tag) else { continue }
      reader.setLine(item.line, of: "language[\(tags.count)]")
      tags.append(tag)
    }
    return tags
  }
}
