public import Records

/// Every phrase of the vocabularies, ready to be found in a question.
///
/// Made once when the catalogue is built and kept beside the index as lines (see ``QuestionData``),
/// sorted by text: a question takes apart the few phrases that begin with one of its words.
public struct PhraseBook: Sendable, Hashable {
  /// What a phrase means.
  public enum Meaning: Sendable, Hashable {
    /// A value, or several, of a facet.
    case values(facet: String, [String])
    /// The language whose name stands in it.
    case language
    /// An age range with `n` and `m` in it, or a fixed one.
    case ages(low: End, high: End)
    /// Years of publication with `y` and `z` in them.
    case published(low: End, high: End)
    /// No filter, but a part in reading others.
    case role(Role)
  }

  /// What a phrase that is no filter does in a question.
  public enum Role: String, Sendable, Hashable {
    /// A name: what it holds is no filter.
    case name
    /// Words that ask and do not search.
    case filler
    /// A word for any resource, which asks no more than filler: *materials*, *adnoddau*.
    case resource
    /// Words that say for whom: *for*, *ar gyfer*.
    case address
    /// Words after which a filter is none: *except*, *not*.
    case except
    /// The same before anything but an audience: *without*.
    case without
  }

  /// One end of a range.
  public struct End: Sendable, Hashable {
    /// Which number of the phrase it counts from: 0 is none, 1 is `n` or `y`, 2 is `m` or `z`.
    public var number: Int
    /// What is added to it; nil is an open end.
    public var plus: Int?
  }

  /// One phrase.
  public struct Phrase: Sendable, Hashable {
    /// The tokens, joined by one space, with `{n}`, `{m}`, `{y}`, `{z}` and `{language}` in place of
    /// what changes.
    public var text: String
    /// The language it is in: Welsh where it is in both.
    public var language: InterfaceLanguage
    /// What it means.
    public var meaning: Meaning

    /// Whether it names an age.
    var isAge: Bool {
      if case .ages = meaning { true } else { false }
    }
  }

  /// The phrases' lines, and perhaps others.
  private(set) var bytes: [UInt8] = []
  /// Where each line stands in ``bytes``; by the bytes of their texts, ascending.
  private(set) var entries: [Range<Int>] = []
  /// Number words.
  public var numbers: [String: Int] = [:]
  /// The names of the languages as tokens joined by one space, with their tags.
  public var languageNames: [String: String] = [:]
  /// English phrases that only name a kind at the end of their noun phrase, as in *easy guide*, and
  /// not in *guide dog*, nor after *to*.
  public var modifiers: Set<String> = []

  /// Knows no phrases.
  init() {}

  /// Takes the phrases whose lines stand at `entries` of `bytes`, sorted, for all that it knows.
  mutating func take(_ entries: [Range<Int>], of bytes: [UInt8]) {
    self.entries = entries
    self.bytes = bytes
  }

  /// Whether `line`, which has so many tabs, is a phrase's, with its four columns.
  static func isPhrase(_ line: ArraySlice<UInt8>, _ tabs: Int) -> Bool {
    tabs == 3 && line.starts(with: lineStart) && line.dropFirst(lineStart.count).first != tab
  }

  /// The phrase of the line at `entry`, or nil where that does not obey the grammar.
  func phrase(_ entry: Range<Int>) -> Phrase? {
    Phrase(line: String(decoding: bytes[entry], as: UTF8.self))
  }

  /// The entries whose text begins with `word` and then ends or goes on with another word.
  ///
  /// - Complexity: O(log(entries)) and the entries found.
  func entries(beginningWith word: some Collection<UInt8>) -> ArraySlice<Range<Int>> {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if text(entries[middle]).lexicographicallyPrecedes(word) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < entries.count, text(entries[end]).starts(with: word) {
      let next = bytes[entries[end].lowerBound + Self.lineStart.count + word.count]
      guard next == UInt8(ascii: " ") || next == Self.tab else { break }
      end += 1
    }
    return entries[low..<end]
  }

  /// What the line at `entry` holds from its text on.
  private func text(_ entry: Range<Int>) -> ArraySlice<UInt8> {
    let start = entry.lowerBound + Self.lineStart.count
    let end = bytes[start..<entry.upperBound].firstIndex(of: Self.tab) ?? entry.upperBound
    return bytes[start..<end]
  }

  /// How a phrase's line begins.
  static let lineStart = Array("phrase\t".utf8)
  static let tab = UInt8(ascii: "\t")
}
