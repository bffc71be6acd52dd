/// What ranking has to know of a field: sums over all segments of a reader, deleted documents
/// included until they are merged away, so that scores do not depend on how the documents are
/// spread over segments.
struct FieldStatistics: Sendable, Equatable {
  /// How many documents have the field.
  var documentCount = 0
  /// The sum of the field's lengths in words.
  var totalTermCount: UInt64 = 0
  /// Whether it is a text field: only these have norms.
  var hasNorms = false

  /// The mean length; 1 where there is nothing to take a mean of.
  var averageLength: Float {
    Self.averageLength(documentCount: documentCount, totalTermCount: totalTermCount)
  }

  /// The mean length of so many documents with so many tokens; 1 where there is none.
  static func averageLength(documentCount: Int, totalTermCount: UInt64) -> Float {
    guard documentCount > 0, totalTermCount > 0 else { return 1 }
    return Float(Double(totalTermCount) / Double(documentCount))
  }

  /// Adds up the field `name` of all segments.
  init(of name: String, in segments: [Segment]) {
    for segment in segments {
      guard let field = segment.field(name) else { continue }
      documentCount += field.documentCount
      totalTermCount &+= field.totalTermCount
      if field.kind == .text { hasNorms = true }
    }
  }
}
