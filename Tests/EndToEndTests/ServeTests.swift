import Foundation
import Glibc
import TestSupport
import Testing

/// `canfod serve` and a client that knows nothing of it.
@Suite struct ServeTests {
  /// A server on a free port of this machine.
  private struct Server {
    let process: Process
    let port: String

    init(index: String, folder: String) throws {
      process = CanfodProcess.prepared(["serve", "--port", "0", "--index", index], in: folder)
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      // The first line names the place once the server can be reached.
      var line = Data()
      while line.last != UInt8(ascii: "\n"),
        let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty
      {
        line += byte
      }
      let words = String(decoding: line, as: UTF8.self)
      port = try String(#require(words.firstMatch(of: /127\.0\.0\.1:(\d+)/)).1)
    }

    /// Sends `request` with netcat and gives back what came.
    func ask(_ request: String) throws -> [String] {
      let netcat = Process()
      netcat.executableURL = URL(fileURLWithPath: "/bin/nc")
      netcat.arguments = ["-N", "127.0.0.1", port]
      let (input, output) = (Pipe(), Pipe())
      netcat.standardInput = input
      netcat.standardOutput = output
      try netcat.run()
      try input.fileHandleForWriting.write(contentsOf: Data(request.utf8))
      try input.fileHandleForWriting.close()
      let reply = try output.fileHandleForReading.readToEnd() ?? Data()
      netcat.waitUntilExit()
      return String(decoding: reply, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  @Test func `netcat gets the lines that the command line prints, and SIGTERM ends it`() throws {
    let corpus = try IndexedCorpus.shared()
    let server = try Server(index: "index", folder: corpus.path)
    let lines = try server.ask("SEARCH language:cy age:under-12\r\nQUIT\r\n")
    let printed = try corpus.run("search", "language:cy age:under-12", "--json")
    #expect(
      lines.dropLast().map { Placeholders.put(into: $0) }
        == printed.lines.map { Placeholders.put(into: $0) })
    #expect(lines.last == "{\"ok\":true,\"bye\":true}")
    server.process.terminate()
    server.process.waitUntilExit()
    #expect(server.process.terminationReason == .exit)
    #expect(server.process.terminationStatus == 0)
  }

  @Test func `an address of others needs to be asked for`() throws {
    let run = try IndexedCorpus.shared().run("serve", "--bind", "0.0.0.0", "--port", "0")
    #expect(run.status == 64)
    #expect(run.complaints.contains("--insecure-public"))
  }

  @Test func `a port that is taken is told`() throws {
    let corpus = try IndexedCorpus.shared()
    let server = try Server(index: "index", folder: corpus.path)
    let second = try corpus.run("serve", "--port", server.port)
    #expect(second.status == 69)
    #expect(second.complaints.contains("cannot listen on 127.0.0.1:\(server.port)"))
    server.process.terminate()
    server.process.waitUntilExit()
  }

  @Test func `a setting that there is not is told with its file and line`() throws {
    let corpus = try IndexedCorpus.shared()
    let folder = try TemporaryFolder()
    try folder.write("canfod.yaml", Array("port: 0\nmax_lines: 100\n".utf8))
    let run = try corpus.run("serve", "--config", folder.path("canfod.yaml"), "--lang", "en")
    #expect(run.status == 64)
    #expect(
      run.complaints.contains(
        "canfod.yaml:2: there is no setting max_lines; did you mean max_line?"))
  }

  @Test func `no index is told`() throws {
    let run = try IndexedCorpus.shared().run("serve", "--index", "elsewhere", "--port", "0")
    #expect(run.status == 66)
    #expect(run.complaints.contains("canfod build"))
  }
}
