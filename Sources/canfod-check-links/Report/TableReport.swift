import Catalogue
import LinkCheck
import Records
import Terminal

/// For a terminal: what needs a person, by publisher, then the counts.
struct TableReport: ReportForm {
  /// A line before it is set.
  struct Line: Hashable {
    /// Its text.
    var text: StyledText
    /// Columns before its first line.
    var indent = 0
    /// Columns before its others.
    var hanging: Int { indent + 2 }
  }

  func text(_ report: CheckReport, _ wording: Wording) -> String {
    lines(report, wording).map { line in
      String(repeating: " ", count: line.indent) + line.text.plain + "\n"
    }.joined()
  }

  /// Writes it to a terminal.
  func write(_ report: CheckReport, on console: Console) {
    for line in lines(report, console.wording) {
      if line.text.plain.isEmpty {
        console.line()
      } else {
        console.paragraph(line.text, indent: line.indent, hanging: line.hanging)
      }
    }
  }

  /// All lines.
  func lines(_ report: CheckReport, _ wording: Wording) -> [Line] {
    var lines: [Line] = []
    for (publisher, rows) in report.byPublisher {
      let remarkable = rows.filter { $0.isRemarkable || report.since != nil }
      guard !remarkable.isEmpty else { continue }
      lines.append(
        Line(
          text: StyledText(publisher ?? wording.noPublisher, .heading)
            + StyledText(": " + wording.links(rows.count))))
      for row in remarkable { lines += self.lines(of: row, wording) }
      lines.append(Line(text: ""))
    }
    if !report.hosts.isEmpty { lines += hostLines(report, wording) }
    lines += report.counts.map { count in
      Line(
        text: StyledText(
          "\(count.links)  \(wording.linkState(count.state))",
          count.state.isBroken ? .warning : .plain),
        indent: 2)
    }
    lines.append(Line(text: StyledText(wording.checkSummary(report), .heading)))
    return lines
  }

  private func lines(of row: CheckReport.Row, _ wording: Wording) -> [Line] {
    let status = row.status
    let style: StyledText.Style = status.state.isBroken ? .warning : .heading
    var head =
      StyledText(wording.linkState(status.state), style) + StyledText(": " + status.url)
    if let change = row.change {
      head += StyledText(" (\(wording.was(change)))", .quiet)
    }
    var lines = [Line(text: head, indent: 2)]
    let since = status.since > 0 ? [wording.sinceDay(status.since)] : []
    let facts = since + status.evidence.map(wording.evidence)
    lines += facts.map { Line(text: StyledText($0), indent: 4) }
    if let looks = row.looks, looks.looks > 0 {
      lines.append(Line(text: StyledText(wording.tally(looks)), indent: 4))
    }
    if let before = status.before {
      lines.append(Line(text: StyledText(wording.lastKnown(before)), indent: 4))
    }
    if let archived = status.archived {
      lines.append(Line(text: StyledText(wording.archivedAt(archived)), indent: 4))
    }
    if status.state != .alive, status.state != .unknown || status.evidence.isEmpty {
      lines.append(Line(text: StyledText("→ " + wording.remedy(status.state)), indent: 4))
    }
    lines.append(Line(text: StyledText(row.ids.joined(separator: ", "), .quiet), indent: 4))
    return lines
  }

  private func hostLines(_ report: CheckReport, _ wording: Wording) -> [Line] {
    [Line(text: StyledText(wording.hostsHeading, .heading))]
      + report.hosts.filter { $0.broken > 0 }.map { host in
        Line(text: StyledText(wording.hostLife(host)), indent: 2)
      } + [Line(text: "")]
  }
}
