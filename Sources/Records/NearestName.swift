/// Finds the allowed name that a misspelt one most likely meant.
public enum NearestName {
  /// Longer words than this are not compared: they are no misspelt names.
  private static let lettersMax = 100

  /// The candidate nearest to `word` without regard to case, or nil where none is near: more than
  /// half of its letters would have to change and neither begins the other.
  ///
  /// Of equally near ones the first wins.
  ///
  /// - Complexity: O(candidates × letters²).
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= lettersMax else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard other.count <= lettersMax else { continue }
      let allowed = max(letters.count, other.count) / 2
      let steps = distance(letters, other)
      if steps <= allowed, steps < best?.distance ?? Int.max { best = (candidate, steps) }
    }
    return best?.name
      ?? candidates.first { isBeginning(letters, Array($0.lowercased().unicodeScalars)) }
  }

  /// Whether one word begins the other: *web* is short for *web page*, *child concerned* long for
  /// *child*.
  private static func isBeginning(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    min(left.count, right.count) >= 3 && (left.starts(with: right) || right.starts(with: left))
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one
  /// word into the other (optimal string alignment).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var twoBack: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let isSame = left[row] == right[column]
        var steps = min(
          previous[column + 1] + 1, current[column] + 1, previous[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          steps = min(steps, twoBack[column - 1] + 1)
        }
        current.append(steps)
      }
      twoBack = previous
      previous = current
    }
    return previous[right.count]
  }
}
