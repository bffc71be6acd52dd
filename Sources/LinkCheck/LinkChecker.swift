public import HTTPTransport
internal import Records

/// Asks the links of a catalogue and keeps what it finds.
///
/// One request for each distinct address (fragments are looked up in the one answer), hosts side by
/// side, the links of a host one after the other in the order of their addresses. Every look is in the
/// history soon after it ended; a run that is cut short goes on where it stopped.
public struct LinkChecker: Sendable {
  private let client: any HTTPClient
  private let history: LinkHistory
  private let policy: CheckPolicy
  private let turns: any Turns
  private let now: @Sendable () -> Int64

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - client: who sends.
  ///   - history: where looks are kept.
  ///   - policy: how links are asked and judged.
  ///   - clock: by what hosts are given their rest.
  ///   - now: seconds since 1970.
  public init(
    client: any HTTPClient, history: LinkHistory, policy: CheckPolicy,
    clock: some Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Int64
  ) {
    self.client = client
    self.history = history
    self.policy = policy
    self.now = now
    turns = Pacing(policy, clock: clock)
  }

  /// Asks those of `targets` that are due, or all of them.
  ///
  /// - Returns: What is known of each target, asked now or before. Where the task is cancelled, what
  ///   was asked until then; the next run goes on from there.
  /// - Throws: ``LinkCheckError`` where the history fails.
  public func run(
    _ targets: [LinkTarget], asksAll: Bool = false,
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws(LinkCheckError) -> RunReport {
    let agenda = try Agenda(
      targets, history: history, policy: policy, asksAll: asksAll, now: now())
    let run: Int64
    if let unfinished = agenda.unfinishedRun {
      run = unfinished
    } else {
      run = try history.beginRun(now: now())
    }
    let ledger = Ledger(
      history: history, run: run, policy: policy, memories: agenda.memories,
      hostWords: try history.hostWords(now: now()), total: agenda.addressCount,
      progress: progress)
    let book = HostBook(policy)
    let probe = Probe(client: client, turns: turns, policy: policy, hosts: book, now: now)
    let writer = Task {
      // Ends where it is cancelled.
      while (try? await Task.sleep(for: Ledger.writeEvery)) != nil { await ledger.write() }
    }
    await withTaskCancellationHandler {
      await ask(agenda, probe, ledger)
    } onCancel: {
      Task { await book.cancel() }
    }
    writer.cancel()
    for target in agenda.unaskable {
      await ledger.take(
        Finding(kind: .notAsked, evidence: [.badAddress(target.url)]), of: target, nil, now: now())
    }
    return try await ledger.close(agenda, isInterrupted: Task.isCancelled, now: now())
  }

  /// Asks all hosts of `agenda` side by side.
  private func ask(_ agenda: Agenda, _ probe: Probe, _ ledger: Ledger) async {
    await withTaskGroup(of: Void.self) { group in
      for host in agenda.hosts {
        // As many workers as the host may be asked by at once; they share its queue.
        let queue = WorkQueue(host.addresses)
        for _ in 0..<min(max(1, policy.perHost), host.addresses.count) {
          group.addTask {
            while !Task.isCancelled, let address = await queue.next(),
              await check(address, probe, ledger)
            {}
          }
        }
      }
    }
  }

  /// Asks and judges an address; false where there is no use in asking on.
  private func check(_ address: AskedAddress, _ probe: Probe, _ ledger: Ledger) async -> Bool {
    var observation = await probe.observe(address.address)
    if case .answered(let answer) = observation.ending, answer.page != nil,
      answer.head.status == 200
    {
      // Beside where it ended; where it was led there, beside where it began too.
      let places =
        observation.hops.isEmpty ? [observation.final] : [observation.final, observation.start]
      for place in places {
        if let sibling = await probe.hosts.sibling(of: place, probe),
          !observation.siblings.contains(sibling)
        {
          observation.siblings.append(sibling)
        }
      }
    }
    // What was cut short was not seen.
    guard !Task.isCancelled else { return false }
    let time = now()
    for target in address.targets {
      let judge = Judge(
        target: target, observation: observation,
        memory: await ledger.memory(of: target.url), policy: policy, now: time)
      await ledger.take(judge.finding, of: target, observation, now: time)
    }
    return await ledger.addressDone(host: address.address.host)
  }
}
