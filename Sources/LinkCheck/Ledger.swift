internal import HTTPTransport
internal import Markup
internal import Records

/// Where the findings of a run become memories, and are written down.
///
/// A failure to connect is only believed where somebody else was heard about the same time: else it is
/// as likely that this machine has no network, and a run in which nobody answers says nothing of
/// anybody. Such failures wait until the next answer from elsewhere, or the run's end.
actor Ledger {
  /// Seconds after an answer within which a failure to connect is the other side's.
  static let contactSeconds: Int64 = 60
  /// Looks written in one transaction, and how long one waits for it.
  private static let batch = 64
  private static let writeEvery = Duration.milliseconds(500)
  /// Addresses of the catalogue led to one page that names none of them, before it is nobody's.
  static let sharedMin = 3

  private struct Pending {
    var finding: Finding
    var target: LinkTarget
    var observation: Observation?
    var time: Int64
  }

  private let history: LinkHistory
  private let run: Int64
  private let policy: CheckPolicy
  private let hostWords: [String: HostWord]
  private let total: Int
  private let progress: @Sendable (RunProgress) -> Void
  private var memories: [String: LinkMemory]
  private var touched: Set<String> = []
  private var unwritten: [LinkHistory.Entry] = []
  private var doubtful: [Pending] = []
  private var led: [String: [Pending]] = [:]
  private var unheard: [String: LinkStatus] = [:]
  private var lastContact: Int64?
  private var done = 0
  private var lastWrite = ContinuousClock.now
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
    progress(RunProgress(done: done, of: total, host: host))
    return failure == nil
  }

  /// Takes a finding in.
  func take(_ finding: Finding, of target: LinkTarget, _ observation: Observation?, now: Int64) {
    let pending = Pending(
      finding: overruled(finding, observation, now: now), target: target,
      observation: observation, time: now)
    if observation?.heardSomebody == true {
      lastContact = now
      for earlier in doubtful { enter(earlier) }
      doubtful = []
    }
    switch pending.finding.kind {
    case .failed(.network), .failed(.name):
      if let lastContact, now - lastContact <= Self.contactSeconds {
        enter(pending)
      } else {
        doubtful.append(pending)
      }
    default:
      if let target = pending.finding.unnamedTarget {
        led[target, default: []].append(pending)
      } else {
        enter(pending)
      }
    }
    if unwritten.count >= Self.batch || ContinuousClock.now - lastWrite >= Self.writeEvery {
      write()
    }
  }

  /// Writes what is left and ends the run, unless it was cut short.
  func close(_ agenda: Agenda, isInterrupted: Bool, now: Int64) throws(LinkCheckError) -> RunReport
  {
    if !isInterrupted {
      // Only now is it known which pages are shared, and who was never heard.
      for (_, pending) in led.sorted(by: { $0.key < $1.key }) {
        for one in pending { enter(shared(one, count: pending.count)) }
      }
      for pending in doubtful { enterUnheard(pending) }
    }
    write()
    if let failure { throw failure }
    let heard = lastContact != nil
    if !isInterrupted { try history.endRun(run, now: now, asked: done, heard: heard) }
    return RunReport(
      statuses: agenda.targets.map { target in
        unheard[target.url] ?? memories[target.url]?.status
          ?? LinkStatus(url: target.url, state: .unknown, since: now)
      },
      asked: done, fresh: agenda.fresh, heardSomebody: heard || done == 0,
      isInterrupted: isInterrupted)
  }

  private func shared(_ pending: Pending, count: Int) -> Pending {
    guard count >= Self.sharedMin else { return pending }
    var pending = pending
    pending.finding = Finding(
      kind: .settled(.softNotFound),
      evidence: pending.finding.evidence + [.sharedTarget(count: count)])
    return pending
  }

  /// Puts a person's word on the host in place of a finding that is no good answer.
  private func overruled(_ finding: Finding, _ observation: Observation?, now: Int64) -> Finding {
    guard let host = observation?.start.host, let word = hostWords[host] else { return finding }
    if case .settled(let state) = finding.kind, state.isGood { return finding }
    return Finding(
      kind: .settled(word.state), evidence: finding.evidence + [.overruled(reason: word.reason)])
  }

  private func enter(_ pending: Pending) {
    let url = pending.target.url
    let before = memories[url]
    var memory = Escalation(policy: policy, now: pending.time).memory(
      of: url, after: pending.finding, code: pending.observation?.code, before: before)
    if memory.baseline == nil, case .settled(let state) = pending.finding.kind, state.isGood,
      case .answered(let answer)? = pending.observation?.ending
    {
      memory.baseline = Baseline(answer)
    }
    memories[url] = memory
    unwritten.append(
      LinkHistory.Entry(
        memory: memory, look: Look(memory.status, pending.observation, pending.time)))
  }

  /// Keeps a look at which nobody at all was heard: it changes nothing that is remembered.
  private func enterUnheard(_ pending: Pending) {
    let url = pending.target.url
    var seen = LinkStatus(
      url: url, state: .unreachable, since: pending.time, checked: pending.time,
      evidence: [.noNetwork] + pending.finding.evidence)
    let look = Look(seen, pending.observation, pending.time)
    let memory: LinkMemory
    if let before = memories[url] {
      memory = before
      seen.before = before.status.state
    } else {
      memory = LinkMemory(status: seen, firstChecked: pending.time)
    }
    memories[url] = memory
    unheard[url] = seen
    unwritten.append(LinkHistory.Entry(memory: memory, look: look))
  }

  private func write() {
    guard failure == nil else { return }
    let entries = unwritten
    unwritten = []
    lastWrite = .now
    do throws(LinkCheckError) {
      try history.keep(entries, run: run)
    } catch {
      failure = error
    }
  }
}
