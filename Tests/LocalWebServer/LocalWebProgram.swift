import Foundation
import Glibc
import LocalWeb
import Records

/// `local-web`: the proving ground as a program, for checkers that are programs too.
///
/// It prints one line of JSON when all servers are up, then obeys lines: `day N`, `measures`, `quit`.
@main struct LocalWebProgram {
  static func main() async {
    // Whoever reads the answers may leave; that is an error of writing, not the end.
    signal(SIGPIPE, SIG_IGN)
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      let web = try await start(options)
      web.beginRun(day: options.day)
      try? print(json: Greeting(web))
      obey(web)
      try await web.stop()
    } catch {
      FileHandle.standardError.write(Data("local-web: \(error)\n".utf8))
      exit(64)
    }
  }

  private static func start(_ options: Options) async throws -> LocalWeb {
    guard let farm = options.farm else { return try await LocalWeb.start(latency: options.latency) }
    return try await LocalWeb.farm(
      hosts: farm.hosts, linksPerHost: farm.links, latency: options.latency)
  }

  private static func obey(_ web: LocalWeb) {
    while let line = readLine() {
      let words = line.split(separator: " ")
      switch (words.first, words.count) {
      case ("day", 2):
        guard let day = Int(words[1]) else { continue }
        web.beginRun(day: day)
        try? print(json: ["day": day])
      case ("measures", 1): try? print(json: web.measures)
      case ("quit", 1): return
      default: try? print(json: ["error": "day N, measures or quit"])
      }
    }
  }

  private static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    try FileHandle.standardOutput.write(contentsOf: try encoder.encode(value) + Data("\n".utf8))
  }
}
