internal import HTTPTransport
internal import Markup
internal import Records

/// THE TABLE of rules: what an observation says of a link, given what the catalogue says and what was
/// there before.
///
/// The order matters: first what kept it from being asked or answered, then whether what came is a
/// page of the resource at all, then whether it changed, then how the way there was.
struct Judge {
  /// What the catalogue says.
  let target: LinkTarget
  /// What was seen.
  let observation: Observation
  /// What is remembered of it.
  let memory: LinkMemory?
  /// How.
  let policy: CheckPolicy
  /// Seconds since 1970.
  let now: Int64

  /// What was found.
  var finding: Finding {
    var finding: Finding
    switch observation.ending {
    case .unwelcome: finding = Finding(kind: .notAsked, evidence: [.robots])
    case .hostGivenUp(let error):
      finding = failure(error)
      finding.kind = .givenUp
      finding.evidence.append(.hostFailed(observation.final.host))
    case .lost(let evidence): finding = Finding(kind: .failed(.answer), evidence: [evidence])
    case .failed(let error): finding = failure(error)
    case .answered(let answer): finding = judged(answer)
    }
    if observation.retries > 0 { finding.evidence.append(.retried(observation.retries)) }
    if let status = observation.headStatus { finding.evidence.append(.headLied(status: status)) }
    return finding
  }

  /// An answer, by its status first.
  private func judged(_ answer: Observation.Answer) -> Finding {
    let status = answer.head.status
    let code = LinkEvidence.status(status)
    if let wall = BotWall.evidence(answer) {
      return Finding(kind: .blocked, evidence: [code, wall])
    }
    switch status {
    // Nothing to look at for whoever follows the link: no content, or "as you know it" to one who
    // does not.
    case 204, 205, 304: return Finding(kind: .failed(.answer), evidence: [code])
    case 200...300: break
    case 401, 402, 403, 407, 429, 451, 503, 999:
      let wait = observation.retryAfterSeconds.map { LinkEvidence.retryAfter(seconds: $0) }
      return Finding(kind: .blocked, evidence: [code] + [wait].compactMap { $0 })
    case 410: return Finding(kind: .failed(.gone), evidence: [code])
    default: return Finding(kind: .failed(.answer), evidence: [code])
    }
    let relation = answer.page.map { Relation($0, target.records) }
    let scene = Scene(
      target: target, observation: observation, answer: answer, relation: relation)
    if isAccepted(answer) { return way(remarks(answer)) }
    if let evidence = SignIn.evidence(scene) {
      return Finding(kind: .blocked, evidence: evidence)
    }
    if let evidence = Closed.evidence(scene) {
      return Finding(kind: .failed(.answer), evidence: [code] + evidence)
    }
    if let evidence = Parking.evidence(scene) {
      return Finding(kind: .settled(.parked), evidence: evidence)
    }
    if let evidence = SoftNotFound.evidence(scene) {
      return Finding(kind: .settled(.softNotFound), evidence: evidence)
    }
    let remarks = remarks(answer)
    if let evidence = Drift.evidence(scene, memory?.baseline) {
      var drifted = Finding(kind: .settled(.drifted), evidence: evidence + remarks)
      drifted.unnamedTarget = unnamedTarget(relation)
      return drifted
    }
    var finding = way(remarks)
    finding.unnamedTarget = unnamedTarget(relation)
    return finding
  }

  /// The page to which it was led, where that is another and does not name the resource.
  private func unnamedTarget(_ relation: Relation?) -> String? {
    guard let relation, !relation.isNamed, !observation.hops.isEmpty,
      Site.place(observation.start) != Site.place(observation.final)
    else { return nil }
    return observation.final.text
  }

  /// Whether a person took what is there as right, and it is still that.
  private func isAccepted(_ answer: Observation.Answer) -> Bool {
    guard let memory, memory.accepted != nil else { return false }
    guard let baseline = memory.baseline else { return true }
    let now = Baseline(answer)
    guard baseline.mediaType == now.mediaType else { return false }
    if let before = baseline.fingerprint, let after = now.fingerprint {
      return after.distance(to: before) < Drift.bitsMin
    }
    // Too little text on both days: the title has to do.
    return baseline.fingerprint == nil && now.fingerprint == nil && baseline.title == now.title
  }

  /// A good answer, by the way that led to it.
  private func way(_ remarks: [LinkEvidence]) -> Finding {
    guard !observation.hops.isEmpty else {
      return Finding(kind: .settled(.alive), evidence: remarks)
    }
    let isPermanent = observation.hops.allSatisfy(\.isPermanent)
    let final = finalWithFragment.withFragment
    return Finding(
      kind: .settled(isPermanent ? .moved : .redirected),
      evidence: [.redirect(to: final, isPermanent: isPermanent)] + remarks,
      replacement: isPermanent ? final : nil)
  }

  /// Where it ended, with the fragment that outlives a redirect to an address without one (RFC 9110,
  /// 10.2.2).
  private var finalWithFragment: HTTPAddress {
    guard observation.final.fragment == nil, let own = HTTPAddress(target.url)?.fragment else {
      return observation.final
    }
    return observation.final.resolving("#" + own) ?? observation.final
  }

  /// What is worth a word beside the verdict.
  private func remarks(_ answer: Observation.Answer) -> [LinkEvidence] {
    var remarks: [LinkEvidence] = []
    if let page = answer.page, let fragment = finalWithFragment.fragment,
      !Fragment.leadsSomewhere(fragment, in: page)
    {
      remarks.append(.fragmentMissing(fragment))
    }
    if let tls = answer.tls {
      let days = (tls.notAfter - now) / 86_400
      if days < policy.certificateDays { remarks.append(.certificateEnds(days: Int(days))) }
    }
    return remarks
  }

  private func failure(_ error: HTTPError) -> Finding {
    func network(_ evidence: LinkEvidence) -> Finding {
      Finding(kind: .failed(.network), evidence: [evidence])
    }
    /// What must not be asked: unknown where the record itself says so, else a redirect to nowhere.
    func refused(_ evidence: LinkEvidence) -> Finding {
      Finding(
        kind: observation.hops.isEmpty ? .notAsked : .failed(.answer), evidence: [evidence])
    }
    return switch error {
    case .badAddress(let text): refused(.badAddress(text))
    case .refusedAddress(_, let address): refused(.refusedAddress(address))
    case .refusedPort(let port): refused(.refusedPort(port))
    case .nameNotFound(let host):
      Finding(kind: .failed(.name), evidence: [.nameNotFound(host: host)])
    case .nameServiceFailed(let host): network(.nameServiceFailed(host: host))
    case .connectionRefused: network(.connectionRefused)
    case .networkUnreachable: network(.networkUnreachable)
    case .timedOut(let stage): network(.timedOut(stage: stage.rawValue))
    case .connectionLost: network(.connectionLost)
    case .tls(let fault):
      Finding(kind: .settled(.insecure), evidence: [.tls(fault: fault.rawValue)])
    case .headersTooLarge, .malformed:
      Finding(kind: .failed(.answer), evidence: [.malformed])
    // This side's fault.
    case .cancelled: Finding(kind: .notAsked, evidence: [])
    case .other(_, let words): Finding(kind: .notAsked, evidence: [.notSent(words)])
    }
  }
}
