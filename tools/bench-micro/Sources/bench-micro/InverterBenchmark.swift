import TextAnalysis

@testable import SearchIndex

/// How fast texts are turned around in memory, on one thread: megabytes a second without writing.
///
/// Every line of the file is a document.
enum InverterBenchmark {
  static func run(_ text: [UInt8]) {
    let lines = text.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let clock = ContinuousClock()
    var least = Duration.seconds(1_000)
    for _ in 0..<5 {
      var inverter = Inverter()
      let start = clock.now
      for (number, line) in lines.enumerated() {
        var document = Document(key: String(number), fingerprint: [])
        document.add("text", .text(line, PlainAnalyzer()))
        inverter.add(document, as: DocID(number))
      }
      least = min(least, clock.now - start)
    }
    let rate = Double(text.count) / 1e6 / (least / .seconds(1))
    print("\(lines.count) lines turned around: \(Stopwatch.rounded(rate)) MB/s")
  }
}
