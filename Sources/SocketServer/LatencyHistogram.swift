/// Counts of latencies in buckets whose bounds grow by a quarter: 1 µs to some 70 s, in 80 numbers.
package struct LatencyHistogram: Sendable {
  private static let bounds: [Double] = {
    var bounds = [1.0]
    while bounds.count < 80 { bounds.append((bounds.last ?? 1) * 1.25) }
    return bounds
  }()

  private var counts = [Int](repeating: 0, count: bounds.count)
  private var total = 0
  private var microsecondsSum = 0.0

  /// Makes an empty one.
  package init() {}

  /// Counts `latency`.
  package mutating func add(_ latency: Duration) {
    let parts = latency.components
    let microseconds = Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12
    let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? counts.count - 1
    counts[bucket] += 1
    total += 1
    microsecondsSum += microseconds
  }

  /// How many were counted.
  package var count: Int { total }

  /// All of them together, in seconds.
  package var secondsSum: Double { microsecondsSum / 1e6 }

  /// How many lie at or below each fourth bound, rising: 2 µs to some 19 s.
  package var buckets: [(seconds: Double, count: Int)] {
    var buckets: [(seconds: Double, count: Int)] = []
    var sum = 0
    // The last bucket also holds what lies above its bound.
    for (index, count) in counts.dropLast().enumerated() {
      sum += count
      if index % 4 == 3 { buckets.append((Self.bounds[index] / 1e6, sum)) }
    }
    return buckets
  }

  /// The upper bound of the bucket in which the quantile lies, so at most a quarter too high; 0 where
  /// nothing was counted.
  package func milliseconds(quantile: Double) -> Double {
    guard total > 0 else { return 0 }
    let wanted = max(1, Int((Double(total) * quantile).rounded(.up)))
    var seen = 0
    for (count, bound) in zip(counts, Self.bounds) {
      seen += count
      if seen >= wanted { return bound / 1_000 }
    }
    return (Self.bounds.last ?? 0) / 1_000
  }
}
