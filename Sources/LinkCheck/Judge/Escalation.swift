internal import Records

/// How looks at a link over time become its verdict.
///
/// One failure is a suspicion; only so many of them over so many days are a death, since sites have
/// bad days (InternetArchiveBot asks for 3 over 3 days; here 3 over 6). What the server itself says is
/// gone for good, and a name that does not exist, need two looks. A wall changes nothing: neither does
/// it count as a failure nor does it end a row of them.
struct Escalation {
  /// How many failures, how far apart.
  let policy: CheckPolicy
  /// Seconds since 1970.
  let now: Int64

  /// Two looks are enough where the answer leaves no doubt.
  static let certainFailures = 2

  /// What is remembered after `finding`.
  func memory(
    of url: String, after finding: Finding, code: Int?, before: LinkMemory?
  ) -> LinkMemory {
    var memory =
      before
      ?? LinkMemory(
        status: LinkStatus(url: url, state: .unknown, since: now), firstChecked: now)
    var evidence = finding.evidence
    let state: LinkState
    var replacement: String?
    switch finding.kind {
    case .settled(let settled):
      memory.failures = 0
      memory.certainFailures = 0
      memory.certainKind = nil
      memory.failingSince = nil
      memory.lastFailure = nil
      state = settled
      replacement = finding.replacement
    case .failed(let failure):
      count(failure, &memory)
      let since = memory.failingSince ?? now
      evidence.append(.failures(count: memory.failures, since: since))
      state = verdict(failure, memory, since: since)
    case .givenUp:
      state = memory.failures > 0 ? memory.status.state : .unreachable
    case .blocked: state = .blocked
    case .notAsked: state = .unknown
    }
    let saysNothing = state == .blocked || state == .unknown
    if saysNothing {
      memory.status.before = memory.status.before ?? told(memory.status.state)
    } else {
      memory.status.before = nil
    }
    if memory.status.state != state {
      memory.status.since = now
      memory.status.archived = nil
    }
    memory.status.state = state
    memory.status.checked = now
    memory.status.code = code
    memory.status.evidence = evidence
    memory.status.replacement = replacement
    return memory
  }

  /// Counts a failure, unless the last one is too near to be another.
  private func count(_ failure: Finding.Failure, _ memory: inout LinkMemory) {
    if let last = memory.lastFailure, memory.failures > 0,
      Double(now - last) < policy.daysBetweenFailures * 86_400
    {
      return
    }
    memory.failures += 1
    memory.lastFailure = now
    if memory.failingSince == nil { memory.failingSince = now }
    switch failure {
    case .gone, .name:
      memory.certainFailures =
        memory.certainKind == failure.rawValue ? memory.certainFailures + 1 : 1
      memory.certainKind = failure.rawValue
    case .answer, .network:
      memory.certainFailures = 0
      memory.certainKind = nil
    }
  }

  private func verdict(
    _ failure: Finding.Failure, _ memory: LinkMemory, since: Int64
  ) -> LinkState {
    // What was given up does not come back by failing otherwise.
    let last = memory.status.state
    if last == .dead || last == .gone { return last }
    let days = Double(now - since) / 86_400
    let isConfirmed = memory.failures >= policy.failuresBeforeDead && days >= policy.daysBeforeDead
    let isCertain = memory.certainFailures >= Self.certainFailures
    return switch failure {
    case .gone: isCertain ? .gone : isConfirmed ? .dead : .suspected
    case .name: isConfirmed || isCertain ? .dead : .suspected
    case .answer: isConfirmed ? .dead : .suspected
    case .network: isConfirmed ? .dead : .unreachable
    }
  }

  /// The state where it says whether the link is there.
  private func told(_ state: LinkState) -> LinkState? {
    state == .unknown || state == .blocked ? nil : state
  }
}
