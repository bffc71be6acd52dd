internal import HTTPTransport
internal import Markup
internal import Records

/// Where the findings of a run become memories, and are written down.
///
/// A failure to connect is only believed where somebody else was heard about the same time: else it is
/// as likely that this machine has no network, and a run in which nobody answers says nothing of
/// anybody. Such failures wait for an answer from elsewhere, or the run's end.
actor Ledger {
  /// Seconds between an answer and a failure to connect within which the failure is the other side's.
  static let contactSeconds: Int64 = 60
  /// How long a look waits to be written, at most.
  static let writeEvery = Duration.milliseconds(500)
  /// Looks written in one transaction.
  private static let batch = 64
  /// Addresses of the catalogue led to one page that names none of them, before it is nobody's.
  static let sharedMin = 3

  /// A finding with what is kept of its observation; pages are not.
  private struct Pending {
    var finding: Finding
    var url: String
    var seen: Seen
    var time: Int64
  }

  /// A link that was led to a page that does not name it.
  private struct Led {
    var pending: Pending
    var place: String
    var before: LinkMemory?
  }

  private let history: LinkHistory
  private let run: Int64
  private let policy: CheckPolicy
  private let hostWords: [String: HostWord]
  private let total: Int
  private let progress: @Sendable (RunProgress) -> Void
  private var memories: [String: LinkMemory]
  private var unwritten: [LinkHistory.Entry] = []
  private var doubtful: [Pending] = []
  private var led: [String: [Led]] = [:]
  /// What is told of links in place of what is remembered.
  private var shown: [String: LinkStatus] = [:]
  private var lastContact: Int64?
  private var done = 0
  private var failure: LinkCheckError?

  /// Opens the ledger of `run`.
  init(
    history: LinkHistory, run: Int64, policy: CheckPolicy, memories: [String: LinkMemory],
    hostWords: [String: HostWord], total: Int, progress: @escaping @Sendable (RunProgress) -> Void
  ) {
    self.history = history
    self.run = run
    self.policy = policy
    self.memories = memories
    self.hostWords = hostWords
    self.total = total
    self.progress = progress
  }

  /// What is remembered of a link.
  func memory(of url: String) -> LinkMemory? { memories[url] }

  /// Tells that an address is done; false where the history fails, so that there is no use in asking
  /// on.
  func addressDone(host: String) -> Bool {
    done += 1
    progress(RunProgress(done: done, total: total, host: host))
    return failure == nil
  }

  /// Takes a finding in.
  func take(_ finding: Finding, of target: LinkTarget, _ observation: Observation?, now: Int64) {
    let pending = Pending(finding: finding, url: target.url, seen: Seen(observation), time: now)
    if observation?.heardSomebody == true { heard(at: now) }
    switch finding.kind {
    case .notAsked where (memories[pending.url]?.status.state ?? .unknown) != .unknown:
      enterUnasked(pending)
    case .failed(.network), .failed(.name), .givenUp:
      if let lastContact, now - lastContact <= Self.contactSeconds {
        enter(pending)
      } else {
        doubtful.append(pending)
      }
    default:
      if let target = finding.unnamedTarget, let start = observation?.start {
        led[target, default: []].append(
          Led(pending: pending, place: Site.place(start), before: memories[pending.url]))
      }
      enter(pending)
    }
    if unwritten.count >= Self.batch { write() }
  }

  /// Writes what is left and ends the run, unless it was cut short.
  func close(_ agenda: Agenda, isInterrupted: Bool, now: Int64) throws(LinkCheckError) -> RunReport
  {
    let heard = lastContact != nil || doubtful.isEmpty
    if !isInterrupted {
      // Only now is it known which pages are shared, and who was never heard.
      try enterShared()
      for pending in doubtful { enterUnheard(pending) }
    }
    write()
    if let failure { throw failure }
    if !isInterrupted { try history.endRun(run, now: now) }
    return RunReport(
      statuses: agenda.targets.map { target in
        shown[target.url] ?? memories[target.url]?.status
          ?? LinkStatus(url: target.url, state: .unknown, since: now)
      },
      asked: done, fresh: agenda.fresh, heardSomebody: heard, isInterrupted: isInterrupted)
  }

  /// Writes what is not written yet.
  func write() {
    guard failure == nil, !unwritten.isEmpty else { return }
    let entries = unwritten
    unwritten = []
    do throws(LinkCheckError) {
      try history.keep(entries, run: run)
    } catch {
      failure = error
    }
  }

  /// Somebody answered: failures of about the same time are believed.
  private func heard(at now: Int64) {
    lastContact = now
    let believed = doubtful.filter { now - $0.time <= Self.contactSeconds }
    guard !believed.isEmpty else { return }
    doubtful.removeAll { now - $0.time <= Self.contactSeconds }
    for pending in believed { enter(pending) }
  }

  /// Puts a person's word on the host in place of a finding that is no good answer.
  private func overruled(_ pending: Pending) -> Finding {
    guard let host = pending.seen.host, let word = hostWords[host] else { return pending.finding }
    if case .settled(let state) = pending.finding.kind, state.isGood { return pending.finding }
    return Finding(
      kind: .settled(word.state),
      evidence: pending.finding.evidence + [.overruled(reason: word.reason)])
  }

  private func enter(_ pending: Pending) {
    var pending = pending
    let finding = overruled(pending)
    let isOverruled = finding != pending.finding
    pending.finding = finding
    var memory = remember(pending, before: memories[pending.url])
    if case .settled(let state) = finding.kind, state.isGood, !isOverruled {
      memory.baseline = memory.baseline?.filled(by: pending.seen.baseline) ?? pending.seen.baseline
    }
    memories[pending.url] = memory
    unwritten.append(
      LinkHistory.Entry(
        memory: memory, look: Look(memory.status, pending.seen, at: pending.time)))
  }

  private func remember(_ pending: Pending, before: LinkMemory?) -> LinkMemory {
    Escalation(policy: policy, now: pending.time).memory(
      of: pending.url, after: pending.finding, code: pending.seen.code, before: before)
  }

  /// Corrects the links that were led to one page together: it is none of theirs.
  private func enterShared() throws(LinkCheckError) {
    for (target, led) in led.sorted(by: { $0.key < $1.key }) {
      let here = Set(led.map(\.place))
      let others = try history.places(ledTo: target).subtracting(here)
      let count = here.count + others.count
      guard count >= Self.sharedMin else { continue }
      for one in led {
        var pending = one.pending
        pending.finding = Finding(
          kind: .settled(.softNotFound),
          evidence: pending.finding.evidence + [.sharedTarget(count: count)])
        memories[pending.url] = one.before
        enter(pending)
      }
    }
  }

  /// Keeps a look at which nobody at all was heard: it changes nothing that is remembered.
  private func enterUnheard(_ pending: Pending) {
    var seen = LinkStatus(
      url: pending.url, state: .unreachable, since: pending.time,
      evidence: [.noNetwork] + pending.finding.evidence)
    seen.before = memories[pending.url]?.status.state
    enterSilent(pending, shown: seen)
  }

  /// Keeps a look that was none, since the link must not be asked: what was known of it stays.
  private func enterUnasked(_ pending: Pending) {
    guard var known = memories[pending.url]?.status else { return }
    known.evidence = pending.finding.evidence + known.evidence
    enterSilent(pending, shown: known)
  }

  /// Keeps a look that says nothing; a link that nobody knew yet is known by it, and due again.
  private func enterSilent(_ pending: Pending, shown: LinkStatus) {
    let memory =
      memories[pending.url] ?? LinkMemory(status: shown, firstChecked: pending.time)
    var look = Look(shown, pending.seen, at: pending.time)
    look.state = .unknown
    memories[pending.url] = memory
    self.shown[pending.url] = shown
    unwritten.append(LinkHistory.Entry(memory: memory, look: look))
  }
}
