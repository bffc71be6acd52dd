import Catalogue
import LinkCheck
import Records
import Terminal

/// For issues and wikis.
struct MarkdownReport: ReportForm {
  func text(_ report: CheckReport, _ wording: Wording) -> String {
    var text = "# \(wording.linksHeading), \(TimeStamp.day(report.made))\n\n"
    text += wording.checkSummary(report) + "\n\n"
    text += "| \(wording.stateHeading) | \(wording.linksHeading) |\n| --- | ---: |\n"
    for count in report.counts {
      text += "| \(wording.linkState(count.state)) | \(count.links) |\n"
    }
    for (publisher, rows) in report.byPublisher {
      let remarkable = rows.filter { $0.isRemarkable || report.since != nil }
      guard !remarkable.isEmpty else { continue }
      text += "\n## \(Self.escaped(publisher ?? wording.noPublisher))\n\n"
      for row in remarkable { text += item(row, wording) }
    }
    return text
  }

  private func item(_ row: CheckReport.Row, _ wording: Wording) -> String {
    let status = row.status
    var text = "- **\(wording.linkState(status.state))** <\(status.url)>"
    if let change = row.change { text += " (\(wording.was(change)))" }
    let since = status.since > 0 ? [wording.sinceDay(status.since)] : []
    for fact in since + status.evidence.map(wording.evidence) {
      text += "\n  " + Self.escaped(fact)
    }
    if let archived = status.archived { text += "\n  \(wording.archivedAt("<\(archived)>"))" }
    return text + "\n  `\(row.ids.joined(separator: "`, `"))`\n"
  }

  /// Text in which nothing marks up.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in PlainText.clean(text) {
      if "\\`*_{}[]<>#|!".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}
