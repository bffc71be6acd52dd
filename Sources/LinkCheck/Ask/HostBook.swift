internal import HTTPTransport
internal import Markup

/// What a run has learnt of each host: whether it is worth asking, what robots.txt says, how it answers
/// to addresses that are not there.
actor HostBook {
  private let policy: CheckPolicy
  private var failures: [String: (count: Int, last: HTTPError)] = [:]
  private var robots: [String: Task<Robots, Never>] = [:]
  private var siblings: [HTTPAddress: Task<SiblingAnswer?, Never>] = [:]

  /// Knows nothing yet.
  init(_ policy: CheckPolicy) {
    self.policy = policy
  }

  /// The failure for which `host` (an origin) is not asked any more, if so many links in a row failed.
  func givenUp(_ host: String) -> HTTPError? {
    guard let failure = failures[host], failure.count >= policy.hostFailuresMax else { return nil }
    return failure.last
  }

  /// Takes note of how a link of `host` ended; nil is an answer.
  func note(_ error: HTTPError?, of host: String) {
    switch error {
    case .timedOut(.connecting), .connectionRefused, .networkUnreachable, .nameServiceFailed:
      guard let error else { return }
      failures[host] = ((failures[host]?.count ?? 0) + 1, error)
    default:
      failures[host] = nil
    }
  }

  /// What robots.txt of an address's host says, asked once.
  func robots(of address: HTTPAddress, _ probe: Probe) async -> Robots {
    let key = address.origin
    if let known = robots[key] { return await known.value }
    let task = Task { await Robots.ask(address, probe) }
    robots[key] = task
    return await task.value
  }

  /// How an address that is not there is answered beside `address`, asked once for each folder and
  /// ending.
  func sibling(of address: HTTPAddress, _ probe: Probe) async -> SiblingAnswer? {
    guard !address.isFrontPage, let folder = address.resolving(".") else { return nil }
    // As unlikely to exist as anything, and the same in every run, so that a server's cache holds it.
    let name = "canfod-" + String(SimHash(of: [folder.text]).bits, radix: 36)
    guard let madeUp = address.resolving(name + SiblingName.ending(of: address)) else { return nil }
    if let known = siblings[madeUp] { return await known.value }
    let task = Task { await probe.sibling(at: madeUp) }
    siblings[madeUp] = task
    return await task.value
  }

  /// Ends what is under way.
  func cancel() {
    for task in robots.values { task.cancel() }
    for task in siblings.values { task.cancel() }
  }
}
