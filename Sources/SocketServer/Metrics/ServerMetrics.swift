internal import Catalogue

/// What a server tells of itself to those who watch over it.
///
/// Numbers only: nothing of what was asked, nor by whom. The one label that requests have is the verb,
/// which is always one of the tables'.
struct ServerMetrics: Sendable {
  /// The index that is served.
  let catalogue: LiveCatalogue
  /// What was done.
  let statistics: Statistics
  /// Who searches.
  let pool: SearchPool
  /// Whether the server takes requests.
  let readiness: Readiness
  /// Canfod's version.
  let version: String

  /// All of it in Prometheus' format.
  var text: String {
    var text = PrometheusText()
    text.add(
      "canfod_build_info", .gauge, "Canfod's version.",
      [PrometheusText.Sample(labels: [("version", version)], value: 1)])
    text.add(
      "canfod_uptime_seconds", .gauge, "How long the server has run.", statistics.uptimeSeconds)
    text.add(
      "canfod_ready", .gauge, "1 where requests are taken, 0 where the server stops.",
      readiness.isReady ? 1 : 0)
    addIndex(to: &text)
    addRequests(to: &text)
    return text.text
  }

  private func addIndex(to text: inout PrometheusText) {
    let current = catalogue.current
    let reloads = catalogue.reloads
    text.add(
      "canfod_index_generation", .gauge, "The index generation that is served.",
      Int(clamping: current.generation))
    text.add(
      "canfod_index_documents", .gauge, "The resources of the index.", current.resourceCount)
    text.add(
      "canfod_index_reloads_total", .counter, "New generations that were taken up.", reloads.count)
    text.add(
      "canfod_index_failing", .gauge,
      "1 where the index folder holds something that does not open, and the old is served.",
      reloads.isFailing ? 1 : 0)
  }

  private func addRequests(to text: inout PrometheusText) {
    let counts = statistics.counts
    text.add("canfod_connections", .gauge, "Connections that are open.", counts.connections)
    text.add(
      "canfod_connections_total", .counter, "Connections that were served.",
      counts.connectionsTotal)
    text.add(
      "canfod_connections_refused_total", .counter, "Connections that were one too many.",
      counts.connectionsRefused)
    text.add(
      "canfod_requests_total", .counter, "Requests that were answered, by verb.",
      Statistics.names.compactMap { name in
        counts.byVerb[name].map {
          PrometheusText.Sample(labels: [("verb", name)], value: Double($0))
        }
      })
    text.add(
      "canfod_requests_refused_total", .counter, "Requests that were refused.", counts.refused)
    text.add(
      "canfod_searches_refused_total", .counter, "Searches that were refused as too many waited.",
      counts.searchesRefused)
    text.add(
      "canfod_searches_waiting", .gauge, "Searches that wait for a worker.", pool.waitingCount)
    let latencies = counts.latencies
    var samples = latencies.buckets.map { bucket in
      PrometheusText.Sample(
        suffix: "_bucket", labels: [("le", PrometheusText.number(bucket.seconds))],
        value: Double(bucket.count))
    }
    samples += [
      PrometheusText.Sample(
        suffix: "_bucket", labels: [("le", "+Inf")], value: Double(latencies.count)),
      PrometheusText.Sample(suffix: "_sum", value: latencies.secondsSum),
      PrometheusText.Sample(suffix: "_count", value: Double(latencies.count)),
    ]
    text.add(
      "canfod_request_duration_seconds", .histogram,
      "How long requests took from their turn to their answer.", samples)
  }
}
