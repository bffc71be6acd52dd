internal import SearchIndex
internal import Synchronization

/// The values of facets as the index spells them, by what they are in small letters.
///
/// Read when a facet is first asked for, then kept: a generation does not change.
final class FacetSpellings: Sendable {
  /// A facet's values: in small letters, in order, each with its spellings.
  struct Values: Sendable {
    fileprivate(set) var folded: [String] = []
    fileprivate(set) var spellings: [String: [String]] = [:]
  }

  private let known = Mutex<[Facet: Values]>([:])

  /// The values of `facet` in `reader`, which is always the same one.
  ///
  /// - Complexity: the first time, a walk over the facet's values.
  func values(of facet: Facet, in reader: IndexReader) throws(IndexError) -> Values {
    if let values = known.withLock({ $0[facet] }) { return values }
    var values = Values()
    let terms = try reader.terms(startingWith: [], field: facet.rawValue, limit: .max)
    for (term, _) in terms {
      let spelling = String(decoding: term, as: UTF8.self)
      values.spellings[spelling.lowercased(), default: []].append(spelling)
    }
    values.folded = values.spellings.keys.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    known.withLock { $0[facet] = values }
    return values
  }
}

/// Which values of a facet are meant, whatever their case.
public enum FacetPattern: Sendable, Hashable {
  /// The value.
  case equal(String)
  /// Those that begin so.
  case prefix(String)
  /// Those that end so.
  case suffix(String)
  /// Those that have it within.
  case containing(String)
}

extension Catalogue {
  /// The values of `facet` that one of `patterns` means, as the index spells them.
  public func spellings(
    of facet: Facet, matching patterns: [FacetPattern]
  ) throws(CatalogueError) -> [String] {
    let values = try wrap { () throws(IndexError) in
      try spellings.values(of: facet, in: reader)
    }
    var found: [String] = []
    // A pattern that stands there twice finds nothing more.
    var seen: Set<FacetPattern> = []
    for pattern in patterns where seen.insert(pattern).inserted {
      switch pattern {
      case .equal(let text): found += values.spellings[text.lowercased()] ?? []
      case .prefix(let text):
        found += Self.matching(values, text) { $0.utf8.starts(with: $1.utf8) }
      case .suffix(let text):
        found += Self.matching(values, text) { $0.utf8.reversed().starts(with: $1.utf8.reversed()) }
      case .containing(let text): found += Self.matching(values, text) { $0.contains($1) }
      }
    }
    return found
  }

  /// The values of `facet` in small letters and in the order of their bytes, as RediSearch gives tags.
  public func foldedValues(of facet: Facet) throws(CatalogueError) -> [String] {
    try wrap { () throws(IndexError) in try spellings.values(of: facet, in: reader).folded }
  }

  private static func matching(
    _ values: FacetSpellings.Values, _ text: String, _ isMeant: (String, String) -> Bool
  ) -> [String] {
    let text = text.lowercased()
    return values.folded.filter { isMeant($0, text) }.flatMap { values.spellings[$0] ?? [] }
  }
}
