import Catalogue
import Curation
import Storage
import TestSupport

/// A corpus of a few of the shipped records in a folder of the test's own, and its index.
struct SmallCatalogue {
  static let ids = [
    "childline-keep-safe-under12-cy", "childline-keep-safe-under12-en",
    "childline-keep-safe-over12-cy", "gwella-resources-cy", "gwella-resources-en",
  ]

  private static let shipped =
    #filePath.split(separator: "/").dropLast(3)
    .reduce("") { $0 + "/" + $1 } + "/corpus/"
  let folder: TemporaryFolder
  var index: String { folder.path("index") }

  /// Builds the index of the first `count` records.
  init(count: Int = ids.count) throws {
    folder = try TemporaryFolder()
    let disk = DiskFileSystem()
    for part in ["vocabulary", "plan"] {
      for entry in try disk.list(Self.shipped + part) where !entry.isFolder {
        try copy(part + "/" + entry.name)
      }
    }
    for id in Self.ids.prefix(count) { try copy("resources/\(id).md") }
    try build()
  }

  /// Adds a shipped record to the corpus.
  func add(_ id: String) throws { try copy("resources/\(id).md") }

  /// Brings the index up to date.
  @discardableResult
  func build() throws -> BuildReport {
    try CatalogueBuilder(corpus: folder.path("corpus"), index: index, holder: "test").build()
  }

  private func copy(_ path: String) throws {
    let bytes = try DiskFileSystem().read(Self.shipped + path, bytesMax: 1_000_000)
    try folder.write("corpus/" + path, bytes)
  }
}
