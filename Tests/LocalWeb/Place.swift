import NIOCore
import Synchronization

/// A host at its address, and what it remembers of the run.
final class Place: Sendable {
  /// What it is.
  let host: Host
  /// Its IP address.
  let address: String
  private let record: RecordFacts
  private let directory: Directory
  private let clock: WebClock
  private let memory = Mutex(Memory())

  private struct Memory {
    var paths: [String: (count: Int, first: NIODeadline)] = [:]
    var requests = 0
    var open = 0
    var mostAtOnce = 0
    var last: NIODeadline?
    var smallestGap: TimeAmount?
    /// When requests began in the second before the last.
    var recent: [NIODeadline] = []
    var mostInASecond = 0
    var agents: Set<String> = []
  }

  /// Makes a place.
  init(
    _ host: Host, _ address: String, _ record: RecordFacts, _ directory: Directory,
    _ clock: WebClock
  ) {
    self.host = host
    self.address = address
    self.record = record
    self.directory = directory
    self.clock = clock
  }

  /// How long each answer waits.
  var latency: Duration { clock.latency }

  /// Notes a request and says what to do about it; ``end()`` is called when that is done.
  func answer(_ head: RequestHead) -> Reply {
    let now = NIODeadline.now()
    let parts = head.target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = Ask.decoded(parts.first.map(String.init) ?? "/")
    let seen = memory.withLock { memory in
      memory.requests += 1
      memory.open += 1
      memory.mostAtOnce = max(memory.mostAtOnce, memory.open)
      if let last = memory.last {
        memory.smallestGap = min(memory.smallestGap ?? .hours(24), now - last)
      }
      memory.last = now
      memory.recent.removeAll { now - $0 >= .seconds(1) }
      memory.recent.append(now)
      memory.mostInASecond = max(memory.mostInASecond, memory.recent.count)
      if let agent = head.headers["user-agent"] { memory.agents.insert(agent) }
      let seen = memory.paths[path] ?? (0, now)
      memory.paths[path] = (seen.count + 1, seen.first)
      return seen
    }
    let ask = Ask(
      method: head.method, path: path, query: parts.count > 1 ? String(parts[1]) : "",
      headers: head.headers, day: clock.day, earlier: seen.count,
      millisecondsSinceFirst: (now - seen.first).nanoseconds / 1_000_000, label: host.label,
      record: record, directory: directory)
    return host.answer(ask).answering(head.method)
  }

  /// Notes that a request was answered, or that its asker left.
  func end() { memory.withLock { $0.open -= 1 } }

  /// Forgets all but the requests that are open.
  func forget() {
    memory.withLock { memory in
      let open = memory.open
      memory = Memory()
      memory.open = open
    }
  }

  /// What was seen.
  var measures: HostMeasures {
    memory.withLock { memory in
      HostMeasures(
        host: host.dns ?? address, requests: memory.requests, mostAtOnce: memory.mostAtOnce,
        mostInASecond: memory.mostInASecond,
        smallestGapMilliseconds: memory.smallestGap.map { Double($0.nanoseconds) / 1e6 },
        agents: memory.agents.sorted())
    }
  }
}
