import Catalogue
import LinkCheck
import Records

/// A feed of links that are not well (RFC 4287): an entry for each, new when its verdict is.
struct AtomReport: ReportForm {
  func text(_ report: CheckReport, _ wording: Wording) -> String {
    let rows = report.rows.filter { row in
      !row.status.state.isGood && row.status.state != .unknown || row.change != nil
    }.sorted { ($1.status.since, $0.target.url) < ($0.status.since, $1.target.url) }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(wording.language == .welsh ? "cy" : "en")">
      <title>Canfod: \(Markup.escaped(wording.linksHeading))</title>
      <id>urn:canfod:links</id>
      <author><name>canfod check-links</name></author>
      <updated>\(TimeStamp.text(report.made))</updated>

      """
    for row in rows {
      let status = row.status
      let facts = status.evidence.map(wording.evidence).joined(separator: "\n")
      text += """
        <entry>
        <title>\(Markup.escaped(wording.linkState(status.state) + ": " + status.url))</title>
        <id>urn:canfod:links:\(Markup.escaped(row.ids.first ?? "")):\(status.state.rawValue):\(status.since)</id>
        <link href="\(Markup.link(status.url))"/>
        <updated>\(TimeStamp.text(status.since))</updated>
        <content type="text">\(Markup.escaped(facts))</content>
        </entry>

        """
    }
    return text + "</feed>\n"
  }
}
