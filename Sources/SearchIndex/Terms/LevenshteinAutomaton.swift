/// Recognises the strings at most `distance` edits away from a term, and names the next string in
/// order that could be one.
///
/// An edit inserts, deletes or replaces a Unicode scalar or swaps two neighbours, and no scalar is
/// edited twice (the optimal string alignment distance: `ca` to `abc` is 3). The automaton is not
/// built as a table: a state is the row of the distance matrix that the scalars read so far lead
/// to, and the rows of the current string are kept, so that a string that shares a beginning with
/// the one before only adds its new rows. A row with no cell within `distance` is a dead end.
///
/// Source: Schulz & Mihov, "Fast string correction with Levenshtein automata", 2002, for the idea;
/// walking it against a sorted dictionary is Lucene's AutomatonTermsEnum.
struct LevenshteinAutomaton {
  /// The largest distance offered: beyond it nearly everything short matches.
  static let distanceMax = 2

  private let query: [UInt32]
  private let distance: Int
  private let prefixLength: Int
  /// The query's scalars in order, each once.
  private let alphabet: [UInt32]
  /// The scalars read so far that lead to live rows.
  private var path: [UInt32] = []
  /// Rows of `query.count + 1` cells, one more than `path` has scalars; cells stop at distance + 1.
  private var rows: [UInt8]
  /// The scalar after `path` that led to a dead end.
  private var killer: UInt32?

  /// - Parameters:
  ///   - query: the wanted term's scalars.
  ///   - distance: taken to lie within 0...2.
  ///   - prefixLength: how many scalars at the beginning must be equal; at most the query's.
  init(_ query: [UInt32], distance: Int, prefixLength: Int) {
    self.query = query
    self.distance = min(max(distance, 0), Self.distanceMax)
    self.prefixLength = min(max(prefixLength, 0), query.count)
    alphabet = Set(query).sorted()
    rows = []
    for cell in 0...query.count { rows.append(UInt8(min(cell, self.distance + 1))) }
  }

  /// The bytes with which every match begins.
  var requiredPrefix: [UInt8] { UTF8Scalars.encode(Array(query[..<prefixLength])) }

  /// Whether no string that starts with the last one given to `match(_:)` can match.
  var isDeadEnd: Bool { killer != nil }

  /// How many edits `text` is away; nil where it does not match.
  mutating func match(_ text: [UInt32]) -> Int? {
    var shared = 0
    while shared < min(path.count, text.count), path[shared] == text[shared] { shared += 1 }
    shrink(to: shared)
    killer = nil
    for scalar in text[shared...] where !push(scalar) {
      killer = scalar
      return nil
    }
    let edits = Int(rows[path.count * (query.count + 1) + query.count])
    return edits <= distance && path.count >= prefixLength ? edits : nil
  }

  /// `1 - edits / length of the shorter`, at least 0, of a match with `length` scalars.
  func similarity(edits: Int, to length: Int) -> Float {
    let shorter = min(length, query.count)
    guard edits > 0 else { return 1 }
    guard shorter > edits else { return 0 }
    return 1 - Float(edits) / Float(shorter)
  }

  /// The smallest string that is larger than the last one given to `match(_:)`, and than all that
  /// start with it, and could be the beginning of a match; nil where there is none.
  ///
  /// - Precondition: `isDeadEnd`.
  mutating func successor() -> [UInt32]? {
    guard var after = killer else { return nil }
    while true {
      if let scalar = liveScalar(above: after) { return path + [scalar] }
      guard let last = path.last else { return nil }
      after = last
      shrink(to: path.count - 1)
    }
  }

  /// The smallest scalar above `scalar` that keeps the path alive.
  private mutating func liveScalar(above scalar: UInt32) -> UInt32? {
    if path.count < prefixLength {
      let only = query[path.count]
      return only > scalar ? only : nil
    }
    // A scalar that the query lacks never does better than one it has, so if that lives all do.
    if lives(UInt32.max) {
      let next = scalar == 0xD7FF ? 0xE000 : scalar + 1
      return next <= 0x10FFFF ? next : nil
    }
    for candidate in alphabet where candidate > scalar && lives(candidate) { return candidate }
    return nil
  }

  private mutating func lives(_ scalar: UInt32) -> Bool {
    guard push(scalar) else { return false }
    shrink(to: path.count - 1)
    return true
  }

  private mutating func shrink(to count: Int) {
    path.removeLast(path.count - count)
    rows.removeLast(rows.count - (count + 1) * (query.count + 1))
  }

  /// Reads one more scalar; false, and nothing changed, where that is a dead end.
  private mutating func push(_ scalar: UInt32) -> Bool {
    if path.count < prefixLength, query[path.count] != scalar { return false }
    let width = query.count + 1
    let above = path.count * width
    let row = above + width
    let cap = UInt8(distance + 1)
    rows.append(min(UInt8(clamping: path.count + 1), cap))
    var smallest = rows[row]
    for cell in 1..<max(width, 1) {
      let replaced = rows[above + cell - 1] + (query[cell - 1] == scalar ? 0 : 1)
      var edits = min(replaced, rows[above + cell] + 1, rows[row + cell - 1] + 1)
      if cell > 1, let last = path.last, query[cell - 1] == last, query[cell - 2] == scalar {
        edits = min(edits, rows[above - width + cell - 2] + 1)
      }
      rows.append(min(edits, cap))
      smallest = min(smallest, edits)
    }
    path.append(scalar)
    guard smallest <= UInt8(distance) else {
      shrink(to: path.count - 1)
      return false
    }
    return true
  }
}
