import Catalogue
import LinkCheck
import Records

/// For code hosts: findings with file and line (SARIF 2.1.0, OASIS 2020).
struct SARIFReport: ReportForm {
  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  func text(_ report: CheckReport, _ wording: Wording) -> String {
    let rules = LinkState.allCases.filter { level($0) != nil }.map { state in
      JSONText.object([
        ("id", .string(state.rawValue)),
        ("shortDescription", .object([("text", .string(wording.linkState(state)))])),
        ("help", .object([("text", .string(wording.remedy(state)))])),
      ])
    }
    let results = report.rows.flatMap { row in
      row.target.records.compactMap { result(row.status, $0, wording) }
    }
    let driver = JSONText.object([
      ("name", .string("canfod check-links")), ("rules", .array(rules)),
    ])
    let run = JSONText.object([
      ("tool", .object([("driver", driver)])), ("results", .array(results)),
    ])
    return JSONText.object([
      ("$schema", .string(Self.schema)), ("version", .string("2.1.0")), ("runs", .array([run])),
    ]).line + "\n"
  }

  private func result(
    _ status: LinkStatus, _ record: LinkedRecord, _ wording: Wording
  ) -> JSONText? {
    guard let level = level(status.state) else { return nil }
    let facts = status.evidence.map(wording.evidence)
    let message = ([wording.linkState(status.state) + ": " + status.url] + facts)
      .joined(separator: " ")
    var place: [(name: String, value: JSONText)] = [
      ("artifactLocation", .object([("uri", .string(record.file))]))
    ]
    if let line = record.line {
      place.append(("region", .object([("startLine", .int(line))])))
    }
    let location = JSONText.object([("physicalLocation", .object(place))])
    return .object([
      ("ruleId", .string(status.state.rawValue)), ("level", .string(level)),
      ("message", .object([("text", .string(message))])), ("locations", .array([location])),
      // The same link of the same record is the same finding, wherever its line moves to.
      (
        "partialFingerprints",
        .object([("link/v1", .string(record.id + " " + status.url))])
      ),
    ])
  }

  /// How bad a state is; nil where there is nothing to find fault with.
  private func level(_ state: LinkState) -> String? {
    switch state {
    case .dead, .gone, .softNotFound, .parked: "error"
    case .drifted, .suspected, .insecure: "warning"
    case .moved, .unreachable, .blocked: "note"
    case .redirected, .alive, .unknown: nil
    }
  }
}
