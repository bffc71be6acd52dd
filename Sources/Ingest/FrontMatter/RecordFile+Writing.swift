public import Records

extension RecordFile {
  /// The text of a record file for `resource`: its fields in the corpus' order, unknown ones left
  /// out, then `body`.
  ///
  /// The resource's own `body` is not written: it comes from the files.
  ///
  /// Reading the text gives the same record back.
  public static func text(of resource: Resource, body: String = "") -> String {
    var lines = ["---"]
    func add(_ field: String, _ value: String?) {
      if let value { lines.append("\(field): \(scalar(value))") }
    }
    func addQuoted(_ field: String, _ value: String?) {
      if let value { lines.append("\(field): \(quoted(value))") }
    }
    func addList(_ field: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      lines.append("\(field): [\(values.map(scalar).joined(separator: ", "))]")
    }
    func addBlock(_ field: String, _ items: [String]) {
      if !items.isEmpty { lines += ["\(field):"] + items.map { "  " + $0 } }
    }
    func bilingual(_ text: BilingualText) -> [String] {
      [text.en.map { "en: \(quoted($0))" }, text.cy.map { "cy: \(quoted($0))" }].compactMap { $0 }
    }

    add("id", resource.id.slug)
    add("work", resource.work.slug)
    addBlock("title", bilingual(resource.title))
    addBlock(
      "titleStatus",
      [
        resource.titleStatus.en.map { "en: \($0.rawValue)" },
        resource.titleStatus.cy.map { "cy: \($0.rawValue)" },
      ].compactMap { $0 })
    addBlock("description", bilingual(resource.description))
    if let url = resource.url { lines.append("url: \(isPlainAddress(url) ? url : quoted(url))") }
    add("urlStatus", resource.urlStatus)
    addList("publisher", resource.publisher)
    addList("creator", resource.creator)
    addList("commissionedBy", resource.commissionedBy)
    addQuoted("published", resource.published?.text)
    addList("language", resource.language.map(\.tag))
    add("kind", resource.kind)
    addList("audience", resource.audience)
    addQuoted("ageRange", resource.ageRange?.description)
    add("ageOf", resource.ageOf?.rawValue)
    addList("topics", resource.topics)
    addList("accessibility", resource.accessibility)
    add("rights", resource.rights)
    add("action", resource.action)
    add("planStatus", resource.planStatus)
    add("status", resource.status.rawValue)
    addBlock("sources", resource.sources.map { "- \(quoted($0))" })
    addQuoted("note", resource.note)
    addList("content", resource.content)
    lines.append("---")
    return lines.joined(separator: "\n") + "\n" + (body.isEmpty ? "" : body + "\n")
  }

  /// `text` plain where no YAML reader could take it for anything but a text, else in quotes.
  static func scalar(_ text: String) -> String {
    let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    let isPlain =
      text.first?.isLetter == true && text.last != " " && !text.contains("  ")
      && !reserved.contains(text.lowercased())
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || " -/.'()".unicodeScalars.contains($0)
      }
    return isPlain ? text : quoted(text)
  }

  /// `text` in double quotes, on one line whatever it holds.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for letter in text.unicodeScalars {
      switch letter {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      // Line ends to YAML, and what it calls not printable.
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{7F}"..."\u{9F}", "\u{FFFE}"...,
        ..<" ":
        quoted += escaped(letter)
      default: quoted.unicodeScalars.append(letter)
      }
    }
    return quoted + "\""
  }

  private static func escaped(_ letter: Unicode.Scalar) -> String {
    let digits = String(letter.value, radix: 16)
    let width = letter.value > 0xFFFF ? 8 : 4
    let zeros = String(repeating: "0", count: width - digits.utf8.count)
    return (width == 8 ? "\\U" : "\\u") + zeros + digits
  }

  /// Whether an address can stand without quotes: no blank, nothing that begins a comment.
  private static func isPlainAddress(_ url: String) -> Bool {
    url.first?.isLetter == true && url.last != ":"
      && url.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"'`{}[]|<>\\^#".utf8.contains($0) }
  }
}
