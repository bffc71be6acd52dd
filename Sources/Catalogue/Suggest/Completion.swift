internal import TextAnalysis

/// Something with which a text that is being typed can go on.
public struct Completion: Sendable, Hashable {
  /// The whole text: a word, a title or a topic.
  public var text: String
  /// The language of the texts that it is from; `und` for names.
  public var language: String
  /// How many resources have it.
  public var count: Int
}

/// Completes what people type with words, titles and topics of the catalogue.
///
/// Case, diacritics, hyphens and apostrophes are folded (``WordKey``), and a typed word may be a
/// mutation of the word meant: `gamdr` gives *camdriniaeth*, `ty` gives *tŷ*. What goes on as typed
/// comes first, then what does so with a mutation undone, then what is one edit away, where asked; in
/// each the commonest first, then in order of the keys. Of what has one key only the first is given.
struct Completer {
  /// How few letters are read as the beginning of a mutated word, or of a misspelt one: with fewer
  /// everything would be.
  static let lettersMin = 3
  /// The most ways to undo the mutations of what was typed.
  static let waysMax = 16

  let data: SuggestionData

  /// The texts with which `typed` can go on, at most `limit`; only those in `language` unless nil.
  func completions(
    _ typed: String, language: String? = nil, isFuzzy: Bool = false, limit: Int
  ) -> [Completion] {
    let ways = Self.ways(typed)
    var found: [Found] = []
    for list in [data.words, data.titles] {
      var tiers: [Int: Int] = [:]
      func reach(_ index: Int, _ tier: Int) { tiers[index] = min(tiers[index] ?? tier, tier) }
      for way in ways {
        for index in list.starting(with: way.key) { reach(index, way.isMutated ? 1 : 0) }
        if isFuzzy, !way.isMutated, way.key.count >= Self.lettersMin {
          list.forEachNear(way.key, .plain, limit: EditCosts.edit, prefixes: true) { index, _ in
            reach(index, 2)
          }
        }
      }
      for (index, tier) in tiers where list.resources(index) > 0 {
        if let language, list.language(index) != language { continue }
        found.append(
          Found(
            tier: tier,
            entry: SuggestionEntry(
              key: SuggestionEntry.text(of: list.key(index)), language: list.language(index),
              count: list.resources(index), text: list.text(index))))
      }
    }
    var keys: Set<String> = []
    var completions: [Completion] = []
    for entry in found.sorted().map(\.entry) where completions.count < limit {
      guard keys.insert(entry.key).inserted else { continue }
      completions.append(
        Completion(text: entry.text, language: entry.language, count: entry.count))
    }
    return completions
  }

  private struct Found: Comparable {
    var tier: Int
    var entry: SuggestionEntry

    static func < (left: Self, right: Self) -> Bool {
      if left.tier != right.tier { return left.tier < right.tier }
      if left.entry.count != right.entry.count { return left.entry.count > right.entry.count }
      return left.entry < right.entry
    }
  }

  /// The longest text that is completed.
  static let bytesMax = 256

  /// A key with which what is meant may begin.
  struct Way: Hashable {
    /// The key.
    var key: [UInt32]
    /// Whether a mutation was undone.
    var isMutated: Bool
  }

  /// The keys with which what is meant by `typed` may begin, as typed first.
  static func ways(_ typed: String) -> [Way] {
    let words = WordKey.keys(of: typed)
    guard !words.isEmpty else { return [] }
    // After a space the last word is whole.
    let end = typed.last?.isWhitespace == true ? " " : ""
    var ways: [(key: String, isMutated: Bool)] = [("", false)]
    for (place, word) in words.enumerated() {
      let isWhole = place + 1 < words.count || !end.isEmpty
      var forms = [(word, false)]
      if isWhole || word.unicodeScalars.count >= lettersMin {
        forms += Mutation.radicals(of: Array(word.utf8)).map {
          (String(decoding: $0.word, as: UTF8.self), true)
        }
      }
      let more = ways.flatMap { way in
        forms.map { form in
          (way.key + (place == 0 ? "" : " ") + form.0, way.isMutated || form.1)
        }
      }
      ways = Array(more.prefix(waysMax))
    }
    var result = ways.map {
      Way(key: ($0.key + end).unicodeScalars.map(\.value), isMutated: $0.isMutated)
    }
    // A word with a hyphen is one word of the list: e-bost is ebost.
    if words.count > 1, typed.split(whereSeparator: \.isWhitespace).count == 1 {
      result.append(
        Way(key: (words.joined() + end).unicodeScalars.map(\.value), isMutated: false))
    }
    return result
  }
}
