import HTTPTransport
import LinkCheck
import Records
import Terminal

/// Reports what the history knows; asks nobody.
struct HistoryReport {
  private let options: CheckLinksOptions
  private let history: LinkHistory
  private let now: Int64

  /// A report of `history` at `now` (seconds since 1970).
  init(_ options: CheckLinksOptions, history: LinkHistory, now: Int64) {
    self.options = options
    self.history = history
    self.now = now
  }

  /// What is known of `links`.
  func report(_ links: Links) throws(LinkCheckError) -> CheckReport {
    let memories = try history.memories(of: links.targets.map(\.url))
    let looks = try history.tallies()
    var report = CheckReport(
      rows: links.targets.map { target in
        CheckReport.Row(
          target: target,
          status: memories[target.url]?.status
            ?? LinkStatus(url: target.url, state: .unknown, since: 0),
          looks: looks[target.url])
      }, made: now)
    report.hosts = try history.hostLives(now: now) { HTTPAddress($0)?.host }
    return report
  }

  /// Of `report`, what changed since the day that the options name.
  func changes(in report: CheckReport) throws(LinkCheckError) -> CheckReport {
    guard let since = options.sinceDate.map({ TimeStamp.seconds(day: $0.firstDay) }) else {
      return report
    }
    let changes = Dictionary(
      try history.changes(since: since).map { ($0.status.url, $0) }, uniquingKeysWith: { $1 })
    var changed = CheckReport(
      rows: report.rows.compactMap { row in
        guard let change = changes[row.target.url] else { return nil }
        var row = row
        row.change = change
        return row
      }, made: report.made)
    changed.since = since
    changed.run = report.run
    return changed
  }
}
