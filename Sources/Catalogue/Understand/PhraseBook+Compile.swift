public import Records

extension PhraseBook {
  /// Compiles the phrases of `vocabularies`.
  ///
  /// Of two meanings of the same words the first counts, in the order of this list; but words that
  /// name both an age and an audience (*teenagers*) keep both.
  public init(_ vocabularies: Vocabularies) {
    self.init()
    var phrases: [Phrase] = []
    func add(_ texts: Phrases, _ meaning: Meaning) {
      for (language, list) in [(InterfaceLanguage.english, texts.en), (.welsh, texts.cy)] {
        phrases += list.map { Phrase(text: Self.key($0), language: language, meaning: meaning) }
      }
    }
    let words = vocabularies.words
    add(words.names, .role(.name))
    for facet in ["language", "accessibility", "audience", "kind"] {
      guard let vocabulary = vocabularies[facet] else { continue }
      for combined in vocabulary.combined {
        add(combined.phrases, .values(facet: facet, combined.values))
      }
      for value in vocabulary.values {
        add(value.phrases, .values(facet: facet, [value.id]))
      }
    }
    for value in vocabularies.needs { add(value.phrases, .values(facet: "need", [value.id])) }
    for pattern in vocabularies["language"]?.patterns ?? [] { add(pattern.phrases, .language) }
    for value in vocabularies["age-group"]?.values ?? [] {
      if let (low, high) = Self.range(value.id) { add(value.phrases, .ages(low: low, high: high)) }
    }
    for pattern in vocabularies["age-group"]?.patterns ?? [] {
      if let (low, high) = Self.range(pattern.range) {
        add(pattern.phrases, .ages(low: low, high: high))
      }
    }
    for pattern in words.published {
      if let (low, high) = Self.range(pattern.range) {
        add(pattern.phrases, .published(low: low, high: high))
      }
    }
    add(words.except, .role(.except))
    add(words.without, .role(.without))
    add(words.resource, .role(.resource))
    add(words.filler, .role(.filler))
    add(words.address, .role(.address))
    write(phrases)
    numbers = Dictionary(
      vocabularies.numbers.map { (Self.key($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    languageNames = Self.languageNames(vocabularies)
    modifiers = Set(words.modifiers.en.map(Self.key))
  }

  /// Keeps the first meaning of each text, sorted; one that both languages have is Welsh, and mutates.
  private mutating func write(_ phrases: [Phrase]) {
    var places: [String: Int] = [:]
    var kept: [Phrase] = []
    for phrase in phrases where !phrase.text.isEmpty {
      let key = phrase.isAge ? phrase.text + " age" : phrase.text
      if let place = places[key] {
        if kept[place].meaning == phrase.meaning, phrase.language == .welsh {
          kept[place].language = .welsh
        }
      } else {
        places[key] = kept.count
        kept.append(phrase)
      }
    }
    let sorted = kept.map { (text: Array($0.text.utf8), phrase: $0) }.enumerated()
      .sorted { left, right in
        left.element.text == right.element.text
          ? left.offset < right.offset
          : left.element.text.lexicographicallyPrecedes(right.element.text)
      }
    var bytes: [UInt8] = []
    var entries: [Range<Int>] = []
    for (_, element) in sorted {
      let start = bytes.count
      bytes += Array(element.phrase.line.utf8)
      entries.append(start..<bytes.count)
    }
    take(entries, of: bytes)
  }

  /// A phrase's tokens joined by spaces, its places kept.
  static func key(_ phrase: String) -> String {
    // The places pass the tokenizer as numbers that no phrase holds.
    var marked = phrase
    for (place, mark) in places { marked = marked.replacing(place, with: mark) }
    return QuestionTokens(marked).tokens.map { token in
      places.first { $0.mark == token.text }?.place ?? token.text
    }.joined(separator: " ")
  }

  private static let places: [(place: String, mark: String)] = [
    ("{n}", "99991"), ("{m}", "99992"), ("{y}", "99993"), ("{z}", "99994"),
    ("{language}", "99995"),
  ]

  /// Reads `low..high`, each end empty, a number, or a place's letter with an optional sum.
  static func range(_ range: String) -> (low: End, high: End)? {
    guard let dots = range.firstRange(of: ".."), let low = end(range[..<dots.lowerBound]),
      let high = end(range[dots.upperBound...])
    else { return nil }
    return (low, high)
  }

  private static func end(_ text: Substring) -> End? {
    if text.isEmpty { return End(number: 0, plus: nil) }
    if let number = Int(text) { return End(number: 0, plus: number) }
    guard let first = text.first, let place = ["n": 1, "y": 1, "m": 2, "z": 2][first] else {
      return nil
    }
    let rest = text.dropFirst()
    guard let plus = rest.isEmpty ? 0 : Int(rest.first == "+" ? rest.dropFirst() : rest) else {
      return nil
    }
    return End(number: place, plus: plus)
  }

  /// Labels and other names of the languages; a label with brackets or of several languages is none.
  private static func languageNames(_ vocabularies: Vocabularies) -> [String: String] {
    var names: [String: String] = [:]
    for value in vocabularies["language"]?.values ?? [] where value.id != "mul" {
      let labels = [value.label.en, value.label.cy].compactMap { $0 }.filter { !$0.contains("(") }
      for name in (labels + value.names.en + value.names.cy).map(key) {
        names[name] = names[name] ?? value.id
      }
    }
    return names
  }
}
