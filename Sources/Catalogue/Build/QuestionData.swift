internal import FoundationEssentials
internal import Records

/// What every question needs of an index generation: phrases, labels, analyzers.
///
/// Kept apart from ``CatalogueData`` and as plain lines, since it is read at every start: as one JSON
/// of nested values it took 27 ms of a search's 50.
///
///     file     = {"lines":"…"}            LF as U+2028 and TAB as U+2029, which JSON need not escape:
///                                         a string without escapes is read by one copy
///     lines    = line *( LF line )        columns separated by TAB
///     line     = "analyzer" tag
///              / "label" facet id en cy           an empty label is none
///              / "number" word n
///              / "language" name tag
///              / "modifier" text
///              / "phrase" text ("en" / "cy") meaning            sorted by the bytes of text
///     meaning  = "name" / "filler" / "resource" / "address" / "except" / "without" / "language"
///              / ( "ages:" / "published:" ) n ":" plus ":" m ":" plus / facet ":" id *( ";" id )
struct QuestionData: Sendable, Hashable {
  /// The name under which the index keeps it.
  static let attachment = "questions"

  /// The phrases of the vocabularies, compiled.
  var phraseBook: PhraseBook
  /// The labels of the vocabularies' values.
  var labels: Labels
  /// The analyzers whose fields the index has, sorted.
  var analyzerTags: [String]

  /// Takes what questions need out of `vocabularies`.
  init(_ vocabularies: Vocabularies, analyzerTags: [String]) {
    phraseBook = PhraseBook(vocabularies)
    labels = Labels(vocabularies)
    self.analyzerTags = analyzerTags
  }

  private struct File: Codable {
    var lines: String
  }

  /// The bytes to keep; the same data gives the same bytes.
  var bytes: [UInt8] {
    var lines = analyzerTags.map { "analyzer\t\($0)" }
    lines += labels.lines
    lines += phraseBook.lines
    do {
      let text = lines.joined(separator: "\u{2028}").replacing("\t", with: "\u{2029}")
      return Array(try JSONEncoder().encode(File(lines: text)))
    } catch {
      preconditionFailure("a string always encodes: \(error)")
    }
  }

  /// Reads kept bytes; nil where they do not obey the grammar.
  init?(bytes: [UInt8]) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return nil }
    phraseBook = PhraseBook()
    labels = Labels()
    analyzerTags = []
    let bytes = Self.separated(Array(file.lines.utf8))
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      guard read(bytes[start..<end]) else { return nil }
      start = end + 1
    }
  }

  /// `bytes` with LF for U+2028 and TAB for U+2029 (E2 80 A8 and E2 80 A9).
  private static func separated(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] | 1 == 0xA9
      {
        plain.append(bytes[index + 2] == 0xA8 ? UInt8(ascii: "\n") : UInt8(ascii: "\t"))
        index += 3
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }

  private mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: "phrase\t".utf8) { return phraseBook.append(line: line) }
    let columns = String(decoding: line, as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    switch columns[0] {
    case "analyzer" where columns.count == 2: analyzerTags.append(columns[1])
    case "label": return labels.read(columns)
    default: return phraseBook.read(columns)
    }
    return true
  }
}
