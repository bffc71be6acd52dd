import Catalogue
import LinkCheck
import Records

/// For programs: a line a link, as the socket's `CHECK` writes it, then the end line.
struct JSONReport: ReportForm {
  func text(_ report: CheckReport, _ wording: Wording) -> String {
    (report.rows.map { line($0, wording) } + report.hosts.map(line) + [end(report)])
      .map { JSONText.object($0).line + "\n" }.joined()
  }

  private func line(
    _ row: CheckReport.Row, _ wording: Wording
  ) -> [(name: String, value: JSONText)] {
    var members: [(name: String, value: JSONText)] = [
      ("check", row.ids.count == 1 ? .string(row.ids[0]) : .strings(row.ids))
    ]
    members += AnswerJSON.status(row.status, wording)
    if let before = row.status.before { members.append(("before", .string(before.rawValue))) }
    if let change = row.change {
      members.append(("was", change.before.map { .string($0.rawValue) } ?? .null))
      members.append(("broke", .bool(change.isBreak)))
      members.append(("recovered", .bool(change.isRecovery)))
    }
    if let looks = row.looks {
      members.append(("looks", .int(looks.looks)))
      members.append(("good", .int(looks.good)))
      if let broken = looks.firstBroken {
        members.append(("first_broken", .string(TimeStamp.text(broken))))
      }
    }
    return members
  }

  private func line(_ host: HostLife) -> [(name: String, value: JSONText)] {
    [
      ("host", .string(host.host)), ("links", .int(host.links)), ("broken", .int(host.broken)),
      ("half_life_days", host.halfLifeDays.map { .int(Int($0.rounded())) } ?? .null),
    ]
  }

  private func end(_ report: CheckReport) -> [(name: String, value: JSONText)] {
    var members: [(name: String, value: JSONText)] = [
      ("ok", .bool(true)), ("total", .int(report.rows.count)),
      ("states", .object(report.counts.map { ($0.state.rawValue, .int($0.links)) })),
    ]
    if let run = report.run {
      members.append(("asked", .int(run.asked)))
      members.append(("fresh", .int(run.fresh)))
      members.append(("network", .bool(run.heardSomebody)))
      members.append(("interrupted", .bool(run.isInterrupted)))
    }
    return members
  }
}
