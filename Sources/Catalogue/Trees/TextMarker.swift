internal import SearchIndex
internal import TextAnalysis

/// Marks the words of a resource's texts that a search looked for.
public struct TextMarker: Sendable {
  /// A text, or a snippet of one, with the words found.
  public struct Marked: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The words found, as byte ranges of `text`'s UTF-8, ascending.
    public var marks: [Range<Int>]
  }

  private let query: Query?

  init(_ query: Query?) {
    self.query = query
  }

  /// The whole of `text`, which is in `field` and written in `language`.
  public func whole(_ text: String, in field: TextField, language: String) -> Marked {
    let analyzer = Analyzers.analyzer(for: language)
    guard let highlighter = highlighter(field, analyzer) else {
      return Marked(text: text, marks: [])
    }
    let found = highlighter.whole(text, analyzer: analyzer)
    return Marked(text: found.text, marks: found.marks)
  }

  /// The best snippets of `text`, at most `count` of at most `wordsMax` words, in order of the text; each
  /// has a word found.
  public func snippets(
    of text: String, in field: TextField, language: String, count: Int, wordsMax: Int
  ) -> [Marked] {
    let analyzer = Analyzers.analyzer(for: language)
    guard let highlighter = highlighter(field, analyzer) else { return [] }
    return highlighter.snippets(of: text, analyzer: analyzer, count: count, wordsMax: wordsMax)
      .map { Marked(text: $0.text, marks: $0.marks) }
  }

  /// The beginning of `text`, at most `wordsMax` words of it.
  public func beginning(of text: String, language: String, wordsMax: Int) -> String {
    Highlighter(.none, fields: []).snippet(
      of: text, analyzer: Analyzers.analyzer(for: language), wordsMax: wordsMax
    ).text
  }

  private func highlighter(_ field: TextField, _ analyzer: any Analyzer) -> Highlighter? {
    guard let query else { return nil }
    let names = [field.rawValue, ResourceSchema.texts, ResourceSchema.everything].map {
      ResourceSchema.physical($0, analyzer.tag)
    }
    let highlighter = Highlighter(query, fields: Set(names))
    return highlighter.isEmpty ? nil : highlighter
  }
}
