/// A word of a query and the ways to read it.
///
/// Most words have one reading of one token. `e-bost` has two: the token `ebost`, or `e` and `bost`
/// at following positions. A query asks for any of them: a reading of one token as a term, a
/// reading of several as a phrase.
public struct QueryWord: Sendable, Equatable {
  /// The readings; each is one way from the word's first position to its end, tokens in order.
  public var readings: [[TokenBatch.Token]]
  /// The first byte of the text that the word covers.
  public var start: Int
  /// The byte after the last.
  public var end: Int
}

extension TokenBatch {
  /// The most readings of a word; a word tied together from more keeps the first ones.
  public static let readingsMax = 16

  /// The words in order, each with its readings: what a query makes of the tokens.
  public func words() -> [QueryWord] {
    var words: [QueryWord] = []
    var first = 0
    while first < tokens.count {
      var last = first
      var lastPosition = tokens[first].position
      var index = first
      while index < tokens.count, tokens[index].position <= lastPosition {
        lastPosition = max(lastPosition, lastPositionCovered(by: index))
        last = index
        index += 1
      }
      words.append(word(first...last))
      first = last + 1
    }
    return words
  }

  /// The last position whose tokens lie within the token's byte range.
  private func lastPositionCovered(by index: Int) -> Int {
    let token = tokens[index]
    var covered = token.position
    var next = index + 1
    while next < tokens.count, tokens[next].start < token.end {
      if tokens[next].end <= token.end { covered = max(covered, tokens[next].position) }
      next += 1
    }
    return covered
  }

  private func word(_ range: ClosedRange<Int>) -> QueryWord {
    let group = Array(tokens[range])
    var readings: [[Token]] = []
    var unfinished: [(path: [Token], position: Int)] = [([], group[0].position)]
    while let (path, position) = unfinished.popLast(), readings.count < Self.readingsMax {
      let choices = range.filter { tokens[$0].position == position }
      guard !choices.isEmpty else {
        readings.append(path)
        continue
      }
      for choice in choices.reversed() {
        unfinished.append((path + [tokens[choice]], lastPositionCovered(by: choice) + 1))
      }
    }
    return QueryWord(
      readings: readings, start: group[0].start, end: group.map(\.end).max() ?? group[0].end)
  }
}
