import SocketServer
import Testing

/// The quantiles of latencies.
struct LatencyHistogramTests {
  @Test func `an empty one has no latency`() {
    #expect(LatencyHistogram().milliseconds(quantile: 0.5) == 0)
  }

  @Test(arguments: [1, 10, 137, 5_000, 1_000_000])
  func `a quantile is at least the true one and at most a quarter above it`(microseconds: Int) {
    var histogram = LatencyHistogram()
    for _ in 0..<99 { histogram.add(.microseconds(microseconds)) }
    histogram.add(.seconds(30))
    let milliseconds = Double(microseconds) / 1_000
    let median = histogram.milliseconds(quantile: 0.5)
    #expect(median >= milliseconds * 0.999 && median <= milliseconds * 1.2501)
    #expect(histogram.milliseconds(quantile: 1) >= 30_000)
  }

  @Test func `longer than the last bucket counts as the last bucket`() {
    var histogram = LatencyHistogram()
    histogram.add(.seconds(100_000))
    histogram.add(.zero)
    #expect(histogram.milliseconds(quantile: 1) > 40_000)
    #expect(histogram.milliseconds(quantile: 0) == 0.001)
  }
}
