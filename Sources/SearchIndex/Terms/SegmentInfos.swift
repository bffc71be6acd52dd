/// What each segment of a reader knows of a term; nil where one does not have it.
///
/// That of the first segment is stored in place: a prefix stands for hundreds of terms, an index
/// mostly has one segment, and an array for each term would cost more than finding it.
struct SegmentInfos: RandomAccessCollection, Sendable {
  private var first: TermInfo?
  private var others: [TermInfo?] = []
  private(set) var endIndex = 0

  /// Those of no segment.
  init() {}

  /// That of the only segment.
  init(only info: TermInfo) {
    first = info
    endIndex = 1
  }

  /// Those of all segments.
  init(_ infos: [TermInfo?]) {
    for info in infos { append(info) }
  }

  var startIndex: Int { 0 }

  subscript(segment: Int) -> TermInfo? {
    precondition(segment >= 0 && segment < endIndex)
    return segment == 0 ? first : others[segment - 1]
  }

  /// Adds what the next segment knows.
  mutating func append(_ info: TermInfo?) {
    if endIndex == 0 { first = info } else { others.append(info) }
    endIndex += 1
  }
}
