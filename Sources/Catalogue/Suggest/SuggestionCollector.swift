package import Records
internal import TextAnalysis

/// Collects what can be suggested from the resources of a build, one after another.
///
/// A build reads all records, also those that it does not index again, so that the data of a build in
/// steps are those of a build at once.
package struct SuggestionCollector {
  /// A word of one language under all its spellings.
  private struct Tally {
    /// How many resources have it.
    var count = 0
    /// How many times each spelling was met, once a resource.
    var spellings: [String: Int] = [:]

    mutating func add(_ spelling: String) { spellings[spelling, default: 0] += 1 }

    /// The spelling that most have.
    ///
    /// A heading's capital is not the word's: one in four in small letters shows that they will do.
    var text: String? {
      let ordered = spellings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      guard let first = ordered.first else { return nil }
      let small = ordered.first { $0.key == $0.key.lowercased() }
      return small.map { 4 * $0.value >= first.value ? $0.key : first.key } ?? first.key
    }
  }

  /// The facets that questions name.
  private static let facets: [Facet] = [.language, .accessibility, .audience, .kind]

  private var words: [String: [String: Tally]] = [:]
  private var titles: [String: [String: Int]] = [:]
  private var values: [String: [String: Int]] = [:]
  private var keys: [String: String?] = [:]

  /// Knows nothing yet.
  package init() {}

  /// Takes in a resource; `topics` give the topics' words in both languages.
  package mutating func add(_ resource: Resource, topics: Vocabulary?) {
    var seen: [String: Set<String>] = [:]
    for piece in ResourceSchema.texts(of: resource, topics: topics) {
      let analyzer = Analyzers.analyzer(for: piece.language)
      let bytes = Array(piece.text.utf8)
      for range in WordKey.ranges(of: piece.text, analyzer) {
        seen[analyzer.tag, default: []].insert(String(decoding: bytes[range], as: UTF8.self))
      }
    }
    for (language, spellings) in seen {
      var counted: Set<String> = []
      for word in spellings {
        guard let key = key(word) else { continue }
        words[language, default: [:]][key, default: Tally()].add(word)
        if counted.insert(key).inserted { words[language]?[key]?.count += 1 }
      }
    }
    addTitles(of: resource, topics)
    for facet in Self.facets {
      for value in ResourceSchema.tags(facet, of: resource) {
        values[facet.rawValue, default: [:]][value, default: 0] += 1
      }
    }
  }

  private mutating func addTitles(of resource: Resource, _ topics: Vocabulary?) {
    let labels = resource.topics.compactMap { topics?.value($0)?.label }
    for (language, texts) in [
      ("en", [resource.title.en] + labels.map(\.en)),
      ("cy", [resource.title.cy] + labels.map(\.cy)),
    ] {
      let lines = texts.compactMap {
        $0?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      for line in Set(lines) where !line.isEmpty {
        titles[language, default: [:]][line, default: 0] += 1
      }
    }
  }

  /// What was collected, with the words of the phrases of `vocabularies`.
  ///
  /// A phrase's word counts for as many resources as its value finds; a phrase of no value for none.
  package consuming func data(_ vocabularies: Vocabularies) -> SuggestionData {
    var phrases: [String: [String: Tally]] = [:]
    for phrase in Self.phrases(vocabularies) {
      let count = phrase.values.map { values[phrase.facet]?[$0] ?? 0 }.reduce(0, +)
      let bytes = Array(phrase.text.utf8)
      for range in WordKey.ranges(of: phrase.text, Analyzers.analyzer(for: phrase.language)) {
        let word = String(decoding: bytes[range], as: UTF8.self)
        guard let key = key(word) else { continue }
        phrases[phrase.language, default: [:]][key, default: Tally()].add(word)
        let before = phrases[phrase.language]?[key]?.count ?? 0
        phrases[phrase.language]?[key]?.count = max(before, count)
      }
    }
    var entries: [SuggestionEntry] = []
    for language in Set(words.keys).union(phrases.keys) {
      let (texts, said) = (words[language] ?? [:], phrases[language] ?? [:])
      for key in Set(texts.keys).union(said.keys) {
        guard let text = texts[key]?.text ?? said[key]?.text else { continue }
        entries.append(
          SuggestionEntry(
            key: key, language: language, count: max(texts[key]?.count ?? 0, said[key]?.count ?? 0),
            text: text))
      }
    }
    let lines = titles.flatMap { language, texts in
      texts.compactMap { text, count -> SuggestionEntry? in
        let key = WordKey.keys(of: text).joined(separator: " ")
        return key.isEmpty
          ? nil : SuggestionEntry(key: key, language: language, count: count, text: text)
      }
    }
    return SuggestionData(words: entries, titles: lines)
  }

  /// A word's key, remembered.
  private mutating func key(_ word: String) -> String? {
    if let known = keys[word] { return known }
    let key = WordKey.key(ofWord: word)
    keys[word] = .some(key)
    return key
  }

  private struct Phrase {
    var text: String
    var language: String
    var facet = ""
    var values: [String] = []
  }

  /// Every phrase by which people ask, and what it stands for.
  private static func phrases(_ vocabularies: Vocabularies) -> [Phrase] {
    var phrases: [Phrase] = []
    func add(
      _ texts: Phrases, _ label: BilingualText? = nil, _ facet: String = "", _ values: [String] = []
    ) {
      for (language, texts) in [
        ("en", texts.en + [label?.en].compactMap { $0 }),
        ("cy", texts.cy + [label?.cy].compactMap { $0 }),
      ] {
        for text in texts {
          // The places of numbers and names are no words.
          let plain = text.replacing(#/\{\w+\}/#, with: " ")
          phrases.append(Phrase(text: plain, language: language, facet: facet, values: values))
        }
      }
    }
    for facet in facets.map(\.rawValue) + ["age-group"] {
      guard let vocabulary = vocabularies[facet] else { continue }
      for value in vocabulary.values {
        add(value.phrases, value.label, facet, [value.id])
        add(value.names, nil, facet, [value.id])
      }
      for combined in vocabulary.combined { add(combined.phrases, nil, facet, combined.values) }
      for pattern in vocabulary.patterns { add(pattern.phrases) }
    }
    for need in vocabularies.needs { add(need.phrases, need.label) }
    let words = vocabularies.words
    for list in [
      words.names, words.filler, words.resource, words.address, words.except, words.without,
      words.modifiers,
    ] {
      add(list)
    }
    for pattern in words.published { add(pattern.phrases) }
    return phrases
  }
}
