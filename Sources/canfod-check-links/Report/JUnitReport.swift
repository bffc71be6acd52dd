import Catalogue
import LinkCheck
import Records

/// For build servers: a test case a link; those in a state of `--fail-on` failed, others of which nobody
/// can tell skipped.
struct JUnitReport: ReportForm {
  func text(_ report: CheckReport, _ wording: Wording) -> String {
    let failures = report.rows.count { report.failStates.contains($0.status.state) }
    let skipped = report.rows.count {
      isSkipped($0.status.state) && !report.failStates.contains($0.status.state)
    }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="canfod check-links" tests="\(report.rows.count)" failures="\(failures)" \
      errors="0" skipped="\(skipped)" timestamp="\(TimeStamp.text(report.made).dropLast())">

      """
    for row in report.rows { text += testCase(row, report.failStates, wording) }
    return text + "</testsuite>\n"
  }

  private func testCase(
    _ row: CheckReport.Row, _ failStates: Set<LinkState>, _ wording: Wording
  ) -> String {
    let status = row.status
    let name = Markup.escaped(status.url)
    let group = Markup.escaped(row.target.records.first?.publishers.first ?? "")
    var text = "  <testcase classname=\"\(group)\" name=\"\(name)\""
    if let record = row.target.records.first {
      text += " file=\"\(Markup.escaped(record.file))\""
      if let line = record.line { text += " line=\"\(line)\"" }
    }
    let message = Markup.escaped(wording.linkState(status.state))
    let facts = Markup.escaped(status.evidence.map(wording.evidence).joined(separator: "\n"))
    if failStates.contains(status.state) {
      return text + ">\n    <failure type=\"\(status.state.rawValue)\" message=\"\(message)\">"
        + "\(facts)</failure>\n  </testcase>\n"
    }
    if isSkipped(status.state) {
      return text + ">\n    <skipped message=\"\(message)\"/>\n  </testcase>\n"
    }
    guard status.state != .alive || !facts.isEmpty else { return text + "/>\n" }
    return text + ">\n    <system-out>\(message)\n\(facts)</system-out>\n  </testcase>\n"
  }

  /// Whether nobody can tell yet.
  private func isSkipped(_ state: LinkState) -> Bool {
    switch state {
    case .suspected, .unreachable, .blocked, .unknown: true
    case .dead, .gone, .softNotFound, .parked, .drifted, .moved, .insecure, .redirected, .alive:
      false
    }
  }
}
