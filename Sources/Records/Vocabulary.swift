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
  /// Phrases with places in them: numbers in those of the age groups (*under {n}s*), names in those
  /// of the languages (*in {language}*).
  public var patterns: [PhrasePattern]

  /// Makes a vocabulary.
  public init(
    facet: String, values: [VocabularyValue], combined: [CombinedValue] = [],
    patterns: [PhrasePattern] = []
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
  /// Other names than the labels that may stand in the patterns of its vocabulary: *Farsi*.
  public var names: Phrases

  /// Makes a value.
  public init(
    id: String, label: BilingualText, phrases: Phrases = Phrases(), names: Phrases = Phrases()
  ) {
    self.id = id
    self.label = label
    self.phrases = phrases
    self.names = names
  }
}

/// Phrases in each language.
public struct Phrases: Sendable, Hashable, Codable {
  /// The English phrases.
  public var en: [String]
  /// The Welsh phrases; the mutated forms of their words go without saying.
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

/// Phrases with places in them: `{n}` and `{m}` for whole years of age, `{y}` and `{z}` for years of
/// the calendar, `{language}` for a language's name.
public struct PhrasePattern: Sendable, Hashable, Codable {
  /// What the phrases say: a range as `low..high`, each end empty (open), a number, or a letter of a
  /// place with an optional `+k` or `-k` (`0..n-1` for *under {n}s*, `y..` for *since {y}*); or
  /// ``name``.
  public var range: String
  /// The phrases.
  public var phrases: Phrases

  /// The ``range`` of a pattern that says just the name that stands in it.
  public static let name = "name"

  /// Makes a pattern.
  public init(range: String, phrases: Phrases) {
    self.range = range
    self.phrases = phrases
  }
}

/// The words of questions that belong to no facet.
public struct QuestionWords: Sendable, Hashable, Codable {
  /// Words that ask and do not search: *what exists*.
  public var filler = Phrases()
  /// Words for any resource, which ask no more than filler: *materials*.
  public var resource = Phrases()
  /// Names that hold a facet's phrase and are no filter: *Welsh Government*.
  public var names = Phrases()
  /// Words that say for whom: *for*, *ar gyfer*.
  public var address = Phrases()
  /// Words after which a filter is none: *except*, *not*.
  public var except = Phrases()
  /// The same before anything but an audience: *without*, as *children without parents* are no
  /// exception.
  public var without = Phrases()
  /// Phrases of kinds that can also be verbs or stand before a noun: *report*, *guide*.
  public var modifiers = Phrases()
  /// Phrases for the time of publication.
  public var published: [PhrasePattern] = []

  /// Knows no words.
  public init() {}
}

/// All vocabularies of a catalogue with the words around them.
public struct Vocabularies: Sendable, Hashable, Codable {
  /// The vocabularies by facet name.
  public var byFacet: [String: Vocabulary]
  /// The facts' words for values, by facet: `parents/carers` → `parents`, `carers`.
  public var aliases: [String: [String: [String]]]
  /// Words of questions that belong to no facet.
  public var words: QuestionWords
  /// Additional needs: understood, shown, and not filtered on.
  public var needs: [VocabularyValue]
  /// Number words: *twelve* → 12, *ddeuddeg* → 12.
  public var numbers: [String: Int]

  /// Makes a set of vocabularies.
  public init(
    byFacet: [String: Vocabulary] = [:], aliases: [String: [String: [String]]] = [:],
    words: QuestionWords = QuestionWords(), needs: [VocabularyValue] = [],
    numbers: [String: Int] = [:]
  ) {
    self.byFacet = byFacet
    self.aliases = aliases
    self.words = words
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
