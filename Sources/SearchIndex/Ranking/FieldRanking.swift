/// What scoring needs of a field, settled when a reader opens: it stays the same as long as its
/// segments do.
struct FieldRanking: Sendable {
  /// Sums over all segments.
  let statistics: FieldStatistics
  /// By norm, what frequencies are multiplied by.
  let normInverses: [Float]

  /// What it is for the field `name` of `segments`.
  init(of name: String, in segments: [Segment]) {
    statistics = FieldStatistics(of: name, in: segments)
    normInverses =
      statistics.hasNorms
      ? BM25().normInverses(averageLength: statistics.averageLength)
      : Self.withoutNorms
  }

  /// A field that no document has.
  static let none = FieldRanking(of: "", in: [])

  private static let withoutNorms = BM25().normInversesWithoutNorms()
}
