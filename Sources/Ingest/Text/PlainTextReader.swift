import Records

/// Reads plain text and Markdown in UTF-8.
public struct PlainTextReader: ContentReader {
  private let isMarkdown: Bool

  /// Makes a reader; `isMarkdown` says whether marks of Markdown are taken out.
  public init(isMarkdown: Bool) {
    self.isMarkdown = isMarkdown
  }

  /// Reads the text; a Markdown file's first heading is its title.
  public func read(_ bytes: [UInt8], limits: IngestLimits) throws(ContentFault) -> Extract {
    let source = try SourceText.read(bytes)
    if isMarkdown {
      let text = MarkdownText.plain(source)
      try limits.check(text)
      let heading = source.split(separator: "\n").first { $0.hasPrefix("# ") }
      return Extract(
        title: heading.map { MarkdownText.plain(String($0)) }, text: text)
    }
    let lines = source.split(separator: "\n").map(Self.trimmed).filter { !$0.isEmpty }
    let text = lines.joined(separator: "\n")
    try limits.check(text)
    return Extract(text: text)
  }

  private static func trimmed(_ line: Substring) -> Substring {
    let start = line.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}
