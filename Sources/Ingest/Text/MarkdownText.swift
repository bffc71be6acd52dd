/// Takes the marks of Markdown out of a text, so that its words remain: headings, lists, quotes,
/// emphasis, links (their text), images (their description), code.
///
/// Not a Markdown parser; what it does not know stays as it is.
enum MarkdownText {
  /// The words of `markdown`, blank lines left out.
  static func plain(_ markdown: String) -> String {
    var lines: [String] = []
    var isInComment = false
    for line in markdown.split(separator: "\n") {
      let visible = withoutComments(line, &isInComment)
      let text = inline(Array(withoutBlockMarks(visible[...]).unicodeScalars))
      if !text.isEmpty { lines.append(text) }
    }
    return lines.joined(separator: "\n")
  }

  private static func withoutComments(_ line: Substring, _ isInComment: inout Bool) -> String {
    var visible = ""
    var rest = line
    while !rest.isEmpty {
      if isInComment {
        guard let end = rest.firstRange(of: "-->") else { return visible }
        rest = rest[end.upperBound...]
        isInComment = false
      } else {
        guard let start = rest.firstRange(of: "<!--") else { return visible + rest }
        visible += rest[..<start.lowerBound]
        rest = rest[start.upperBound...]
        isInComment = true
      }
    }
    return visible
  }

  /// A line without the marks at its start; the empty text for a line of marks only.
  private static func withoutBlockMarks(_ line: Substring) -> Substring {
    var rest = line.drop { $0.isWhitespace }
    if rest.hasPrefix("```") || rest.hasPrefix("~~~") { return "" }
    if !rest.isEmpty, rest.allSatisfy({ "-=*_|: \t".contains($0) }) { return "" }
    while rest.first == ">" { rest = rest.dropFirst().drop { $0.isWhitespace } }
    if rest.first == "#" {
      let text = rest.drop { $0 == "#" }
      if text.first?.isWhitespace ?? true { rest = text.drop { $0.isWhitespace } }
    }
    if let mark = rest.first, "-*+".contains(mark), rest.dropFirst().first?.isWhitespace == true {
      return rest.dropFirst().drop { $0.isWhitespace }
    }
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    let afterNumber = rest.dropFirst(number.count)
    if (1...9).contains(number.count), let mark = afterNumber.first, ".)".contains(mark),
      afterNumber.dropFirst().first?.isWhitespace == true
    {
      return afterNumber.dropFirst().drop { $0.isWhitespace }
    }
    return rest
  }

  /// A line's words without the marks inside it, runs of blanks as one space.
  ///
  /// - Complexity: linear, whatever the brackets: the end of a link or tag is looked for only from
  ///   where the walk then goes on, and not again once there is none.
  private static func inline(_ line: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    var linkEnds = linkTextEnds(line)
    var hasTagEnd = true
    var place = 0
    while place < line.count {
      let letter = line[place]
      let next = place + 1 < line.count ? line[place + 1] : " "
      let before = place > 0 ? line[place - 1] : " "
      place += 1
      switch letter {
      case "\\" where isMark(next):
        text.append(next)
        place += 1
      case "!" where next == "[" && linkEnds.starts.contains(place): break
      case "[" where linkEnds.starts.contains(place - 1): break
      case "]" where linkEnds.ends.remove(place - 1) != nil:
        let close: Unicode.Scalar = next == "(" ? ")" : "]"
        if let end = line[(place + 1)...].firstIndex(of: close) {
          place = end + 1
        } else {
          linkEnds.ends = []
        }
      case "<" where hasTagEnd && (next.properties.isAlphabetic || next == "/"):
        guard let end = line[place...].firstIndex(of: ">") else {
          hasTagEnd = false
          text.append(letter)
          break
        }
        let inside = line[place..<end]
        // An address in angle brackets is text, a tag is none.
        if inside.contains(where: { $0 == ":" || $0 == "@" }), !inside.contains(" ") {
          text.append(contentsOf: inside)
        } else {
          text.append(" ")
        }
        place = end + 1
      case "`": break
      // A star between blanks is a star.
      case "*" where !isBlank(before) || !isBlank(next): break
      case "_" where !before.properties.isAlphabetic || !next.properties.isAlphabetic: break
      case "|": text.append(" ")
      default: text.append(letter)
      }
    }
    return String(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The places of the brackets around the text of a link `[text](address)` or `[text][name]`.
  private static func linkTextEnds(
    _ line: [Unicode.Scalar]
  ) -> (starts: Set<Int>, ends: Set<Int>) {
    var open: [Int] = []
    var starts: Set<Int> = []
    var ends: Set<Int> = []
    for (place, letter) in line.enumerated() {
      if letter == "[" { open.append(place) }
      guard letter == "]", let start = open.popLast(), place + 1 < line.count else { continue }
      // A bracket that names a link's target begins none itself.
      let isTarget = start > 0 && ends.contains(start - 1)
      if !isTarget, line[place + 1] == "(" || line[place + 1] == "[" {
        starts.insert(start)
        ends.insert(place)
      }
    }
    return (starts, ends)
  }

  private static func isBlank(_ letter: Unicode.Scalar) -> Bool { letter.properties.isWhitespace }

  /// Whether `letter` is ASCII punctuation, which a backslash protects.
  private static func isMark(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }
}
