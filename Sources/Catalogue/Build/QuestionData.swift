package import Records

/// What every question needs of an index generation: phrases, labels, analyzers.
///
/// Kept apart from ``CatalogueData`` and as plain lines, since it is read at every start: as one JSON
/// of nested values it took 27 ms of a search's 50.
///
///     lines    = line *( LF line )        in ``AttachedLines``; columns separated by TAB
///     line     = "analyzer" tag
///              / "label" facet id en cy           an empty label is none
///              / "number" word n
///              / "language" name tag
///              / "modifier" text
///              / "phrase" text ("en" / "cy") meaning            sorted by the bytes of text
///     meaning  = "name" / "filler" / "resource" / "address" / "except" / "without" / "language"
///              / ( "ages:" / "published:" ) n ":" plus ":" m ":" plus / facet ":" id *( ";" id )
package struct QuestionData: Sendable, Hashable {
  /// The name under which the index keeps it.
  package static let attachment = "questions"

  /// The phrases of the vocabularies, compiled.
  var phraseBook: PhraseBook
  /// The labels of the vocabularies' values.
  var labels: Labels
  /// The analyzers whose fields the index has, sorted.
  var analyzerTags: [String]

  /// Takes what questions need out of `vocabularies`.
  package init(_ vocabularies: Vocabularies, analyzerTags: [String]) {
    phraseBook = PhraseBook(vocabularies)
    labels = Labels(vocabularies)
    self.analyzerTags = analyzerTags
  }

  /// The bytes to keep; the same data gives the same bytes.
  package var bytes: [UInt8] {
    var lines = analyzerTags.map { "analyzer\t\($0)" }
    lines += labels.lines
    lines += phraseBook.lines
    return AttachedLines.bytes(of: lines)
  }

  /// Reads kept bytes; nil where they do not obey the grammar.
  package init?(bytes: [UInt8]) {
    guard let bytes = AttachedLines.text(of: bytes) else { return nil }
    phraseBook = PhraseBook()
    labels = Labels()
    analyzerTags = []
    var phrases: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      // One pass over each line, since a search waits for it.
      let (end, tabs) = Self.line(bytes.span, from: start)
      let line = bytes[start..<end]
      if PhraseBook.isPhrase(line, tabs) {
        phrases.append(start..<end)
      } else {
        guard read(line) else { return nil }
      }
      start = end + 1
    }
    phraseBook.take(phrases, of: bytes)
  }

  /// Where the line from `start` ends, and how many tabs it has.
  private static func line(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, tabs: Int) {
    var tabs = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") { return (index, tabs) }
      if byte == UInt8(ascii: "\t") { tabs += 1 }
    }
    return (bytes.count, tabs)
  }

  /// Takes in a line that is no phrase; false where it does not obey the grammar.
  private mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
    let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    switch columns[0] {
    case "analyzer" where columns.count == 2: analyzerTags.append(columns[1])
    case "label": return labels.read(columns)
    default: return phraseBook.read(columns)
    }
    return true
  }
}
