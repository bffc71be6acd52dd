import Foundation
import Glibc
import TestSupport
import Testing

/// `canfod serve` as who runs it meets it: signals, metrics, logs, and a service manager.
@Suite struct ServeOperationsTests {
  /// A server on free ports of this machine, with what it wrote to the standard error.
  private struct Server {
    let process: Process
    let port: Int
    let metricsPort: Int
    private let log: URL

    init(
      index: String, folder: String, log: URL, arguments: [String] = [],
      environment: [String: String] = [:]
    ) throws {
      self.log = log
      try Data().write(to: log)
      process = CanfodProcess.prepared(
        ["serve", "--port", "0", "--metrics-port", "0", "--index", index] + arguments, in: folder,
        environment: environment)
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = try FileHandle(forWritingTo: log)
      try process.run()
      var text = Data()
      while text.filter({ $0 == UInt8(ascii: "\n") }).count < 2,
        let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty
      {
        text += byte
      }
      let words = String(decoding: text, as: UTF8.self)
      let places = words.matches(of: /127\.0\.0\.1:(\d+)/).compactMap { Int($0.1) }
      try #require(places.count == 2, "\(words)")
      (port, metricsPort) = (places[0], places[1])
    }

    /// What was logged so far.
    var logged: String { get throws { try String(contentsOf: log, encoding: .utf8) } }

    /// Sends `request` with netcat and gives back what came.
    func ask(_ request: String, port: Int? = nil) throws -> String {
      let netcat = Process()
      netcat.executableURL = URL(fileURLWithPath: "/bin/nc")
      netcat.arguments = ["-N", "127.0.0.1", String(port ?? self.port)]
      let (input, output) = (Pipe(), Pipe())
      netcat.standardInput = input
      netcat.standardOutput = output
      netcat.standardError = FileHandle.nullDevice
      try netcat.run()
      try input.fileHandleForWriting.write(contentsOf: Data(request.utf8))
      try input.fileHandleForWriting.close()
      let reply = try output.fileHandleForReading.readToEnd() ?? Data()
      netcat.waitUntilExit()
      return String(decoding: reply, as: UTF8.self)
    }

    func get(_ path: String) throws -> String {
      try ask("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n", port: metricsPort)
    }

    /// Ends it and gives back its exit status.
    func stop() -> Int32 {
      process.terminate()
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }
  }

  @Test func `SIGHUP loads what is new and ends nothing, and metrics tell what was asked`() throws {
    let corpus = try IndexedCorpus.shared()
    let folder = try TemporaryFolder()
    let server = try Server(
      index: "index", folder: corpus.path, log: URL(fileURLWithPath: folder.path("log")))
    #expect(try server.get("/ready").hasPrefix("HTTP/1.1 200 "))
    kill(server.process.processIdentifier, SIGHUP)
    var looks = 0
    while try !server.logged.contains("nothing new to load"), looks < 1_000 {
      looks += 1
      _ = try server.ask("SEARCH zebrafish\r\n")
    }
    #expect(server.process.isRunning && looks < 1_000)
    let metrics = try server.get("/metrics")
    #expect(metrics.contains("canfod_requests_total{verb=\"SEARCH\"} \(looks)\n"))
    #expect(!metrics.contains("zebrafish"))
    #expect(server.stop() == 0)
    #expect(try !server.logged.contains("zebrafish"))
  }

  @Test func `the full access log tells what is asked, and an alias is taken for the index`() throws
  {
    let corpus = try IndexedCorpus.shared()
    let folder = try TemporaryFolder()
    let server = try Server(
      index: "index", folder: corpus.path, log: URL(fileURLWithPath: folder.path("log")),
      arguments: ["--access-log", "full"], environment: ["CANFOD_INDEX_ALIASES": "adnoddau"])
    let reply = try server.ask("FT.SEARCH adnoddau zebrafish\r\nFT.SEARCH others zebrafish\r\n")
    #expect(reply.contains("{\"ok\":true}") && reply.contains("others: no such index"))
    #expect(server.stop() == 0)
    #expect(try server.logged.contains("text=adnoddau zebrafish"))
  }
}
