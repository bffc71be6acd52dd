internal import SearchIndex

/// How much an index holds, in numbers that cost nothing to tell.
public struct IndexSizes: Sendable, Hashable {
  /// The resources.
  public var resources: Int
  /// The different terms of its text fields, each counted once a field and segment.
  public var terms: Int
  /// The words of its text fields.
  public var words: Int
  /// The bytes of its files.
  public var bytes: Int
}

extension Catalogue {
  /// How much the index holds.
  public var sizes: IndexSizes {
    var sizes = IndexSizes(resources: resourceCount, terms: 0, words: 0, bytes: size())
    for field in reader.statistics.fields where field.kind == .text {
      sizes.terms += field.termCount
      sizes.words += Int(clamping: field.totalTermCount)
    }
    return sizes
  }

  /// With how many words, titles and topics a text can be completed; only those in `language` unless it is
  /// nil.
  public func completionCount(language: String? = nil) throws(CatalogueError) -> Int {
    let data = try suggestionData()
    guard let language else { return data.words.count + data.titles.count }
    return [data.words, data.titles].reduce(0) { sum, list in
      sum + list.indices.count { list.language($0) == language }
    }
  }
}
