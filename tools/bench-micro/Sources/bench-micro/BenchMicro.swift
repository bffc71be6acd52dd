import Glibc

/// Benchmarks of single parts.
///
///     bench-micro analysis FILE      how fast the text in FILE becomes terms
@main
enum BenchMicro {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.first == "analysis", arguments.count == 2, let path = arguments.last,
      let text = read(path)
    else {
      print("usage: bench-micro analysis FILE")
      exit(64)
    }
    AnalysisBenchmark.run(text)
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
