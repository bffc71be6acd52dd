import SocketServer
import Testing

/// What the log tells of requests.
struct AccessLogTests {
  private static let shared = Result { try SmallCatalogue() }
  private var index: String { get throws { try Self.shared.get().index } }

  private static let lines =
    "SEARCH gwella\nGWELLA\nSEARCH gwella:x\nFT.SEARCH catalogue gwella\nPING\nAUTH gwella\n"
  private static let resp = "*3\r\n$9\r\nFT.SEARCH\r\n$9\r\ncatalogue\r\n$6\r\ngwella\r\n"

  /// The entries that requests leave in the log.
  private func entries(_ detail: AccessLog.Detail) async throws -> [String] {
    let keeper = LogKeeper()
    try await TestServer.run(index, logger: keeper.logger, { $0.accessLog = detail }) { server in
      _ = try await server.exchange(Self.lines)
      _ = try await server.exchange(Self.resp)
      _ = try await server.exchange("*2\r\n$4\r\nAUTH\r\n$6\r\ngwella\r\n")
    }
    #expect(keeper.entries.filter { $0.contains("127.0.0.1") }.count <= 1)
    return keeper.entries.filter { $0.hasPrefix("request ") }
  }

  @Test func `requests leave no line unless it is asked for`() async throws {
    #expect(ServerConfiguration(indexFolder: "", version: "").accessLog == .off)
    #expect(try await entries(.off).isEmpty)
  }

  @Test func `a summary tells verbs, outcomes and times, and no word of what was asked`()
    async throws
  {
    let entries = try await entries(.summary)
    #expect(entries.count >= 7)
    for entry in entries { #expect(!entry.lowercased().contains("gwella"), "\(entry)") }
    let first = try #require(
      entries.first { $0.contains("\"verb\": SEARCH") && $0.contains("\"outcome\": ok") })
    #expect(first.contains("\"us\": "))
    #expect(entries.contains { $0.contains("\"outcome\": EFIELD") })
    #expect(entries.contains { $0.contains("\"outcome\": EVERB") && $0.contains("\"verb\": ?") })
  }

  @Test func `a full log tells what was asked of a verb, and never a password`() async throws {
    let entries = try await entries(.full)
    let told = entries.filter { $0.contains("gwella") }
    #expect(told.count == 4, "\(entries)")
    #expect(told.allSatisfy { !$0.contains("AUTH") })
  }

  @Test func `what is told of a request is one line and is cut`() async throws {
    let keeper = LogKeeper()
    try await TestServer.run(index, logger: keeper.logger, { $0.accessLog = .full }) { server in
      let word = "a\\u0085b\\n" + String(repeating: "x", count: 3_000)
      _ = try await server.exchange("ANALYZE \"\(word)\"\n")
      _ = try await server.exchange("*2\r\n$4\r\nECHO\r\n$5\r\na\r\nxb\r\n")
    }
    let entries = keeper.entries.filter { $0.hasPrefix("request ") }
    #expect(entries.count == 2)
    for entry in entries { #expect(!entry.contains { $0.isNewline } && entry.utf8.count < 1_300) }
  }
}
