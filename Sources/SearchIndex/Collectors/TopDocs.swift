/// The best documents of a search.
public struct TopDocs: Sendable, Equatable {
  /// One document found.
  public struct Hit: Sendable, Equatable {
    /// Which segment of the reader, counted from 0.
    public var segment: Int
    /// The document within the segment.
    public var docID: DocID
    /// The score; never NaN.
    public var score: Float

    /// Makes a hit.
    public init(segment: Int, docID: DocID, score: Float) {
      self.segment = segment
      self.docID = docID
      self.score = score
    }
  }

  /// How many documents match in all; as many as there are hits where nobody asked for it.
  public var total: Int
  /// The best of them, best first.
  public var hits: [Hit]
  /// Whether a prefix or fuzzy term stood for more terms than `SearchOptions.expansionsMax`, so that
  /// documents that have only the terms left out were not found.
  public var isCut: Bool

  /// Makes a result.
  public init(total: Int, hits: [Hit], isCut: Bool = false) {
    self.total = total
    self.hits = hits
    self.isCut = isCut
  }
}

/// One thing to order hits by.
///
/// After the last key, hits are in order of segment and doc id.
public enum SortKey: Sendable, Hashable {
  /// By score, highest first.
  case score
  /// By a number field; documents without a value come last either way.
  case number(field: String, descending: Bool)
  /// By the bytes of a tag field's first value; documents without one come last either way.
  case tag(field: String, descending: Bool)
}

/// How many documents of a result have one value of a facet.
public struct FacetCount: Sendable, Hashable {
  /// The value.
  public var value: String
  /// The number of documents.
  public var count: Int

  /// Makes a count.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}
