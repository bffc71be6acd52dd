import Records

/// Reads captions and transcripts in WebVTT and SubRip: the spoken text without numbers, times,
/// settings and tags.
///
/// A block that is no cue is left out with a warning.
///
///     WEBVTT                                 1
///     Language: cy                           00:00:01,000 --> 00:00:04,000
///                                            <i>Helo</i>
///     NOTE a comment
///
///     00:01.000 --> 00:04.000 align:start
///     <v Mari>Helo
///
/// Source: W3C, "WebVTT: The Web Video Text Tracks Format"; SubRip has no standard.
public struct TranscriptReader: ContentReader {
  /// The two formats.
  public enum Format: Sendable {
    /// `.vtt`
    case webVTT
    /// `.srt`
    case subRip
  }

  /// Warnings kept; a file with more broken blocks says no more about them.
  private static let warningsMax = 20
  private static let expectedTiming = "a cue timing, 00:00:01.000 --> 00:00:04.000"

  private let format: Format

  /// Makes a reader for `format`.
  public init(format: Format) {
    self.format = format
  }

  /// Reads the spoken text, one cue a line; a line that repeats the one before is left out.
  public func read(_ bytes: [UInt8], limits: IngestLimits) throws(ContentFault) -> Extract {
    let source = try SourceText.read(bytes)
    var extract = Extract(text: "")
    var spoken: [String] = []
    var blocks = Self.blocks(source)
    if format == .webVTT { readHeader(&blocks, &extract) }
    for block in blocks {
      switch read(block) {
      case .cue(let lines):
        for line in lines where !line.isEmpty && line != spoken.last { spoken.append(line) }
      case .nothing: break
      case .malformed(let line, let found):
        guard extract.warnings.count < Self.warningsMax else { break }
        extract.warnings.append(
          ContentFault(line: line, .partSkipped(found: found, expected: Self.expectedTiming)))
      }
    }
    guard !spoken.isEmpty || extract.warnings.isEmpty else {
      throw extract.warnings[0]
    }
    extract.text = spoken.joined(separator: "\n")
    try limits.check(extract.text)
    return extract
  }

  /// Lines between blank ones.
  private struct Block {
    var firstLine: Int
    var lines: [Substring]
  }

  private enum Reading {
    case cue([String])
    case nothing
    case malformed(line: Int, found: String)
  }

  private static func blocks(_ source: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for (place, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.allSatisfy(\.isWhitespace) {
        isOpen = false
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(line)
      } else {
        blocks.append(Block(firstLine: place + 1, lines: [line]))
        isOpen = true
      }
    }
    return blocks
  }

  private func readHeader(_ blocks: inout [Block], _ extract: inout Extract) {
    guard let first = blocks.first?.lines.first else { return }
    let isHeader = first == "WEBVTT" || first.hasPrefix("WEBVTT ") || first.hasPrefix("WEBVTT\t")
    guard isHeader else {
      extract.warnings.append(
        ContentFault(
          line: blocks[0].firstLine,
          .partSkipped(found: String(first.prefix(80)), expected: "WEBVTT")))
      return
    }
    let header = blocks.removeFirst()
    for line in header.lines.dropFirst() where line.lowercased().hasPrefix("language:") {
      let language = line.drop { $0 != ":" }.dropFirst().filter { !$0.isWhitespace }
      if !language.isEmpty { extract.language = language }
    }
    // Some writers put no blank line between the header and the first cue.
    if let timing = header.lines.firstIndex(where: Self.isTiming) {
      blocks.insert(
        Block(firstLine: header.firstLine + timing, lines: Array(header.lines[timing...])), at: 0)
    }
  }

  private func read(_ block: Block) -> Reading {
    if format == .webVTT, let word = block.lines[0].split(whereSeparator: \.isWhitespace).first,
      ["NOTE", "STYLE", "REGION"].contains(word), !Self.isTiming(block.lines[0])
    {
      return .nothing
    }
    // The timing stands first, or after the cue's number or name.
    guard let timing = block.lines.prefix(2).firstIndex(where: Self.isTiming) else {
      return .malformed(line: block.firstLine, found: String(block.lines[0].prefix(80)))
    }
    return .cue(block.lines[(timing + 1)...].map(Self.withoutTags))
  }

  /// Whether `line` is `start --> end` with times `[hh:]mm:ss.ttt`, a comma for the point in SRT.
  private static func isTiming(_ line: Substring) -> Bool {
    guard let arrow = line.firstRange(of: "-->") else { return false }
    let end = line[arrow.upperBound...].split(whereSeparator: \.isWhitespace).first ?? ""
    let start = line[..<arrow.lowerBound].split(whereSeparator: \.isWhitespace)
    return start.count == 1 && isTime(start[0]) && isTime(end)
  }

  private static func isTime(_ text: Substring) -> Bool {
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard halves.count == 2, (1...3).contains(halves[1].utf8.count), isDigits(halves[1]) else {
      return false
    }
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...4).contains($0.utf8.count) && isDigits($0) }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A line of a cue without `<v Name>`, `<i>`, `<00:01.000>`, `{\an8}`, and with WebVTT's
  /// entities resolved.
  private static func withoutTags(_ line: Substring) -> String {
    var text = ""
    var rest = line
    // Each is looked for no more once there is none left: a line of a million `<` stays cheap.
    var hasAngle = true
    var hasBrace = true
    while let letter = rest.first {
      if letter == "<", hasAngle {
        guard let end = rest.firstIndex(of: ">") else {
          hasAngle = false
          continue
        }
        rest = rest[rest.index(after: end)...]
      } else if letter == "{", hasBrace, rest.dropFirst().first == "\\" {
        guard let end = rest.firstIndex(of: "}") else {
          hasBrace = false
          continue
        }
        rest = rest[rest.index(after: end)...]
      } else if letter == "&", let entity = entities.first(where: { rest.hasPrefix($0.name) }) {
        text += entity.text
        rest = rest.dropFirst(entity.name.count)
      } else {
        text.append(letter)
        rest = rest.dropFirst()
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let entities: [(name: String, text: String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""),
  ]
}
