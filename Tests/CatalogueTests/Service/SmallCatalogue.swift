import Catalogue
import Curation
import Storage
import TestSupport

/// A corpus of a dozen made-up records in a folder of the test's own, and its index.
struct SmallCatalogue {
  /// One record; its work is its id but for the language at the end.
  struct Record {
    var id: String
    var title: String
    var fields: [String]
    var body = ""
  }

  static let records = [
    Record(
      id: "children-page-cy", title: "Speak and be safe",
      fields: [
        "language: [cy]", "kind: web page", "audience: [children]", "ageRange: \"0-11\"",
        "ageOf: reader", "published: \"2021-03\"",
      ]),
    Record(
      id: "children-page-en", title: "Speak and be safe",
      fields: [
        "language: [en]", "kind: web page", "audience: [children]", "ageRange: \"0-11\"",
        "ageOf: reader", "published: \"2020\"",
      ], body: "A lantern by the harbour."),
    Record(
      id: "classroom-poster-cy", title: "Count to ten",
      fields: [
        "language: [cy]", "kind: poster", "audience: [children]", "ageRange: \"5-7\"",
        "ageOf: reader", "published: \"2022\"",
      ]),
    Record(
      id: "cartoon-en", title: "The boat",
      fields: [
        "language: [en]", "kind: video", "audience: [children]", "ageRange: \"8-10\"",
        "ageOf: reader",
      ], body: "A lantern in the rain."),
    Record(
      id: "teenage-guide-en", title: "Your choice",
      fields: [
        "language: [en]", "kind: guide", "audience: [young people]", "ageRange: \"11-18\"",
        "ageOf: reader", "published: \"2021-09-07\"",
      ], body: "The harbour orchard."),
    Record(
      id: "teenage-guide-cy", title: "Your choice",
      fields: [
        "language: [cy]", "kind: guide", "audience: [young people]", "ageRange: \"12-\"",
        "ageOf: reader", "published: \"2021\"",
      ]),
    Record(
      id: "home-leaflet-en", title: "Small steps",
      fields: [
        "language: [en]", "kind: leaflet", "audience: [parents]", "ageRange: \"0-4\"",
        "ageOf: child", "published: \"2019\"",
      ]),
    Record(
      id: "home-leaflet-cy", title: "Small steps",
      fields: [
        "language: [cy]", "kind: leaflet", "audience: [parents, carers]", "ageRange: \"0-11\"",
        "ageOf: child", "published: \"2023\"",
      ]),
    Record(
      id: "lesson-cy", title: "Talking together",
      fields: [
        "language: [cy]", "kind: lesson plan", "audience: [education settings]",
        "ageRange: \"7-11\"", "ageOf: child",
      ]),
    Record(
      id: "wall-poster-cy", title: "A number to ring",
      fields: ["language: [cy]", "kind: poster", "audience: [children]", "published: \"2018\""]),
    Record(
      id: "findings-en", title: "What was found",
      fields: [
        "language: [en]", "kind: research report", "audience: [practitioners]",
        "published: \"2019-2020\"",
      ]),
    Record(
      id: "simple-words-cy", title: "In simple words",
      fields: [
        "language: [cy-simple]", "kind: easy read", "audience: [people with learning disabilities]",
        "accessibility: [easy read]",
      ]),
  ]

  /// Holds `corpus` and `index`.
  let folder: TemporaryFolder

  /// Where the index is.
  var index: String { folder.path("index") }

  /// Writes the corpus; nothing is indexed yet.
  init(records: [Record] = Self.records) throws {
    folder = try TemporaryFolder()
    let disk = DiskFileSystem()
    for part in ["vocabulary", "plan"] {
      let source = ShippedCatalogue.corpus + "/" + part
      for entry in try disk.list(source) where !entry.isFolder {
        let bytes = try disk.read(source + "/" + entry.name, bytesMax: 1_000_000)
        try folder.write("corpus/\(part)/\(entry.name)", bytes)
      }
    }
    try DiskFileSystem().makeFolder(folder.path("corpus/resources"))
    for record in records { try write(record) }
  }

  /// Puts a record into the corpus, in the place of the one with its id.
  func write(_ record: Record) throws {
    let isVersion = record.id.hasSuffix("-en") || record.id.hasSuffix("-cy")
    let work = isVersion ? String(record.id.dropLast(3)) : record.id
    try write(
      "resources/\(record.id).md",
      """
      ---
      id: \(record.id)
      work: \(work)
      title:
        en: "\(record.title)"
      \(record.fields.joined(separator: "\n"))
      ---
      \(record.body)

      """)
  }

  /// Puts a record into the corpus of which only titles, language and text are known.
  func write(
    _ id: String, titles: [String: String], language: String, body: String = ""
  ) throws {
    let lines = titles.sorted { $0.key < $1.key }.map { "  \($0.key): \"\($0.value)\"" }
    try write(
      "resources/\(id).md",
      """
      ---
      id: \(id)
      work: \(id)
      title:
      \(lines.joined(separator: "\n"))
      language: [\(language)]
      ---
      \(body)

      """)
  }

  /// Writes a file of the corpus.
  func write(_ name: String, _ text: String) throws {
    try folder.write("corpus/" + name, text)
  }

  /// The text of a file of the corpus.
  func text(of name: String) throws -> String {
    let path = folder.path("corpus/" + name)
    return String(decoding: try DiskFileSystem().read(path, bytesMax: 1_000_000), as: UTF8.self)
  }

  /// Takes a record out of the corpus.
  func remove(_ id: String) throws {
    try DiskFileSystem().remove(folder.path("corpus/resources/\(id).md"))
  }

  /// Brings the index up to date.
  @discardableResult
  func build() throws -> BuildReport {
    try CatalogueBuilder(corpus: folder.path("corpus"), index: index, holder: "test").build()
  }

  /// Opens the index.
  func open() throws -> Catalogue { try Catalogue(index: index) }

  /// The index of the corpus as it is written above.
  static func built() throws -> (folder: TemporaryFolder, catalogue: Catalogue) {
    let small = try SmallCatalogue()
    try small.build()
    return (small.folder, try small.open())
  }
}
