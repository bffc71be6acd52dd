/// Which segments to merge.
///
/// Only neighbours are, so that documents keep their order, and with it the order of hits of equal
/// score.
///
/// Segments fall into levels by length: up to ``floorBytes`` is level 0, and each level above holds
/// segments ``segmentsPerLevel`` times as long. When that many of one level stand in a row, with
/// smaller ones between them at most, they become one: each document is so rewritten about once a
/// level. (Lucene's LogMergePolicy, without its upper limit.)
struct MergePolicy: Sendable {
  /// What the policy sees of a segment.
  struct Candidate: Sendable {
    /// The file's length.
    var bytes: Int
    /// The number of documents, deleted ones included.
    var documentCount: Int
    /// The number of deleted documents.
    var deletedCount: Int
  }

  /// How many segments of a level become one.
  var segmentsPerLevel = 10
  /// The length up to which a segment counts as small.
  var floorBytes = 2 << 20
  /// The share of deleted documents above which a segment is written anew.
  var deletedShareMax = 0.33
  /// Whether a small segment is written anew for a single deleted document: it costs little, and
  /// deleted documents count in the statistics of scores.
  var rewritesSmall = true

  /// Whether a segment should be written anew, without its deleted documents.
  func wantsRewriting(_ segment: Candidate) -> Bool {
    guard segment.deletedCount > 0 else { return false }
    return (rewritesSmall && segment.bytes <= floorBytes)
      || Double(segment.deletedCount) > deletedShareMax * Double(segment.documentCount)
  }

  /// The segments to merge next; nil when all is well.
  func merge(of segments: [Candidate]) -> Range<Int>? {
    let levels = segments.map { level(of: $0.bytes) }
    guard let top = levels.max() else { return nil }
    for level in 0...top {
      var start = 0
      for end in 0...levels.count where end == levels.count || levels[end] > level {
        let run = start..<end
        start = end + 1
        guard levels[run].count(where: { $0 == level }) >= segmentsPerLevel else { continue }
        let documentCount = segments[run].reduce(0) { $0 + $1.documentCount - $1.deletedCount }
        if documentCount <= SegmentFormat.documentCountMax { return run }
      }
    }
    return nil
  }

  private func level(of bytes: Int) -> Int {
    var level = 0
    var limit = floorBytes
    while bytes > limit {
      level += 1
      limit = limit.multipliedReportingOverflow(by: max(2, segmentsPerLevel)).partialValue
      if limit <= 0 { return level }
    }
    return level
  }
}
