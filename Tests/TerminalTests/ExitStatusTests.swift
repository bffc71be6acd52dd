import Catalogue
import SearchIndex
import Storage
import Testing

@testable import Terminal

@Suite struct ExitStatusTests {
  @Test(
    arguments: [
      (CatalogueError.badValue(option: "--age", found: "x", expected: "8"), 64),
      (.limit(name: "limit", max: 1_000), 64),
      (.unknownValue(facet: "kind", found: "postr", nearest: "poster"), 64),
      (.notFound(id: "nothing"), 1),
      (.faults([]), 65),
      (.outdated(file: "index"), 65),
      (.timeout, 75),
      (.index(.noIndex(folder: "index")), 66),
      (.index(.corrupt(file: "a", section: "terms", offset: 0, expected: "b")), 65),
      (.index(.locked(holder: "somebody")), 75),
      (.storage(.notFound(path: "a")), 66),
      (.storage(.notPermitted(path: "a", operation: "open")), 66),
      (.storage(.notPermitted(path: "a", operation: "create")), 73),
      (.storage(.diskFull(path: "a")), 73),
      (.storage(.failed(path: "a", operation: "sync", errno: 5)), 74),
    ] as [(CatalogueError, Int32)])
  func `every error has a status of sysexits`(error: CatalogueError, status: Int32) {
    #expect(ExitStatus(error).rawValue == status)
  }
}
