public import Records

/// Every phrase of the vocabularies, ready to be found in a question.
///
/// Made once when the catalogue is built and kept beside the index, so that a search does not pay for
/// it.
public struct PhraseBook: Sendable, Hashable {
  /// What a phrase means.
  public enum Meaning: Sendable, Hashable {
    /// A value, or several, of a facet.
    case values(facet: String, [String])
    /// An age range with `n` and `m` in it, or a fixed one.
    case ages(low: AgeEnd, high: AgeEnd)
    /// A name: what it holds is no filter.
    case name
    /// Words that ask and do not search.
    case filler
  }

  /// One end of an age range.
  public struct AgeEnd: Sendable, Hashable {
    /// Which number of the phrase it counts from: 0 is none, 1 is `n`, 2 is `m`.
    public var number: Int
    /// What is added to it; nil is an open end.
    public var plus: Int?
  }

  /// One phrase.
  public struct Phrase: Sendable, Hashable {
    /// The tokens, joined by one space; a number's place is `{n}` or `{m}`.
    public var text: String
    /// The language it is in.
    public var language: InterfaceLanguage
    /// What it means.
    public var meaning: Meaning

    /// Whether it names an age.
    var isAge: Bool {
      if case .ages = meaning { true } else { false }
    }

    /// Whether it names young readers, whose age another phrase may give.
    var isYoungReaders: Bool {
      if case .values("audience", let values) = meaning {
        values.allSatisfy(Readers.young.contains)
      } else {
        false
      }
    }

    /// Whether it says for whom: *for parents*, *i rieni*, *ar gyfer rhieni*.
    var isAddressed: Bool {
      ["for ", "i ", "i'r ", "ar gyfer "].contains { text.hasPrefix($0) }
    }

    /// What no two phrases share.
    fileprivate var key: String { isAge ? text + " age" : text }
  }

  /// Where a phrase stands in ``bytes``: its whole line and the text at the line's end.
  struct Entry: Sendable, Hashable {
    var line: Range<Int>
    var text: Range<Int>
  }

  /// The phrases as lines (see ``QuestionData``), one after another.
  ///
  /// A question touches a few of some two thousand, so the others are never taken apart.
  private(set) var bytes: [UInt8] = []
  /// The phrases, longest first, so that the first that fits is the longest.
  private(set) var entries: [Entry] = []
  /// Number words.
  public var numbers: [String: Int] = [:]
  /// The names of the languages in lower case, with their tags.
  public var languageNames: [String: String] = [:]

  /// Knows no phrases.
  init() {}

  /// Takes in a phrase's line; false where it does not have its four columns.
  mutating func append(line: some Sequence<UInt8>) -> Bool {
    let start = bytes.count
    bytes.append(contentsOf: line)
    var tabs: [Int] = []
    for index in start..<bytes.count where bytes[index] == UInt8(ascii: "\t") { tabs.append(index) }
    guard tabs.count == 3, tabs[2] + 1 < bytes.count else {
      bytes.removeLast(bytes.count - start)
      return false
    }
    entries.append(Entry(line: start..<bytes.count, text: tabs[2] + 1..<bytes.count))
    return true
  }

  /// The phrase at `entry`, or nil where its line does not obey the grammar.
  func phrase(_ entry: Entry) -> Phrase? {
    let line = String(decoding: bytes[entry.line], as: UTF8.self)
    return Phrase(line: line)
  }

  /// Compiles the phrases of `vocabularies`.
  public init(_ vocabularies: Vocabularies) {
    var phrases: [Phrase] = []
    func add(_ texts: Phrases, _ meaning: Meaning) {
      for text in texts.en {
        phrases.append(Phrase(text: Self.key(text), language: .english, meaning: meaning))
      }
      for text in texts.cy {
        phrases.append(Phrase(text: Self.key(text), language: .welsh, meaning: meaning))
      }
    }
    add(vocabularies.names, .name)
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
    for value in vocabularies["age-group"]?.values ?? [] {
      if let ages = Self.ages(value.id) { add(value.phrases, ages) }
    }
    for pattern in vocabularies["age-group"]?.patterns ?? [] {
      if let ages = Self.ages(pattern.range) { add(pattern.phrases, ages) }
    }
    add(vocabularies.filler, .filler)
    var seen: Set<String> = []
    // Stable order by length: of two meanings of the same words the first listed above stays, but
    // words that name both an age and an audience (teenagers) keep both.
    let ordered = phrases.enumerated()
      .filter { !$0.element.text.isEmpty && seen.insert($0.element.key).inserted }
      .sorted { left, right in
        let lengths = (left.element.text.utf8.count, right.element.text.utf8.count)
        return lengths.0 == lengths.1 ? left.offset < right.offset : lengths.0 > lengths.1
      }
      .map(\.element)
    for phrase in ordered { _ = append(line: Array(phrase.line.utf8)) }
    numbers = vocabularies.numbers
    languageNames = Self.languageNames(vocabularies)
  }

  /// A phrase's tokens joined by spaces, `{n}` and `{m}` kept.
  static func key(_ phrase: String) -> String {
    // The placeholders pass the tokenizer as numbers that no phrase holds.
    let marked = phrase.replacing("{n}", with: "998").replacing("{m}", with: "999")
    return QuestionTokens(marked).tokens.map { token in
      switch token.text {
      case "998": "{n}"
      case "999": "{m}"
      default: token.text
      }
    }.joined(separator: " ")
  }

  /// Reads `low..high`, each end empty, a number, or `n`/`m` with an optional sum.
  static func ages(_ range: String) -> Meaning? {
    guard let dots = range.firstRange(of: ".."), let low = end(range[..<dots.lowerBound]),
      let high = end(range[dots.upperBound...])
    else { return nil }
    return .ages(low: low, high: high)
  }

  private static func end(_ text: Substring) -> AgeEnd? {
    if text.isEmpty { return AgeEnd(number: 0, plus: nil) }
    if let number = Int(text) { return AgeEnd(number: 0, plus: number) }
    guard let first = text.first, first == "n" || first == "m" else { return nil }
    let rest = text.dropFirst()
    guard let plus = rest.isEmpty ? 0 : Int(rest.first == "+" ? rest.dropFirst() : rest) else {
      return nil
    }
    return AgeEnd(number: first == "n" ? 1 : 2, plus: plus)
  }

  private static func languageNames(_ vocabularies: Vocabularies) -> [String: String] {
    var names: [String: String] = [:]
    for value in vocabularies["language"]?.values ?? [] where value.id != "mul" {
      for label in [value.label.en, value.label.cy].compactMap({ $0 })
      where !label.contains(" ") && !label.contains("(") {
        names[label.lowercased()] = names[label.lowercased()] ?? value.id
      }
    }
    return names
  }
}
