/// THE TABLE of content readers.
///
/// The order says nothing; no ending or media type stands twice.
public enum ContentReaders {
  /// One kind of content file.
  public struct Row: Sendable {
    /// The file name endings, in lower case, without the dot.
    public let endings: [String]
    /// The media types.
    public let mediaTypes: [String]
    /// What reads it.
    public let reader: any ContentReader
  }

  /// All kinds.
  public static let table: [Row] = [
    Row(
      endings: ["html", "htm", "xhtml"], mediaTypes: ["text/html", "application/xhtml+xml"],
      reader: PageReader()),
    Row(endings: ["md"], mediaTypes: ["text/markdown"], reader: PlainTextReader(isMarkdown: true)),
    Row(endings: ["txt"], mediaTypes: ["text/plain"], reader: PlainTextReader(isMarkdown: false)),
    Row(endings: ["vtt"], mediaTypes: ["text/vtt"], reader: TranscriptReader(format: .webVTT)),
    Row(
      endings: ["srt"], mediaTypes: ["application/x-subrip"],
      reader: TranscriptReader(format: .subRip)),
  ]

  /// The reader for a file called `name`, or nil where its ending is not in the table.
  public static func reader(forFile name: String) -> (any ContentReader)? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return table.first { $0.endings.contains(ending) }?.reader
  }

  /// The reader for a media type, parameters ignored, or nil where it is not in the table.
  public static func reader(forMediaType type: String) -> (any ContentReader)? {
    let name = type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    return table.first { $0.mediaTypes.contains(name) }?.reader
  }

  /// All endings with their dot, sorted: what a fault lists as known.
  public static var knownEndings: [String] {
    table.flatMap(\.endings).map { "." + $0 }.sorted()
  }
}
