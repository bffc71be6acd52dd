import Catalogue
import LinkCheck
import Records
import Terminal

/// For spreadsheets (RFC 4180): a row for each record and link.
struct CSVReport: ReportForm {
  private static let header = [
    "id", "url", "state", "since", "checked", "code", "evidence", "replacement", "archived",
    "publisher", "file", "line",
  ]

  func text(_ report: CheckReport, _ wording: Wording) -> String {
    var lines = [Self.header]
    for row in report.rows {
      let status = row.status
      let evidence = status.evidence.map(wording.evidence).joined(separator: " ")
      for record in row.target.records {
        lines.append([
          record.id, status.url, status.state.rawValue,
          status.since > 0 ? TimeStamp.text(status.since) : "",
          status.checked.map(TimeStamp.text) ?? "", status.code.map(String.init) ?? "", evidence,
          status.replacement ?? "", status.archived ?? "",
          record.publishers.joined(separator: "; "), record.file,
          record.line.map(String.init) ?? "",
        ])
      }
    }
    return lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field; what a spreadsheet would take for a formula is kept from being one.
  static func field(_ text: String) -> String {
    let clean = PlainText.clean(text)
    let isFormula = clean.first.map { "=+-@".contains($0) } ?? false
    let cell = isFormula ? "'" + clean : clean
    guard cell.contains(where: { ",\"".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
