import Foundation
import TestSupport

/// The repository's corpus, indexed once by the real binary, and runs of the binary against it.
struct IndexedCorpus {
  /// The index could not be built.
  struct NotBuilt: Error, CustomStringConvertible {
    let description: String
  }

  private static let made = Result { try IndexedCorpus() }

  /// The one that all tests share; nobody writes to it.
  static func shared() throws -> IndexedCorpus { try made.get() }

  /// The corpus of the checkout.
  static let corpus = CanfodProcess.repository.appendingPathComponent("corpus").path

  private let folder: TemporaryFolder

  /// The folder that holds `index`.
  var path: String { folder.path }

  private init() throws {
    folder = try TemporaryFolder()
    let run = try CanfodProcess.run(["build", "--corpus", Self.corpus], in: folder.path)
    guard run.status == 0 else { throw NotBuilt(description: run.complaints) }
  }

  /// Runs the binary in the folder that holds `index`.
  func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> CanfodProcess.Run {
    try CanfodProcess.run(arguments, in: folder.path, input: input, environment: environment)
  }
}

/// A small corpus of a test's own, and what the binary makes of it.
struct OwnCorpus {
  /// The folder that holds `corpus` and `index`.
  let folder: TemporaryFolder

  /// Copies the vocabularies and the plan of the checkout and `records` of its records.
  init(records: [String]) throws {
    folder = try TemporaryFolder()
    let files = FileManager.default
    let target = folder.path("corpus")
    try files.createDirectory(
      atPath: target + "/resources", withIntermediateDirectories: true)
    for name in ["vocabulary", "plan"] {
      try files.copyItem(atPath: IndexedCorpus.corpus + "/" + name, toPath: target + "/" + name)
    }
    for id in records {
      try files.copyItem(
        atPath: IndexedCorpus.corpus + "/resources/\(id).md",
        toPath: target + "/resources/\(id).md")
    }
  }

  /// Runs the binary in the folder.
  func run(
    _ arguments: String..., input: String? = nil
  ) throws -> CanfodProcess.Run {
    try CanfodProcess.run(arguments, in: folder.path, input: input)
  }
}
