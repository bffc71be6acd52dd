/// A closed list of values for one facet: their ids, labels, and the phrases people say for them.
///
/// The same data validates records, labels facets and drives the understanding of questions.
public struct Vocabulary: Sendable, Hashable, Codable {
  /// The facet's name: `language`, `audience`, `kind`, `topic`, `age-group`, `accessibility`, and
  /// so on.
  public var facet: String
  /// The values, in the order in which lists show them.
  public var values: [VocabularyValue]
  /// Phrases that name several values at once (*parents and carers*).
  public var combined: [CombinedValue]
  /// Phrases with numbers in them (*under {n}s*); only the age groups have any.
  public var patterns: [AgePattern]

  /// Makes a vocabulary.
  public init(
    facet: String, values: [VocabularyValue], combined: [CombinedValue] = [],
    patterns: [AgePattern] = []
  ) {
    self.facet = facet
    self.values = values
    self.combined = combined
    self.patterns = patterns
  }

  /// The value called `id`, compared without regard to ASCII case.
  public func value(_ id: String) -> VocabularyValue? {
    values.first { $0.id == id } ?? values.first { $0.id.lowercased() == id.lowercased() }
  }
}

/// One value of a ``Vocabulary``.
public struct VocabularyValue: Sendable, Hashable, Codable {
  /// The id, as records and filters write it.
  public var id: String
  /// The label in each language.
  public var label: BilingualText
  /// The phrases by which people name it.
  public var phrases: Phrases

  /// Makes a value.
  public init(id: String, label: BilingualText, phrases: Phrases = Phrases()) {
    self.id = id
    self.label = label
    self.phrases = phrases
  }
}

/// Phrases in each language.
public struct Phrases: Sendable, Hashable, Codable {
  /// The English phrases.
  public var en: [String]
  /// The Welsh phrases, mutated forms included.
  public var cy: [String]

  /// Makes a pair of lists.
  public init(en: [String] = [], cy: [String] = []) {
    self.en = en
    self.cy = cy
  }
}

/// Phrases that name several values of a facet at once.
public struct CombinedValue: Sendable, Hashable, Codable {
  /// The values' ids.
  public var values: [String]
  /// The phrases.
  public var phrases: Phrases

  /// Makes a combination.
  public init(values: [String], phrases: Phrases) {
    self.values = values
    self.phrases = phrases
  }
}

/// Phrases for ages, with `{n}` and `{m}` where whole years stand.
public struct AgePattern: Sendable, Hashable, Codable {
  /// The range as `low..high`, each end empty (open) or `n`, `m` with an optional `+k` or `-k`:
  /// `0..n-1` for *under {n}s*.
  public var range: String
  /// The phrases.
  public var phrases: Phrases

  /// Makes a pattern.
  public init(range: String, phrases: Phrases) {
    self.range = range
    self.phrases = phrases
  }
}

/// All vocabularies of a catalogue with the words around them.
public struct Vocabularies: Sendable, Hashable, Codable {
  /// The vocabularies by facet name.
  public var byFacet: [String: Vocabulary]
  /// The facts' words for values, by facet: `parents/carers` → `parents`, `carers`.
  public var aliases: [String: [String: [String]]]
  /// Words that ask and do not search (*what exists*).
  public var filler: Phrases
  /// Names that hold a facet's phrase and are no filter (*Welsh Government*).
  public var names: Phrases
  /// Additional needs: understood, shown, and not filtered on.
  public var needs: [VocabularyValue]
  /// Number words: *twelve* → 12, *ddeuddeg* → 12.
  public var numbers: [String: Int]

  /// Makes a set of vocabularies.
  public init(
    byFacet: [String: Vocabulary] = [:], aliases: [String: [String: [String]]] = [:],
    filler: Phrases = Phrases(), names: Phrases = Phrases(), needs: [VocabularyValue] = [],
    numbers: [String: Int] = [:]
  ) {
    self.byFacet = byFacet
    self.aliases = aliases
    self.filler = filler
    self.names = names
    self.needs = needs
    self.numbers = numbers
  }

  /// The vocabulary of `facet`, or nil where the facet has none.
  public subscript(facet: String) -> Vocabulary? { byFacet[facet] }

  /// The ids that `word` stands for in `facet`: itself, or what its alias says.
  public func canonical(_ word: String, in facet: String) -> [String] {
    if let value = byFacet[facet]?.value(word) { return [value.id] }
    return aliases[facet]?[word.lowercased()] ?? []
  }
}
