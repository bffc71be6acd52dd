import Glibc

/// Benchmarks of single parts.
///
///     bench-micro analysis FILE      how fast the text in FILE becomes terms
///     bench-micro inverter FILE      how fast its lines, as documents, are turned around in memory
///     bench-micro codecs             how fast blocks of postings are decoded, scored and searched
///     bench-micro index DIR          how fast the dictionary and the executors of an index are
///     bench-micro requests DIR FILE  how many FT requests a second are answered without a connection
@main
enum BenchMicro {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("codecs", 1):
      try CodecsBenchmark.run()
    case ("index", 2):
      try IndexBenchmark.run(arguments[1])
    case ("analysis", 2):
      guard let text = read(arguments[1]) else { return fail("cannot read \(arguments[1])") }
      AnalysisBenchmark.run(text)
    case ("inverter", 2):
      guard let text = read(arguments[1]) else { return fail("cannot read \(arguments[1])") }
      InverterBenchmark.run(text)
    case ("requests", 3):
      guard let requests = read(arguments[2]) else { return fail("cannot read \(arguments[2])") }
      try RequestsBenchmark.run(arguments[1], requests)
    default:
      fail(
        "usage: bench-micro analysis FILE | inverter FILE | codecs | index DIR | requests DIR FILE")
    }
  }

  static func fail(_ words: String) {
    print(words)
    exit(64)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return bytes
  }
}
