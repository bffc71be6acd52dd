internal import Records

/// What suggestions are made from: the words of an index generation as people write them, and its
/// titles and topics, each with how many resources it is in.
///
/// An attachment of its own, since a search that finds what was sought never needs it.
///
///     lines  = line *( LF line )              in ``AttachedLines``
///     line   = kind TAB language TAB count TAB text [ TAB key ]
///     kind   = "w" / "t"                      a word, or a title or topic; words first
///     count  = decimal; 0 is a word of the vocabularies that is in no resource
///     key    = the text's ``WordKey``, or several with spaces between; left out where it is the text
///
/// Words stand in order of their keys, equal ones by language; so do titles. Example: the word
/// *Tŷ*, in 3 resources in Welsh, is `w cy 3 Tŷ ty`.
package struct SuggestionData: Sendable, Hashable {
  /// The name under which the index keeps it.
  package static let attachment = "suggestions"

  /// The words.
  private(set) var words = SuggestionList()
  /// The titles and topics; the keys of their words have spaces between.
  private(set) var titles = SuggestionList()

  /// Takes entries in any order.
  init(words: [SuggestionEntry], titles: [SuggestionEntry]) {
    for entry in words.sorted() { _ = self.words.append(entry) }
    for entry in titles.sorted() { _ = self.titles.append(entry) }
  }

  /// The bytes to keep; the same data gives the same bytes.
  package var bytes: [UInt8] {
    AttachedLines.bytes(of: Self.lines("w", words) + Self.lines("t", titles))
  }

  /// Reads kept bytes; nil where they do not obey the grammar.
  package init?(bytes: [UInt8]) {
    guard let text = AttachedLines.text(of: bytes) else { return nil }
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard let entry = Self.entry(columns) else { return nil }
      let isTaken =
        switch String(decoding: columns[0], as: UTF8.self) {
        case "w" where titles.count == 0: words.append(entry)
        case "t": titles.append(entry)
        default: false
        }
      guard isTaken else { return nil }
    }
  }

  private static func lines(_ kind: String, _ list: SuggestionList) -> [String] {
    list.indices.map { index in
      let text = list.text(index)
      let key = SuggestionEntry.text(of: list.key(index))
      return "\(kind)\t\(list.language(index))\t\(list.resources(index))\t\(text)"
        + (key.utf8.elementsEqual(text.utf8) ? "" : "\t" + key)
    }
  }

  private static func entry(_ columns: [ArraySlice<UInt8>]) -> SuggestionEntry? {
    guard (4...5).contains(columns.count) else { return nil }
    let texts = columns.map { String(decoding: $0, as: UTF8.self) }
    guard let count = Int(texts[2]), count >= 0 else { return nil }
    let entry = SuggestionEntry(
      key: texts[texts.count - 1], language: texts[1], count: count, text: texts[3])
    return entry.key.isEmpty || entry.text.isEmpty ? nil : entry
  }
}

/// One thing that can be suggested.
struct SuggestionEntry: Sendable, Hashable, Comparable {
  /// By what it is found: see ``WordKey``.
  var key: String
  /// The language of the text it stands in.
  var language: String
  /// How many resources have it.
  var count: Int
  /// What is shown.
  var text: String

  /// By key, scalar by scalar, then by language and text.
  static func < (left: Self, right: Self) -> Bool {
    // UTF-8 sorts as its scalars do.
    for (one, other) in [
      (left.key, right.key), (left.language, right.language), (left.text, right.text),
    ] where one != other {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return left.count < right.count
  }

  /// A key of so many scalars as text.
  static func text(of key: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for value in key { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
    return String(text)
  }
}
