internal import TextAnalysis

/// The words that somebody may have meant who typed another one.
///
/// A candidate is a word of the catalogue's texts or of the vocabularies, near to what was typed
/// (``EditCosts``), or near to a radical of it where what was typed may be a mutated Welsh word: then
/// the suggestion has that mutation too, if some text has the word so. Diacritics cost nothing, as keys
/// have none.
struct NearWords {
  /// One word that may have been meant.
  struct Candidate: Sendable, Hashable {
    /// The word as people write it.
    var text: String
    /// Its key.
    var key: String
    /// How far it is from what was typed, in quarters of an edit.
    var cost: Int
    /// How many resources have it.
    var count: Int
    /// How unlikely it is to be meant, in quarters of a bit: the cost less what it gains by being
    /// common.
    var surprise: Int
  }

  /// The most candidates for one word.
  static let candidatesMax = 5
  /// How many quarters of a bit a quarter of an edit is worth: an edit is as unlikely as a word that is
  /// 2 to the 8th times rarer.
  static let bitsOfEdit = 8

  let words: SuggestionList
  var costs = EditCosts()

  /// Whether a word with the key `key` is among the words.
  func contains(_ key: String) -> Bool {
    !words.entries(key: key.unicodeScalars.map(\.value)).isEmpty
  }

  /// The candidates for a word with the key `typed`, likeliest first.
  ///
  /// `edits` is how far they may be; without it the length decides. A word of up to three letters is
  /// only corrected where one slip of the cheap kind leads to one single word.
  func candidates(_ typed: String, edits: Int? = nil) -> [Candidate] {
    let length = typed.unicodeScalars.count
    let limit = edits.map { $0 * EditCosts.edit } ?? Self.limit(length)
    var found: [String: Candidate] = [:]
    for route in routes(typed) where route.cost <= limit {
      collect(route, limit: limit, into: &found)
    }
    found[typed] = nil
    let candidates = found.values.sorted {
      $0.surprise != $1.surprise
        ? $0.surprise < $1.surprise
        : ($0.cost, $1.count, $0.key) < ($1.cost, $0.count, $1.key)
    }
    if edits == nil, length <= Self.shortLength, candidates.count != 1 { return [] }
    return Array(candidates.prefix(Self.candidatesMax))
  }

  /// Words of this many letters are left alone unless it is certain what they should be.
  static let shortLength = 3

  /// Words of this many letters are not taken for the radical of a mutated word: *porn* is no *barn*.
  private static let shortMutableLength = 5

  /// How far a word of so many letters may be, in quarters of an edit.
  private static func limit(_ length: Int) -> Int {
    switch length {
    case ...shortLength: EditCosts.edit - 1
    case ...5: EditCosts.edit + 1
    case ...8: 2 * EditCosts.edit
    default: 2 * EditCosts.edit + 2
    }
  }

  /// A form of the typed word from which words are looked for.
  private struct Route {
    var typed: [UInt32]
    /// What it costs to have got there.
    var cost = 0
    /// The mutation that was undone.
    var mutation: Mutation?
    /// Whether only Welsh words lie there.
    var isWelsh = true
  }

  /// The typed word; its radicals; those that it has when the h of a nasal mutation was left out
  /// (*ngamdriniaeth*); and its mutated forms.
  private func routes(_ typed: String) -> [Route] {
    let key = Array(typed.utf8)
    var routes = [Route(typed: Self.scalars(key), isWelsh: false)]
    for radical in Mutation.radicals(of: key) {
      routes.append(
        Route(typed: Self.scalars(radical.word), cost: 1, mutation: radical.mutation))
    }
    if let nasal = ["ng", "m", "n"].first(where: typed.hasPrefix), !typed.hasPrefix(nasal + "h") {
      let form = nasal + "h" + typed.dropFirst(nasal.count)
      for radical in Mutation.radicals(of: Array(form.utf8)) where radical.mutation == .nasal {
        routes.append(Route(typed: Self.scalars(radical.word), cost: 2, mutation: .nasal))
      }
    }
    // A short word has too many neighbours to look at those of its mutated forms too.
    guard typed.utf8.count > Self.shortMutableLength else { return routes }
    for mutation in [Mutation.soft, .nasal, .aspirate] {
      if let form = mutation.form(of: key) {
        routes.append(Route(typed: Self.scalars(form), cost: 2))
      }
    }
    return routes
  }

  private func collect(_ route: Route, limit: Int, into found: inout [String: Candidate]) {
    let language = route.isWelsh ? "cy" : nil
    words.forEachNear(route.typed, costs, limit: limit - route.cost, language: language) {
      index, cost in
      let key = words.key(index)
      let slip = route.cost == 0 && key.first != route.typed.first ? costs.firstLetter : 0
      let cost = cost + route.cost + slip
      guard cost <= limit else { return }
      let count = words.resources(index)
      var candidate = Candidate(
        text: words.text(index), key: SuggestionEntry.text(of: key), cost: cost, count: count,
        surprise: Self.bitsOfEdit * cost - Self.quarterBits(count))
      if let form = route.mutation?.form(of: Array(candidate.key.utf8)),
        let mutated = words.entries(key: Self.scalars(form)).first(where: {
          words.language($0) == "cy"
        })
      {
        candidate.text = words.text(mutated)
        candidate.key = SuggestionEntry.text(of: words.key(mutated))
      }
      if let other = found[candidate.key],
        (other.surprise, other.text) <= (candidate.surprise, candidate.text)
      {
        return
      }
      found[candidate.key] = candidate
    }
  }

  /// Four times the logarithm of `count + 1` to base 2, straight between powers.
  static func quarterBits(_ count: Int) -> Int {
    let number = count + 1
    let power = Int.bitWidth - 1 - number.leadingZeroBitCount
    return 4 * power + ((number << 2) >> power) & 3
  }

  private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }
}
