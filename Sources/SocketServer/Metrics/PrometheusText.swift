/// Metrics in the text format of Prometheus, version 0.0.4.
///
///     # HELP canfod_requests_total Requests that were answered.
///     # TYPE canfod_requests_total counter
///     canfod_requests_total{verb="SEARCH"} 14
struct PrometheusText {
  /// What a metric's numbers do.
  enum Kind: String {
    /// They only grow.
    case counter
    /// They go up and down.
    case gauge
    /// They are counts at or below bounds, a sum and a count.
    case histogram
  }

  /// One line of a metric.
  struct Sample {
    /// What follows the metric's name: `_bucket` of a histogram.
    var suffix = ""
    /// The names and values of its labels.
    var labels: [(name: String, value: String)] = []
    /// Its number.
    let value: Double
  }

  /// The media type of the format.
  static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  /// What was added so far.
  private(set) var text = ""

  /// Adds a metric of one number without labels.
  mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
    add(name, kind, help, [Sample(value: Double(value))])
  }

  /// Adds a metric.
  ///
  /// - Precondition: the names are of Prometheus' alphabet: they are ours and never a client's.
  mutating func add(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
    text += "# HELP \(name) \(Self.escaped(help, quotes: false))\n"
    text += "# TYPE \(name) \(kind.rawValue)\n"
    for sample in samples {
      text += name + sample.suffix
      if !sample.labels.isEmpty {
        let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
        text += "{" + labels.joined(separator: ",") + "}"
      }
      text += " \(Self.number(sample.value))\n"
    }
  }

  /// A number as Prometheus reads it: whole ones without a point.
  static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return String(whole) }
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return "\(value)"
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    if quotes { escaped = escaped.replacing("\"", with: "\\\"") }
    return escaped
  }
}
