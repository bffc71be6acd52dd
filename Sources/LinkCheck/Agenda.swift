internal import HTTPTransport
internal import Records

/// An address to ask, with the targets that it settles: those that differ in the fragment at most.
struct AskedAddress: Sendable {
  var address: HTTPAddress
  var targets: [LinkTarget]
}

/// What a run has to do.
struct Agenda: Sendable {
  /// A host with its addresses in their order.
  struct Host: Sendable {
    var name: String
    var addresses: [AskedAddress]
  }

  /// The hosts, sorted by name.
  var hosts: [Host]
  /// All targets, in their order.
  var targets: [LinkTarget]
  /// Targets whose text is no address.
  var unaskable: [LinkTarget]
  /// What is remembered of the targets.
  var memories: [String: LinkMemory]
  /// Targets that are left alone this time.
  var fresh: Int
  /// A run that was cut short and goes on.
  var unfinishedRun: Int64?

  /// How many addresses there are to ask.
  var addressCount: Int { hosts.reduce(0) { $0 + $1.addresses.count } }

  /// Hours after which a run that was cut short is not gone on with.
  private static let resumeHours: Int64 = 24

  /// Works out what is due.
  init(
    _ targets: [LinkTarget], history: LinkHistory, policy: CheckPolicy, asksAll: Bool, now: Int64
  ) throws(LinkCheckError) {
    let memories = try history.memories(of: targets.map(\.url))
    let unfinished = try history.unfinishedRun(since: now - Self.resumeHours * 3_600)
    let lookedAt = try unfinished.map { run throws(LinkCheckError) in
      try history.urls(lookedAtIn: run)
    }
    func isDue(_ url: String) -> Bool {
      if lookedAt?.contains(url) == true { return false }
      guard !asksAll, let memory = memories[url], let checked = memory.status.checked else {
        return true
      }
      let days = memory.status.state.isGood ? policy.goodDays : policy.daysBetweenFailures
      return Double(now - checked) >= days * 86_400
    }
    var byHost: [String: [HTTPAddress: [LinkTarget]]] = [:]
    unaskable = []
    fresh = 0
    for target in targets {
      guard isDue(target.url) else {
        fresh += 1
        continue
      }
      guard let address = HTTPAddress(target.url) else {
        unaskable.append(target)
        continue
      }
      byHost[address.host, default: [:]][address.withoutFragment, default: []].append(target)
    }
    hosts = byHost.sorted { $0.key < $1.key }.map { name, addresses in
      Host(
        name: name,
        addresses: addresses.sorted { $0.key.text < $1.key.text }.map {
          AskedAddress(address: $0.key, targets: $0.value)
        })
    }
    self.targets = targets
    self.memories = memories
    unfinishedRun = unfinished
  }
}
