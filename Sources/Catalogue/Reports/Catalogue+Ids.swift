internal import SearchIndex

extension Catalogue {
  /// Some of the ids of this generation, in an order of its own, from the place `start` on.
  ///
  /// Every id comes once when the pages are followed from place 0 to the end.
  ///
  /// - Complexity: O(`count`) and the deleted in between.
  public func ids(from start: Int, count: Int) throws(CatalogueError) -> ResourcePage {
    try wrap { () throws(IndexError) in
      let page = try reader.keys(from: start, count: count)
      return ResourcePage(ids: page.keys, next: page.next)
    }
  }
}

/// Some of the ids of a generation.
public struct ResourcePage: Sendable, Equatable {
  /// The ids.
  public let ids: [String]
  /// The place where the next page begins; nil where this is the last.
  public let next: Int?
}
