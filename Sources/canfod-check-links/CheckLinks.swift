import ArgumentParser
import Catalogue
import LinkCheck
import Records
import Storage
import Terminal
import UnixSignals

/// The program that `canfod check-links` becomes.
@main
struct CheckLinks: AsyncParsableCommand {
  static let configuration = CheckLinksOptions.configuration(named: "canfod-check-links")

  @OptionGroup var options: CheckLinksOptions

  /// Runs what was asked for, words its error if it has one, and ends with its status.
  func run() async throws {
    let console = Console(options.basics)
    var status: ExitStatus
    do {
      status = try await run(on: console)
    } catch CatalogueError.storage(.locked(_, let holder)) {
      let words = console.wording.historyLocked(holder)
      console.tell(code: "ELOCKED", words.message, hint: words.hint)
      status = .tryAgain
    } catch let error as CatalogueError {
      console.tell(error)
      status = ExitStatus(error)
    } catch let error as LinkCheckError {
      let words = console.wording.history(error)
      console.tell(code: "EHISTORY", words.message, hint: words.hint)
      status = .inputOutput
    }
    if !console.flush() { status = .inputOutput }
    guard status == .done else { throw status.exitCode }
  }

  /// THE TABLE of what the program does, each thing alone.
  private func run(on console: Console) async throws -> ExitStatus {
    if options.dryRun { return try DryRun(options).run(on: console) }
    let now = Environment.now ?? Environment.clock
    if let file = options.reporting.output { try TextFile.checkFolder(of: file) }
    if let file = options.asking.ca, let status = try refused(certificates: file, console) {
      return status
    }
    let links = try Links(options, only: accepting)
    if options.history == nil { try TextFile.makeFolder(options.basics.index) }
    let history = try LinkHistory(file: options.historyFile)
    // Reports only read.
    let lock = options.report ? nil : try TextFile.lock(options.historyFile + ".lock")
    defer { lock?.release() }
    if let status = try keepWords(history, links, now: now, on: console) { return status }
    if options.curating.fix { return try Fix(options, history: history).run(links, on: console) }
    let past = HistoryReport(options, history: history, now: now)
    var report =
      options.report ? try past.report(links) : try await check(history, links, now, console)
    report = try past.changes(in: report)
    report.failStates = options.judging.failStates
    try write(report, on: console)
    return status(of: report)
  }

  /// Refuses a file of certificates that holds none, before anybody is asked.
  private func refused(certificates file: String, _ console: Console) throws -> ExitStatus? {
    let text = try TextFile.read(file, bytesMax: 16 << 20)
    guard !text.contains("-----BEGIN CERTIFICATE-----") else { return nil }
    console.tell(code: "ECERTIFICATES", console.wording.noCertificates(file), hint: nil)
    return .badData
  }

  /// The records whose links are to be accepted, where any are.
  private var accepting: [ResourceID]? {
    let records = options.curating.acceptedRecords
    return records.isEmpty ? nil : records
  }

  /// Keeps what a person says of hosts and links; nil where nothing is said.
  private func keepWords(
    _ history: LinkHistory, _ links: Links, now: Int64, on console: Console
  ) throws -> ExitStatus? {
    let reason = options.curating.reason ?? ""
    if accepting != nil {
      let urls = links.targets.map(\.url)
      let known = Set(try history.accept(urls, reason: reason, now: now))
      for url in urls {
        console.paragraph(
          StyledText(
            known.contains(url) ? console.wording.accepted(url) : console.wording.neverChecked(url))
        )
      }
      return known.isEmpty ? .nothingFound : .done
    }
    let states = options.curating.hostStates
    guard !states.isEmpty else { return nil }
    let until = options.curating.untilDate.map { TimeStamp.seconds(day: $0.lastDay) + 86_400 }
    if let until, until <= now {
      console.tell(code: "EPAST", console.wording.pastDate, hint: nil)
      return .usage
    }
    for state in states {
      let word = HostWord(
        host: HostName.plain(state.host), state: state.state, reason: reason,
        until: until)
      try history.keep(word, now: now)
      console.paragraph(StyledText(console.wording.hostWordKept(word)))
    }
    return .done
  }

  /// Checks; the first interruption ends it well, with what was found so far.
  private func check(
    _ history: LinkHistory, _ links: Links, _ now: Int64, _ console: Console
  ) async throws -> CheckReport {
    let run = CheckRun(options, history: history, now: now)
    let wording = console.wording
    let check = Task { try await run.run(links, wording) }
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    let watch = Task {
      var isFirst = true
      for await _ in signals {
        // Who asks twice does not want to wait.
        if !isFirst { Interruption.end() }
        isFirst = false
        check.cancel()
      }
    }
    defer { watch.cancel() }
    let outcome = try await check.value
    for complaint in outcome.complaints { console.complain(complaint) }
    return outcome.report
  }

  private func write(_ report: CheckReport, on console: Console) throws {
    let form = ReportForms.form(options.format)
    if let file = options.reporting.output {
      try TextFile.write(form.text(report, console.wording), to: file)
      console.complain(console.wording.checkSummary(report))
    } else if let table = form as? TableReport {
      table.write(report, on: console)
    } else {
      console.write(form.text(report, console.wording))
    }
  }

  private func status(of report: CheckReport) -> ExitStatus {
    if let run = report.run {
      if run.isInterrupted { return .interrupted }
      if !run.heardSomebody { return .unavailable }
    }
    return report.rows.contains { report.failStates.contains($0.status.state) }
      ? .problemFound : .done
  }
}
