/// Reads a ``TermStream`` run by run.
struct StreamReader {
  private let stream: TermStream
  private var run = 0
  private var piece = 0
  private var offset = 0
  private var jump = 0
  private var index = 0

  /// Starts at the first run.
  init(_ stream: TermStream) {
    self.stream = stream
  }

  /// The document of the next run; nil at the end.
  var docID: DocID? { run < stream.runs.count ? stream.runs[run].docID : nil }

  /// Puts the next run's occurrences where `cursors` have the places of their terms.
  mutating func distribute(
    _ places: Span<UInt32>, _ cursors: inout [UInt32], _ occurrences: inout [UInt64]
  ) {
    let docID = UInt64(stream.runs[run].docID) << 32
    var rest = Int(stream.runs[run].count)
    enterPiece()
    let numbers = stream.pieces[piece]
    var position: UInt32 = 0
    while rest > 0 {
      if nextJump == 0 {
        position = stream.jumps[jump].position
        jump += 1
      }
      let end = offset + min(rest, nextJump)
      Self.distribute(
        numbers.span.extracting(offset..<end), docID | UInt64(position), places, &cursors,
        &occurrences)
      position += UInt32(end - offset)
      rest -= end - offset
      index += end - offset
      offset = end
    }
    run += 1
  }

  /// Hands the terms of the next run, which is of tags, to `take`.
  mutating func readRun(_ take: (UInt32) -> Void) {
    enterPiece()
    let count = Int(stream.runs[run].count)
    for number in stream.pieces[piece][offset..<offset + count] { take(number) }
    offset += count
    index += count
    run += 1
  }

  private mutating func enterPiece() {
    guard offset == stream.pieces[piece].count else { return }
    piece += 1
    offset = 0
  }

  /// How many occurrences there are up to the next jump.
  private var nextJump: Int {
    jump < stream.jumps.count ? stream.jumps[jump].index - index : .max
  }

  private static func distribute(
    _ numbers: Span<UInt32>, _ first: UInt64, _ places: Span<UInt32>, _ cursors: inout [UInt32],
    _ occurrences: inout [UInt64]
  ) {
    var cursors = cursors.mutableSpan
    var occurrences = occurrences.mutableSpan
    let outside = UInt32(cursors.count - 1)
    var value = first
    for index in numbers.indices {
      let place = places[Int(numbers[index])]
      let cursor = cursors[Int(place)]
      occurrences[Int(cursor)] = value
      // No branch: whether a term is of the slice cannot be foreseen.
      cursors[Int(place)] = cursor + (place < outside ? 1 : 0)
      value += 1
    }
  }
}
