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
    phraseBook.reserve(bytes.count)
    // One pass that notes where the columns end, since a search waits for it.
    var tabs: [Int] = []
    var start = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\t") { tabs.append(index) }
      guard bytes[index] == UInt8(ascii: "\n") || index + 1 == bytes.count else { continue }
      let end = bytes[index] == UInt8(ascii: "\n") ? index : index + 1
      guard read(bytes[start..<end], tabs) else { return nil }
      tabs.removeAll(keepingCapacity: true)
      start = index + 1
    }
  }

  /// Takes in a line, whose columns are divided by the tabs at `tabs`.
  private mutating func read(_ line: ArraySlice<UInt8>, _ tabs: [Int]) -> Bool {
    if line.starts(with: PhraseBook.lineStart) { return phraseBook.append(line: line, tabs.count) }
    var columns: [String] = []
    columns.reserveCapacity(tabs.count + 1)
    var start = line.startIndex
    for end in tabs + [line.endIndex] {
      columns.append(String(decoding: line[start..<end], as: UTF8.self))
      start = end + 1
    }
    switch columns[0] {
    case "analyzer" where columns.count == 2: analyzerTags.append(columns[1])
    case "label": return labels.read(columns)
    default: return phraseBook.read(columns)
    }
    return true
  }
}
