public import Records

/// The lines of what the last link check found.
extension AnswerJSON {
  /// A line for each link, one for each id that is not there, and the end line with the counts.
  public static func links(_ report: LinkReport, _ language: InterfaceLanguage) -> [String] {
    let wording = Wording(language)
    let counts = report.counts.map { (name: $0.state.rawValue, value: JSONText.int($0.count)) }
    return report.links.map { link($0, wording).line }
      + report.missing.map { JSONText.object([("missing", .string($0))]).line } + [
        JSONText.object([
          ("ok", .bool(true)), ("total", .int(report.total)), ("count", .int(report.links.count)),
          ("states", .object(counts)), ("generation", .int(Int(clamping: report.generation))),
        ]).line
      ]
  }

  private static func link(_ link: LinkReport.Link, _ wording: Wording) -> JSONText {
    .object([("check", .string(link.id.slug))] + status(link.status, wording))
  }

  /// A link's state and what it rests on, as members; what is not known is left out.
  public static func status(
    _ status: LinkStatus, _ wording: Wording
  ) -> [(name: String, value: JSONText)] {
    var members: [(name: String, value: JSONText)] = [
      ("url", .string(status.url)), ("state", .string(status.state.rawValue)),
    ]
    // A link that no check has seen is in its state since nobody knows when.
    if status.since != 0 { members.append(("since", .string(TimeStamp.text(status.since)))) }
    if let checked = status.checked {
      members.append(("checked", .string(TimeStamp.text(checked))))
    }
    if let code = status.code { members.append(("code", .int(code))) }
    if !status.evidence.isEmpty {
      let evidence = status.evidence.map { evidence in
        JSONText.object([
          ("code", .string(evidence.code)), ("text", .string(wording.evidence(evidence))),
        ])
      }
      members.append(("evidence", .array(evidence)))
    }
    if let replacement = status.replacement {
      members.append(("replacement", .string(replacement)))
    }
    if let archived = status.archived { members.append(("archived", .string(archived))) }
    return members
  }
}
