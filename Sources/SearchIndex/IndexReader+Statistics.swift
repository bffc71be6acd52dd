/// What an index holds, in numbers.
public struct IndexStatistics: Sendable, Equatable {
  /// A segment.
  public struct Segment: Sendable, Equatable {
    /// The segment's name.
    public var name: String
    /// Its documents, deleted ones included.
    public var documentCount: Int
    /// Those that are deleted.
    public var deletedCount: Int
  }

  /// A field, over all segments.
  public struct Field: Sendable, Equatable {
    /// The field's name.
    public var name: String
    /// What it holds.
    public var kind: FieldKind
    /// The documents with a value, deleted ones included.
    public var documentCount: Int
    /// A text field's number of words; 0 for the other kinds.
    public var totalTermCount: UInt64
    /// A text or tag field's number of different terms, each counted once a segment.
    public var termCount: Int
  }

  /// The segments in their order.
  public var segments: [Segment]
  /// The fields in byte order of their names.
  public var fields: [Field]
}

extension IndexReader {
  /// What the index holds, in numbers.
  public var statistics: IndexStatistics {
    let counts = segments.map { segment in
      IndexStatistics.Segment(
        name: segment.name, documentCount: segment.documentCount,
        deletedCount: segment.liveDocs?.deletedCount ?? 0)
    }
    var fields: [String: IndexStatistics.Field] = [:]
    for segment in segments {
      // The field without a name holds the keys and is the engine's own.
      for name in segment.fieldNames where !name.isEmpty {
        guard let field = segment.field(name) else { continue }
        var sum =
          fields[name]
          ?? IndexStatistics.Field(
            name: name, kind: field.kind, documentCount: 0, totalTermCount: 0, termCount: 0)
        sum.documentCount += field.documentCount
        sum.totalTermCount &+= field.totalTermCount
        sum.termCount &+= field.termCount
        fields[name] = sum
      }
    }
    return IndexStatistics(
      segments: counts,
      fields: fields.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }
}
