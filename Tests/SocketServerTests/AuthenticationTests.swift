import SocketServer
import Testing

/// A server with a password, in both framings.
struct AuthenticationTests {
  private static let shared = Result { try SmallCatalogue(count: 1) }

  private func exchange(_ requests: String) async throws -> String {
    try await TestServer.run(
      try Self.shared.get().index, { $0.password = Password(firstLineOf: "cyfrinair\n") }
    ) { try await $0.exchange(requests) }
  }

  @Test func `nothing is answered before the password but the first steps`() async throws {
    let text = try await exchange("HELLO\nHELP\nPING\nCOUNT plant\nSTATUS\nFT.SEARCH a b\nQUIT\n")
    let ends = text.split { $0.isNewline }.filter { $0.hasPrefix("{\"ok\":") }
    #expect(ends.count == 6 || ends.count == 5)
    #expect(ends.filter { $0.contains("\"code\":\"EAUTH\"") }.count >= 2)
    #expect(text.hasSuffix("{\"ok\":true,\"bye\":true}\n"))
  }

  @Test func `the password lets a client ask, with or without a user`() async throws {
    for line in ["AUTH cyfrinair", "@t AUTH default \"cyfrinair\""] {
      let text = try await exchange(line + "\nCOUNT language=cy\n")
      #expect(text.split(separator: "\n").count == 2)
      #expect(!text.contains("\"ok\":false"), "\(text)")
    }
  }

  @Test func `three wrong passwords end the connection`() async throws {
    let text = try await exchange("AUTH a\nAUTH b\nAUTH c\nAUTH cyfrinair\nPING\n")
    #expect(text.split(separator: "\n").count == 3)
    #expect(text.matches(of: /EAUTH/).count == 3)
  }

  @Test func `a password where none is set is told so`() async throws {
    let text = try await TestServer.run(try Self.shared.get().index) { server in
      try await server.exchange("AUTH a\nPING\n")
    }
    #expect(text.contains("EAUTH") && text.hasSuffix("+PONG\r\n"))
  }

  @Test func `RESP asks for the password in Redis' words`() async throws {
    let text = try await exchange(
      RESPText.requests(
        "PING", "DBSIZE", "EXISTS a", "COMMAND COUNT", "AUTH x", "AUTH user cyfrinair",
        "AUTH cyfrinair",
        "DBSIZE"))
    let noAuth = "-NOAUTH Authentication required.\r\n"
    let wrong = "-WRONGPASS invalid username-password pair or user is disabled.\r\n"
    #expect(
      text == "+PONG\r\n" + noAuth + noAuth + noAuth + wrong + wrong + "+OK\r\n:1\r\n")
  }

  @Test func `HELLO may bring the password along`() async throws {
    let text = try await exchange(
      RESPText.requests(
        "HELLO 3", "HELLO 3 AUTH default x", "HELLO 3 AUTH default cyfrinair", "DBSIZE"))
    #expect(text.hasPrefix("-NOAUTH HELLO must be called"))
    #expect(text.contains("\r\n-WRONGPASS ") && text.contains("\r\n%7\r\n"))
    #expect(text.hasSuffix("\r\n:1\r\n"))
  }

  @Test func `three wrong passwords end a connection of RESP`() async throws {
    let text = try await exchange(
      RESPText.requests("AUTH a", "HELLO 2 AUTH default b", "RESET", "AUTH c", "PING"))
    #expect(text.matches(of: /WRONGPASS/).count == 3)
    #expect(text.hasSuffix("disabled.\r\n"))
  }

  @Test func `RESET forgets the password`() async throws {
    let text = try await exchange(RESPText.requests("AUTH cyfrinair", "RESET", "DBSIZE"))
    #expect(text == "+OK\r\n+RESET\r\n-NOAUTH Authentication required.\r\n")
  }

  @Test func `a password takes the place of the flag that allows a public address`() async throws {
    let places = try await TestServer.run(
      try Self.shared.get().index,
      {
        $0.password = Password(firstLineOf: "cyfrinair")
        $0.host = "0.0.0.0"
      }
    ) { $0.places }
    #expect(places.count == 1)
  }
}
