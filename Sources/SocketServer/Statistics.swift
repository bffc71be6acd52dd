internal import Catalogue
internal import Synchronization

/// What a server has done since it started.
///
/// Numbers only: nothing of what was asked, nor by whom.
package final class Statistics: Sendable {
  /// The numbers at one moment.
  struct Counts: Sendable {
    /// The connections that are open.
    var connections = 0
    /// The connections that were served.
    var connectionsTotal = 0
    /// The connections that were one too many.
    var connectionsRefused = 0
    /// The requests that were answered, by verbs of the tables.
    var byVerb: [String: Int] = [:]
    /// The requests that were refused.
    var refused = 0
    /// The searches among them, refused as too many waited.
    var searchesRefused = 0
    /// How long the answered took.
    var latencies = LatencyHistogram()
  }

  private let start = ContinuousClock.now
  private let state = Mutex(Counts())
  private let pings = Atomic(0)

  /// Starts counting.
  package init() {}

  /// A connection was opened.
  func opened() {
    state.withLock { state in
      state.connections += 1
      state.connectionsTotal += 1
    }
  }

  /// A connection was one too many.
  func turnedAway() { state.withLock { $0.connectionsRefused += 1 } }

  /// A connection was closed.
  func closed() { state.withLock { $0.connections -= 1 } }

  /// A request of `verb` was answered after `latency`.
  func answered(_ verb: String, after latency: Duration) {
    state.withLock { state in
      state.byVerb[verb, default: 0] += 1
      state.latencies.add(latency)
    }
  }

  /// A request was refused before it had a verb of the table.
  func refused() { state.withLock { $0.refused += 1 } }

  /// A search was refused, as too many waited.
  func overloaded() {
    state.withLock { state in
      state.refused += 1
      state.searchesRefused += 1
    }
  }

  /// So many times `PING` was answered without a closer look: its latency is not measured.
  func pinged(_ count: Int) { pings.add(count, ordering: .relaxed) }

  /// How many requests were answered.
  var answeredCount: Int {
    state.withLock { $0.byVerb.values.reduce(0, +) } + pings.load(ordering: .relaxed)
  }

  /// How many connections are open.
  package var connections: Int { state.withLock { $0.connections } }

  /// How long the server has run.
  var uptimeSeconds: Int { Int((ContinuousClock.now - start).components.seconds) }

  /// The numbers now.
  var counts: Counts {
    var now = state.withLock { $0 }
    let pings = pings.load(ordering: .relaxed)
    if pings > 0 { now.byVerb["PING", default: 0] += pings }
    return now
  }

  /// The counts by verb in the tables' order, and the latencies.
  var members: [(name: String, value: JSONText)] {
    let now = counts
    let counts = Self.names.compactMap { name in
      now.byVerb[name].map { (name: name, value: JSONText.int($0)) }
    }
    return [
      ("requests", .object(counts)), ("refused", .int(now.refused)),
      ("searches_refused", .int(now.searchesRefused)),
      ("connections_total", .int(now.connectionsTotal)),
      ("connections_refused", .int(now.connectionsRefused)),
      ("latency_p50_ms", .double(now.latencies.milliseconds(quantile: 0.5), digits: 3)),
      ("latency_p99_ms", .double(now.latencies.milliseconds(quantile: 0.99), digits: 3)),
    ]
  }

  /// The verbs, then the commands of RESP that are none of them.
  static let names: [String] = {
    let verbs = Commands.table.map(\.verb)
    return verbs + RESPCommands.table.map(\.name).filter { !verbs.contains($0) }
  }()
}
