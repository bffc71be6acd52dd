import Catalogue
import Curation
import Foundation
import TestSupport

/// The shipped corpus, indexed once for all tests of a run into a folder of its own.
enum ShippedCatalogue {
  static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("corpus").path

  private static let folder = Result { try TemporaryFolder() }

  static let shared: Result<Catalogue, any Error> = Result {
    let index = try folder.get().path("index")
    _ = try CatalogueBuilder(corpus: corpus, index: index, holder: "test").build()
    return try Catalogue(index: index)
  }
}
