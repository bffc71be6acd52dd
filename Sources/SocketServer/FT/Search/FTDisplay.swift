internal import Catalogue

/// How FT.SEARCH shows texts: whole or in snippets, the words found marked or not.
struct FTDisplay {
  /// What SUMMARIZE asks for.
  struct Summaries {
    /// The fields; nil is all.
    var fields: [String]?
    var snippetCount = 3
    var wordsMax = 20
    var separator = "... "
  }

  /// What HIGHLIGHT asks for.
  struct Marks {
    /// The fields; nil is all.
    var fields: [String]?
    var open = "<b>"
    var close = "</b>"
  }

  var summaries: Summaries?
  var marks: Marks?

  /// The most snippets of a field, and the most words of a snippet.
  private static let snippetCountMax = 100
  private static let wordsMax = 1_000
  /// The most bytes of a tag or a separator.
  private static let markBytesMax = 256

  /// Whether texts are looked through to be shown, so that a value takes longer than its bytes tell.
  var isWork: Bool { summaries != nil || marks != nil }

  /// The fields named, those that are shown first.
  var namedFields: [String] {
    var names: [String] = []
    for name in (summaries?.fields ?? []) + (marks?.fields ?? []) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// Reads what stands after SUMMARIZE.
  mutating func readSummaries(_ arguments: inout FTArguments) throws(FTError) {
    let bad = FTError("Bad arguments for SUMMARIZE")
    var summaries = Summaries()
    while let keyword = arguments.keyword {
      switch keyword {
      case "FIELDS":
        _ = arguments.next()
        summaries.fields = try Self.fields(&arguments, else: bad)
      case "FRAGS":
        _ = arguments.next()
        summaries.snippetCount = try Self.number(&arguments, 1...Self.snippetCountMax, else: bad)
      case "LEN":
        _ = arguments.next()
        summaries.wordsMax = try Self.number(&arguments, 1...Self.wordsMax, else: bad)
      case "SEPARATOR":
        _ = arguments.next()
        guard let separator = arguments.next(), separator.utf8.count <= Self.markBytesMax else {
          throw bad
        }
        summaries.separator = separator
      default:
        self.summaries = summaries
        return
      }
    }
    self.summaries = summaries
  }

  /// Reads what stands after HIGHLIGHT.
  mutating func readMarks(_ arguments: inout FTArguments) throws(FTError) {
    let bad = FTError("Bad arguments for HIGHLIGHT")
    var marks = Marks()
    while let keyword = arguments.keyword {
      switch keyword {
      case "FIELDS":
        _ = arguments.next()
        marks.fields = try Self.fields(&arguments, else: bad)
      case "TAGS":
        _ = arguments.next()
        guard let open = arguments.next(), let close = arguments.next(),
          open.utf8.count + close.utf8.count <= 2 * Self.markBytesMax
        else { throw bad }
        (marks.open, marks.close) = (open, close)
      default:
        self.marks = marks
        return
      }
    }
    self.marks = marks
  }

  private static func fields(
    _ arguments: inout FTArguments, else bad: FTError
  ) throws(FTError) -> [String] {
    guard arguments.rest.first.flatMap({ Int($0) }) ?? -1 >= 0 else { throw bad }
    do throws(FTError) {
      return try arguments.names(of: "FIELDS")
    } catch {
      throw error.code == "ELIMIT" ? error : bad
    }
  }

  private static func number(
    _ arguments: inout FTArguments, _ range: ClosedRange<Int>, else bad: FTError
  ) throws(FTError) -> Int {
    guard let number = arguments.next().flatMap({ Int($0) }), range.contains(number) else {
      throw bad
    }
    return number
  }
}

extension FTDisplay {
  /// A field's value as it is to be shown; nil where the record has none.
  func value(_ name: String, of record: FTRecord, _ marker: TextMarker) -> String? {
    guard let field = TextField(rawValue: name) else { return record.value(name) }
    let texts = record.texts(field)
    guard !texts.isEmpty else { return nil }
    let marks = self.marks.flatMap { $0.fields?.contains(name) ?? true ? $0 : nil }
    if let summaries, summaries.fields?.contains(name) ?? true {
      return summary(of: texts, field, summaries, marks, marker)
    }
    guard let marks else { return record.value(name) }
    return texts.map {
      Self.marked(marker.whole($0.text, in: field, language: $0.language), marks)
    }.joined(separator: FTRecord.separator(field))
  }

  private func summary(
    of texts: [(language: String, text: String)], _ field: TextField, _ summaries: Summaries,
    _ marks: Marks?, _ marker: TextMarker
  ) -> String {
    var snippets: [TextMarker.Marked] = []
    for (language, text) in texts where snippets.count < summaries.snippetCount {
      snippets += marker.snippets(
        of: text, in: field, language: language, count: summaries.snippetCount - snippets.count,
        wordsMax: summaries.wordsMax)
    }
    if snippets.isEmpty {
      let (language, text) = texts[0]
      return marker.beginning(of: text, language: language, wordsMax: summaries.wordsMax)
    }
    return snippets.map {
      (marks.map { [snippet = $0] in Self.marked(snippet, $0) } ?? $0.text) + summaries.separator
    }.joined()
  }

  private static func marked(_ text: TextMarker.Marked, _ marks: Marks) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.text.utf8)
    var done = 0
    for range in text.marks {
      result += bytes[done..<range.lowerBound]
      result += marks.open.utf8
      result += bytes[range]
      result += marks.close.utf8
      done = range.upperBound
    }
    result += bytes[done...]
    return String(decoding: result, as: UTF8.self)
  }
}
