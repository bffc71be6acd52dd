import Catalogue
import Curation
import HTTPTransport
import LinkCheck
import Records
import Storage
import Terminal

/// Asks the links, keeps what was found, and hands it to the index.
struct CheckRun: Sendable {
  private let history: LinkHistory
  private let now: Int64
  private let corpus: String
  private let index: String
  private let asksAll: Bool
  private let archive: String?
  private let policy: CheckPolicy
  private let transport: HTTPTransport.Configuration
  private let fixedAddresses: [String: [IPAddress]]

  /// A run with `options` at `now` (seconds since 1970).
  init(_ options: CheckLinksOptions, history: LinkHistory, now: Int64) {
    self.history = history
    self.now = now
    corpus = options.basics.corpus
    index = options.basics.index
    asksAll = options.asking.all
    archive = options.asking.archive
    policy = Self.policy(options)
    transport = Self.transport(options)
    fixedAddresses = Dictionary(
      options.asking.fixedAddresses.compactMap { fixed in
        IPAddress(fixed.address).map { (HostName.plain(fixed.host), [$0]) }
      }, uniquingKeysWith: +)
  }

  /// What a run comes to.
  struct Outcome: Sendable {
    /// The report.
    var report: CheckReport
    /// What went wrong beside it, for the standard error.
    var complaints: [String] = []
  }

  /// Asks `links`; tells on the standard error how far it is.
  func run(_ links: Links, _ wording: Wording) async throws -> Outcome {
    let system = SystemNameResolver()
    let client = HTTPTransport(
      transport,
      resolver: fixedAddresses.isEmpty ? system : FixedNameResolver(fixedAddresses, else: system))
    defer { client.close() }
    // A fixed calendar, where one is given, stands still.
    let now = now
    let checker = LinkChecker(client: client, history: history, policy: policy) {
      Environment.now ?? max(now, Environment.clock)
    }
    let progress = SharedProgress()
    let outcome = try await checker.run(links.targets, asksAll: asksAll) { step in
      progress.tell(wording.checking(step))
    }
    progress.end()
    var statuses = Dictionary(
      outcome.statuses.map { ($0.url, $0) }, uniquingKeysWith: { $1 })
    if !outcome.isInterrupted {
      for status in try await archived(outcome.statuses, links, client) {
        statuses[status.url] = status
      }
    }
    var report = CheckReport(
      rows: links.targets.compactMap { target in
        statuses[target.url].map { CheckReport.Row(target: target, status: $0) }
      }, made: now)
    report.run = outcome
    let complaints = outcome.heardSomebody ? publish(wording, links) : []
    return Outcome(report: report, complaints: complaints)
  }

  /// Looks for archived copies of what is broken, near the day of publication.
  private func archived(
    _ statuses: [LinkStatus], _ links: Links, _ client: HTTPTransport
  ) async throws -> [LinkStatus] {
    guard let gate = archive, let memento = Memento(timeGate: gate, client: client, policy: policy)
    else { return [] }
    let records = Dictionary(
      links.targets.map { ($0.url, $0.records) }, uniquingKeysWith: { $1 })
    var found: [LinkStatus] = []
    for var status in statuses
    where status.state.isBroken && status.archived == nil && status.checked ?? 0 >= now {
      guard !Task.isCancelled else { break }
      let day = records[status.url]?.lazy.compactMap { $0.published?.firstDay }.first
      let time = day.map { TimeStamp.seconds(day: $0) } ?? Self.lastGood(status)
      guard let copy = await memento.copy(of: status.url, near: time) else { continue }
      status.archived = copy
      found.append(status)
      try history.keepArchived(copy, of: status.url)
    }
    return found
  }

  /// Hands what is known to the index: beside it as a file, and into its documents where it is built;
  /// gives what to complain of.
  ///
  /// Of links that another history knows later things of, these stay; links that left the corpus go.
  private func publish(_ wording: Wording, _ links: Links) -> [String] {
    do {
      let file = LinkStatesFile(index: index)
      // A file that cannot be read is made anew.
      let published = (try? file.read()) ?? []
      let ours = try history.statuses()
      var byURL = Dictionary(published.map { ($0.url, $0) }, uniquingKeysWith: { $1 })
      for status in ours where (byURL[status.url]?.checked ?? 0) <= (status.checked ?? 0) {
        byURL[status.url] = status
      }
      if links.isWhole {
        let urls = links.urls
        byURL = byURL.filter { urls.contains($0.key) }
      }
      try file.write(Array(byURL.values))
      guard CatalogueBuilder.hasIndex(in: index) else { return [] }
      _ = try CatalogueBuilder(
        corpus: corpus, index: index, holder: Environment.holder
      ).build()
      return []
    } catch let error as CatalogueError {
      return [wording.indexNotUpdated, ErrorWording(error, wording.language).message]
    } catch {
      return [wording.indexNotUpdated]
    }
  }

  /// About when a link that is broken now was good: before the first of its failures.
  private static func lastGood(_ status: LinkStatus) -> Int64 {
    for case .failures(_, let since) in status.evidence { return since }
    return status.since
  }

  private static func transport(_ options: CheckLinksOptions) -> HTTPTransport.Configuration {
    let contact = options.asking.contact.map { "; +\($0)" } ?? ""
    return HTTPTransport.Configuration(
      userAgent: "Canfod/\(Program.version) (link check\(contact))",
      addressGuard: AddressGuard(allowsPrivate: options.asking.allowPrivate),
      extraCA: options.asking.ca, connectionsMax: max(64, options.asking.concurrency),
      // Hosts take turns: while one rests its connection is kept.
      idleConnectionsMax: max(256, 2 * options.asking.concurrency))
  }

  private static func policy(_ options: CheckLinksOptions) -> CheckPolicy {
    let asking = options.asking
    var policy = CheckPolicy()
    policy.delaySeconds = asking.delay
    policy.perHost = asking.perHost
    policy.concurrency = asking.concurrency
    policy.timeoutSeconds = asking.timeout
    policy.retries = asking.retries
    policy.backoffSeconds = min(1, asking.timeout / 10)
    policy.retryAfterSecondsMax = Int(asking.timeout * 2)
    policy.readsPages = !asking.statusOnly
    policy.respectsRobots = asking.respectRobots
    policy.goodDays = Double(asking.maxAge)
    policy.failuresBeforeDead = options.judging.failures
    policy.daysBeforeDead = Double(options.judging.days)
    return policy
  }
}
