import Catalogue
import LinkCheck
import Records

/// A page to read: no scripts, nothing from elsewhere, fit for screen readers and paper.
struct HTMLReport: ReportForm {
  func text(_ report: CheckReport, _ wording: Wording) -> String {
    let title = "\(wording.linksHeading), \(TimeStamp.day(report.made))"
    var text = """
      <!DOCTYPE html>
      <html lang="\(wording.language == .welsh ? "cy" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(Markup.escaped(title))</title>
      <style>
      body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; } th, td { text-align: left; padding: .3rem .8rem .3rem 0; }
      .broken { color: #a00; font-weight: bold; } li { margin-bottom: .8rem; } a { overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <main>
      <h1>\(Markup.escaped(title))</h1>
      <p>\(Markup.escaped(wording.checkSummary(report)))</p>
      <table>
      <caption>\(Markup.escaped(wording.linksHeading))</caption>
      <thead><tr><th scope="col">\(Markup.escaped(wording.stateHeading))</th>\
      <th scope="col">\(Markup.escaped(wording.linksHeading))</th></tr></thead>
      <tbody>

      """
    for count in report.counts {
      text +=
        "<tr><th scope=\"row\">\(state(count.state, wording))</th><td>\(count.links)</td></tr>\n"
    }
    text += "</tbody>\n</table>\n"
    for (publisher, rows) in report.byPublisher {
      let remarkable = rows.filter { $0.isRemarkable || report.since != nil }
      guard !remarkable.isEmpty else { continue }
      text += "<h2>\(Markup.escaped(publisher ?? wording.noPublisher))</h2>\n<ul>\n"
      for row in remarkable { text += item(row, wording) }
      text += "</ul>\n"
    }
    return text + "</main>\n</body>\n</html>\n"
  }

  private func item(_ row: CheckReport.Row, _ wording: Wording) -> String {
    let status = row.status
    var lines = ["\(state(status.state, wording)): \(anchor(status.url))"]
    if let change = row.change { lines[0] += " (\(Markup.escaped(wording.was(change))))" }
    if status.since > 0 { lines.append(Markup.escaped(wording.sinceDay(status.since))) }
    lines += status.evidence.map { Markup.escaped(wording.evidence($0)) }
    if let archived = status.archived {
      lines.append(Markup.escaped(wording.archivedAt("")) + anchor(archived))
    }
    if status.state != .alive, status.state != .unknown || status.evidence.isEmpty {
      lines.append(Markup.escaped(wording.remedy(status.state)))
    }
    lines.append("<code>\(row.ids.map(Markup.escaped).joined(separator: ", "))</code>")
    return "<li>" + lines.joined(separator: "<br>\n") + "</li>\n"
  }

  private func state(_ state: LinkState, _ wording: Wording) -> String {
    let label = Markup.escaped(wording.linkState(state))
    return state.isBroken ? "<span class=\"broken\">\(label)</span>" : label
  }

  private func anchor(_ url: String) -> String {
    "<a rel=\"noreferrer\" href=\"\(Markup.link(url))\">\(Markup.escaped(url))</a>"
  }
}
