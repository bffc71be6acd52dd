internal import Catalogue
internal import Synchronization

/// What a server has done since it started. Numbers only: nothing of what was asked, nor by whom.
package final class Statistics: Sendable {
  private struct State {
    var connections = 0
    var byVerb: [String: Int] = [:]
    var refused = 0
    var latencies = LatencyHistogram()
  }

  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// Starts counting.
  package init() {}

  /// A connection was opened.
  func opened() { state.withLock { $0.connections += 1 } }

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

  /// How many connections are open.
  package var connections: Int { state.withLock { $0.connections } }

  /// How long the server has run.
  var uptimeSeconds: Int { Int((ContinuousClock.now - start).components.seconds) }

  /// The counts by verb in the table's order, and the latencies.
  var members: [(name: String, value: JSONText)] {
    let now = state.withLock { $0 }
    let counts = Commands.table.compactMap { command in
      now.byVerb[command.verb].map { (name: command.verb, value: JSONText.int($0)) }
    }
    return [
      ("requests", .object(counts)), ("refused", .int(now.refused)),
      ("latency_p50_ms", .double(now.latencies.milliseconds(quantile: 0.5), digits: 3)),
      ("latency_p99_ms", .double(now.latencies.milliseconds(quantile: 0.99), digits: 3)),
    ]
  }
}
