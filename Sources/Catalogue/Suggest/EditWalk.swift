/// How far words are from a typed one, as one goes through them in order.
///
/// Keeps a row of the distance matrix for every scalar of the current word, so that a word that begins
/// like the one before only adds its new rows, and a beginning from which nothing near can follow ends
/// all words that share it (Oflazer, "Error-tolerant finite-state recognition", 1996). Chosen over a
/// table of deletions (SymSpell), which is many times the words' size and knows no costs, and over
/// ``SearchIndex``'s automaton, which walks terms, not words, and counts every edit as one.
struct EditWalk {
  private let typed: [UInt32]
  private let costs: EditCosts
  private let limit: Int
  /// The rules that fit somewhere in the typed word, by the last scalar of what was meant; those where
  /// nothing was meant are under nil.
  private let rules: [UInt32?: [Fit]]
  /// How many rows back an edit can reach, and what it costs at least.
  private let reach: (rows: Int, cost: Int)
  private let width: Int
  /// The costs of having typed each scalar of the word for a certain one, as they were asked for.
  private var replaced: [UInt32: [Int]] = [:]

  /// A rule with the places of the typed word where its typed part ends.
  private struct Fit {
    var rule: Confusions.Rule
    var ends: [Int]
  }

  /// The scalars of the current word that were read.
  private(set) var path: [UInt32] = []
  /// Rows of `typed.count + 1` costs, one more than `path` has scalars.
  private var rows: [Int] = []
  /// The least cost of each row, and of the whole typed word to any beginning of the path so far.
  private var least: [Int] = []
  private var best: [Int] = []

  /// Costs above `limit` are of no interest.
  init(_ typed: [UInt32], costs: EditCosts, limit: Int) {
    self.typed = typed
    self.costs = costs
    self.limit = limit
    width = typed.count + 1
    var rules: [UInt32?: [Fit]] = [:]
    if costs.confusion < EditCosts.edit {
      for rule in Confusions.rules where rule.typed.count <= typed.count {
        let ends = (rule.typed.count...typed.count).filter { end in
          typed[..<end].suffix(rule.typed.count).elementsEqual(rule.typed)
        }
        if !ends.isEmpty { rules[rule.meant.last, default: []].append(Fit(rule: rule, ends: ends)) }
      }
    }
    self.rules = rules
    reach =
      rules.isEmpty
      ? (1, costs.swap) : (Confusions.lengthMax - 1, min(costs.swap, costs.confusion))
    var row = [0]
    for place in 0..<typed.count { row.append(row[place] + extraCost(place)) }
    rows = row
    least = [0]
    best = [row[typed.count]]
  }

  /// The cost of having typed the path.
  var cost: Int { rows[rows.count - 1] }

  /// The least cost of having typed a beginning of the path.
  var prefixCost: Int { best[best.count - 1] }

  /// Goes back to the first `count` scalars of the path.
  mutating func keep(_ count: Int) {
    guard count < path.count else { return }
    path.removeLast(path.count - count)
    rows.removeLast(rows.count - (count + 1) * width)
    least.removeLast(least.count - count - 1)
    best.removeLast(best.count - count - 1)
  }

  /// Reads one more scalar; false where no word that goes on from here is near enough.
  mutating func push(_ scalar: UInt32) -> Bool {
    let above = path.count * width
    path.append(scalar)
    let missing =
      path.count > 1 && path[path.count - 2] == scalar ? costs.doubled : EditCosts.edit
    rows.append(rows[above] + missing)
    var smallest = rows[above] + missing
    let replaced = replacing(scalar)
    let fits = (rules[scalar] ?? []).filter { path.hasSuffix($0.rule.meant) } + (rules[nil] ?? [])
    for place in 1..<width {
      var cost = min(
        rows[above + place - 1] + replaced[place - 1], rows[above + place] + missing)
      cost = min(cost, rows[rows.count - 1] + extraCost(place - 1))
      if place > 1, path.count > 1, typed[place - 1] == path[path.count - 2],
        typed[place - 2] == scalar
      {
        cost = min(cost, rows[above - width + place - 2] + costs.swap)
      }
      for fit in fits where fit.ends.contains(place) {
        let from = (path.count - fit.rule.meant.count) * width + place - fit.rule.typed.count
        // A rule with nothing meant stays in the row, behind cells that are done.
        cost = min(cost, rows[from] + costs.confusion)
      }
      rows.append(cost)
      smallest = min(smallest, cost)
    }
    least.append(smallest)
    best.append(min(prefixCost, rows[rows.count - 1]))
    if least[least.count - 1] <= limit { return true }
    for row in max(0, least.count - 1 - reach.rows)..<least.count - 1
    where least[row] + reach.cost <= limit {
      return true
    }
    return false
  }

  private mutating func replacing(_ scalar: UInt32) -> [Int] {
    if let known = replaced[scalar] { return known }
    let fresh = typed.map { $0 == scalar ? 0 : costs.replacing($0, scalar) }
    replaced[scalar] = fresh
    return fresh
  }

  /// The cost of having typed the scalar at `place` for nothing.
  private func extraCost(_ place: Int) -> Int {
    place > 0 && typed[place] == typed[place - 1] ? costs.doubled : EditCosts.edit
  }
}

extension [UInt32] {
  fileprivate func hasSuffix(_ suffix: [UInt32]) -> Bool {
    guard count >= suffix.count else { return false }
    var place = 0
    while place < suffix.count {
      if self[count - 1 - place] != suffix[suffix.count - 1 - place] { return false }
      place += 1
    }
    return true
  }
}

extension SuggestionList {
  /// The texts of the entries that are in a resource and at most `edits` edits from `typed`, their first
  /// `prefixLength` scalars the same: the nearest first, at most `limit`, and whether there are more.
  func nearest(
    to typed: [UInt32], edits: Int, prefixLength: Int = 0, limit: Int
  ) -> (texts: [String], isCut: Bool) {
    var found: [(cost: Int, index: Int)] = []
    let start = typed.prefix(prefixLength)
    forEachNear(typed, .plain, limit: edits * EditCosts.edit) { index, cost in
      if resources(index) > 0, key(index).starts(with: start) { found.append((cost, index)) }
    }
    let nearest = found.sorted { ($0.cost, $0.index) < ($1.cost, $1.index) }.prefix(limit)
    return (nearest.map { text($0.index) }, found.count > limit)
  }

  /// Calls `body` with each entry at most `limit` from `typed`, in order, and its cost; with
  /// `prefixes`, with each that has a beginning so near; only with those in `language` unless nil.
  func forEachNear(
    _ typed: [UInt32], _ costs: EditCosts, limit: Int, language: String? = nil,
    prefixes: Bool = false,
    _ body: (_ index: Int, _ cost: Int) -> Void
  ) {
    var walk = EditWalk(typed, costs: costs, limit: limit)
    let language = language.map { Array($0.utf8) }
    var isDead = false
    // How much of the path the entry has, those passed over since the path was read counted in.
    var shared = 0
    var index = 0
    while index < count {
      shared = min(shared, self.shared(index))
      if let language, !isIn(language, index) {
        index += 1
        continue
      }
      if !isDead || shared < walk.path.count {
        walk.keep(shared)
        isDead = false
        for scalar in key(index).dropFirst(walk.path.count) where !isDead {
          isDead = !walk.push(scalar)
        }
      }
      let cost = prefixes ? walk.prefixCost : walk.cost
      if cost <= limit, prefixes || !isDead { body(index, cost) }
      shared = .max
      // All that start as what is too far are, too, unless a beginning of it will do.
      let isPassedOver = isDead && !(prefixes && cost <= limit)
      index = isPassedOver ? next(sharingLessThan: walk.path.count, from: index + 1) : index + 1
    }
  }
}
