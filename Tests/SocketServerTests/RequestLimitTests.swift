import SocketServer
import Testing

/// What one request may ask for where a server allows less than is usual.
struct RequestLimitTests {
  private static let shared = Result { try SmallCatalogue() }
  private var index: String { get throws { try Self.shared.get().index } }

  private static func tighten(_ configuration: inout ServerConfiguration) {
    configuration.limits.queryTermsMax = 3
    configuration.limits.queryDepthMax = 1
    configuration.limits.resultsMax = 2
    configuration.limits.windowMax = 4
    configuration.limits.idsMax = 2
    configuration.limits.queryTimeoutMillisecondsMax = 500
  }

  @Test(arguments: [
    "SEARCH gwella limit=3", "SEARCH gwella LIMIT 3 2", "SEARCH gwella timeout=501",
    "SEARCH a b c d", "SEARCH ((a))", "GET a b c", "CHECK a b c", "COUNT gwella timeout=501",
    "FT.SEARCH catalogue gwella LIMIT 0 3", "FT.SEARCH catalogue gwella LIMIT 3 2",
    "FT.SEARCH catalogue ((a))", "FT.SEARCH catalogue gwella TIMEOUT 501",
    "FT.MGET catalogue a b c", "FT.SUGGET catalogue g MAX 3",
  ])
  func `more than a limit is refused by its name, and the connection lives on`(line: String)
    async throws
  {
    let text = try await TestServer.run(index, Self.tighten) { server in
      try await server.exchange(line + "\nPING\n")
    }
    #expect(text.hasPrefix("{\"ok\":false,\"code\":\"ELIMIT\""), "\(text)")
    #expect(text.contains("exceed") && text.hasSuffix("+PONG\r\n"), "\(text)")
  }

  @Test(arguments: [
    ("FT.SEARCH catalogue gwella TIMEOUT 501", "TIMEOUT exceeds maximum of 500"),
    ("FT.SEARCH catalogue ((a))", "Query exceeds maximum nesting of 1"),
    ("FT.SEARCH catalogue \"a b c d\"", "Query exceeds maximum of 3 terms"),
    ("FT.AGGREGATE catalogue * LIMIT 0 3", "LIMIT exceeds maximum of 2"),
    ("FT.AGGREGATE catalogue ((a))", "Query exceeds maximum nesting of 1"),
  ])
  func `FT commands have the same limits`(line: String, message: String) async throws {
    let text = try await TestServer.run(index, Self.tighten) { server in
      try await server.exchange(line + "\n")
    }
    #expect(text.contains(message), "\(text)")
  }

  @Test func `as much as a limit allows is answered, and what is usual is cut to it`() async throws
  {
    try await TestServer.run(index, Self.tighten) { server in
      let text = try await server.exchange("SEARCH language=cy|en\nSEARCH gwella LIMIT 2 2\n")
      #expect(text.matches(of: /"ok":true/).count == 2)
      #expect(text.contains("\"offset\":0,\"count\":2,"))
      let ids = try await server.exchange("GET gwella-resources-cy gwella-resources-en\n")
      #expect(ids.contains("\"found\":2"))
      let status = try await server.exchange("STATUS limits\n")
      for member in [
        "\"query_terms\":3", "\"query_depth\":1", "\"limit\":2", "\"window\":4", "\"ids\":2",
        "\"query_timeout_ms\":500", "\"query_timeout_max_ms\":500",
      ] {
        #expect(status.contains(member), "\(member)")
      }
    }
  }

  @Test func `an index has the names that it is given`() async throws {
    let text = try await TestServer.run(index, { $0.indexAliases = ["adnoddau"] }) { server in
      try await server.exchange(
        "FT.SEARCH adnoddau gwella\nFT.SEARCH catalogue gwella\nFT.SEARCH others gwella\n")
    }
    #expect(text.matches(of: /"ok":true/).count == 2)
    #expect(text.contains("others: no such index"))
  }
}
